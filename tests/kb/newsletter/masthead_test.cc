#include "kb/newsletter/masthead.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::newsletter {
namespace {

TEST_CASE("the number of an issue is found") {
  struct Row {
    const char* text;
    int number;  // 0: none
  };
  for (const Row& row : {
           Row{"E-novice iCenter, št. 224", 224},
           Row{"Št. 224 | 15. 10. 2024", 224},
           Row{"Številka 7/2026", 7},
           Row{"ŠTEVILKA 12, november 2026", 12},
           Row{"Broj 15", 15},
           Row{"Newsletter no. 3", 3},
           Row{"Issue 41: discounts", 41},
           Row{"e-novice št.9", 9},
           Row{"E-novice, november 2026", 0},
           Row{"št. 0", 0},
           Row{"št. 1234567", 0},
           Row{"št. 5a", 0},
           Row{"15. 10. 2024", 0},
           Row{"V tej številki:", 0},
           Row{"Postanite 3", 0},
           Row{"", 0},
       }) {
    CAPTURE(row.text);
    CHECK(FindIssueNumber(row.text).value_or(0) == row.number);
  }
}

TEST_CASE("the day of an issue is found") {
  CHECK(FormatDate(*FindIssueDate("Št. 224 | 15. 10. 2024")) == "2024-10-15");
  CHECK(FormatDate(*FindIssueDate("Številka 7, 3. novembra 2026")) == "2026-11-03");
  CHECK_FALSE(FindIssueDate("Številka 7, november 2026"));
}

TEST_CASE("the foot of an issue is known from its items") {
  for (const char* foot :
       {"E-novice ste prejeli, ker ste nanje naročeni.", "Odjava od e-novic", "Odjava",
        "© iCenter 2026", "Če jih ne želite več prejemati, se odjavite.", "Vse pravice pridržane.",
        "Unsubscribe from this list"}) {
    CAPTURE(foot);
    CHECK(IsFoot(foot));
  }
  for (const char* item : {"Odjava obrokov v aplikaciji mojaMALICA", "Starši odjavijo kosilo.",
                           "Rok odjave uredimo v nastavitvah.", ""}) {
    CAPTURE(item);
    CHECK_FALSE(IsFoot(item));
  }
}

}  // namespace
}  // namespace pomocnik::kb::newsletter
