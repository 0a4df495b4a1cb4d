#include "kb/fetch/link_check.h"

#include <doctest/doctest.h>

#include "tests/kb/fetch/fake_fetcher.h"

namespace pomocnik::kb::fetch {
namespace {

using Verdict = CheckedLink::Verdict;

std::vector<CheckedLink> Check(FakeFetcher& fetcher, const std::set<std::string>& addresses) {
  std::vector<CheckedLink> links;
  CheckLinks(fetcher, addresses, [&](const CheckedLink& link) { links.push_back(link); });
  return links;
}

TEST_CASE("each answer is a verdict") {
  struct Row {
    FakeFetcher::Page page;
    Verdict verdict;
  };
  for (const Row& row : {
           Row{{200, "a", "", "", {}}, Verdict::kFine},
           Row{{204, "", "", "", {}}, Verdict::kFine},
           Row{{200, "a", "", "https://a.example/b", {}}, Verdict::kMoved},
           Row{{404, "", "", "", {}}, Verdict::kBroken},
           Row{{410, "", "", "", {}}, Verdict::kBroken},
           Row{{500, "", "", "", {}}, Verdict::kUnsure},
           Row{{401, "", "", "", {}}, Verdict::kUnsure},
           Row{{403, "", "", "", {}}, Verdict::kUnsure},
           Row{{0, "", "", "", Error::Unavailable("down")}, Verdict::kUnsure},
           Row{{0, "", "", "", Error::Exhausted("busy", std::chrono::hours(1))}, Verdict::kUnsure},
           Row{{0, "", "", "", Error::Full("large")}, Verdict::kFine},
           Row{{0, "", "", "", Error::InvalidArgument("not allowed")}, Verdict::kNotChecked},
       }) {
    CAPTURE(row.page.status);
    FakeFetcher fetcher;
    fetcher.pages["https://a.example/"] = row.page;
    const auto links = Check(fetcher, {"https://a.example/"});
    REQUIRE(links.size() == 1);
    CHECK(links[0].verdict == row.verdict);
    CHECK(links[0].reason.empty() == (row.verdict == Verdict::kFine));
  }
}

TEST_CASE("a server that does not know HEAD is asked again") {
  FakeFetcher fetcher;
  fetcher.pages["https://a.example/"] = {405, "", "", "", {}};
  Check(fetcher, {"https://a.example/"});
  CHECK(fetcher.asked == "?https://a.example/ https://a.example/");
}

TEST_CASE("a page is asked for once, whichever part of it is linked to") {
  FakeFetcher fetcher;
  fetcher.pages["https://a.example/"] = {200, "", "", "", {}};
  const auto links = Check(fetcher, {"https://a.example/#b", "https://a.example/#c"});
  CHECK(fetcher.asked == "?https://a.example/");
  CHECK(links[1].address == "https://a.example/#c");
  CHECK(links[1].verdict == Verdict::kFine);
}

TEST_CASE("a host that is down is not asked for each of its pages") {
  FakeFetcher fetcher;
  std::set<std::string> addresses = {"https://b.example/"};
  for (int i = 0; i < 9; ++i) {
    addresses.insert("https://a.example/" + std::to_string(i));
    fetcher.pages["https://a.example/" + std::to_string(i)].error = Error::Unavailable("down");
  }
  fetcher.pages["https://b.example/"] = {200, "", "", "", {}};
  const auto links = Check(fetcher, addresses);
  CHECK(links.back().verdict == Verdict::kFine);
  CHECK(links[8].verdict == Verdict::kUnsure);
  CHECK(fetcher.asked.find("https://a.example/5") == std::string::npos);
}

}  // namespace
}  // namespace pomocnik::kb::fetch
