#include "bot/dialogue/day_mention.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "kb/policy/policy.h"
#include "tests/support/data_files.h"
#include "tests/support/policy_of_the_tree.h"

namespace pomocnik::bot {
namespace {

DayMentions MentionsOfTheTree(const kb::Lexicon& lexicon) {
  return DayMentions(testing::PolicyOfTheTree().hours, lexicon);
}

kb::Lexicon LexiconOfTheTree() {
  kb::Diagnostics diagnostics;
  return kb::ParseLexicon(testing::ReadDataFiles(), diagnostics);
}

std::string Found(const DayMentions& mentions, std::string_view text, std::string_view today) {
  std::string dates;
  for (Date date : mentions.Find(text, *ParseDate(today))) {
    dates += (dates.empty() ? "" : " ") + FormatDate(date);
  }
  return dates;
}

TEST_CASE("days that a message speaks of on Thursday, 26 November 2026") {
  const std::pair<const char*, const char*> rows[] = {
      // From today.
      {"Ali danes delate?", "2026-11-26"},
      {"delate jutri?", "2026-11-27"},
      {"pa pojutrišnjem", "2026-11-28"},
      {"POJUTRISNJEM", "2026-11-28"},
      {"včeraj nisem dobil nikogar", "2026-11-25"},
      {"are you open today or tomorrow", "2026-11-26 2026-11-27"},
      {"the day after tomorrow", "2026-11-28"},
      {"radite li danas", "2026-11-26"},
      {"radite sutra ili prekosutra?", "2026-11-27 2026-11-28"},
      // Days of the week.
      {"ali delate v soboto", "2026-11-28"},
      {"v cetrtek", "2026-11-26"},
      {"do srede", "2026-12-02"},
      {"naslednji petek", "2026-12-04"},
      {"naslednji ponedeljek", "2026-11-30"},
      {"v petek naslednji teden", "2026-12-04"},
      {"naslednji teden v petek", "2026-12-04"},
      {"prejšnji torek", "2026-11-17"},
      {"open on sunday?", "2026-11-29"},
      {"next friday", "2026-12-04"},
      {"radite li u subotu", "2026-11-28"},
      {"sljedeći petak", "2026-12-04"},
      {"u cetvrtak ili nedjelju", "2026-11-26 2026-11-29"},
      {"v soboto in nedeljo", "2026-11-28 2026-11-29"},
      // Dates in digits.
      {"23. 11.", "2027-11-23"},
      {"23.11.2026", "2026-11-23"},
      {"23. 11. 2026 delate?", "2026-11-23"},
      {"ali delate 27.11?", "2026-11-27"},
      {"2026-12-24", "2026-12-24"},
      {"24/12/2026", "2026-12-24"},
      {"29. 2.", "2028-02-29"},
      {"jutri 27. 11. je petek", "2026-11-27"},
      // Dates with the month's name.
      {"25. decembra", "2026-12-25"},
      {"25 decembra 2027", "2027-12-25"},
      {"1. maja", "2027-05-01"},
      {"5. avgusta", "2027-08-05"},
      {"december 25", "2026-12-25"},
      {"on the 25th of December", "2026-12-25"},
      {"may 1st 2027", "2027-05-01"},
      {"15. kolovoza", "2027-08-15"},
      {"8. veljače", "2027-02-08"},
      {"1. januara", "2027-01-01"},
      // Named days.
      {"ali delate na veliko noč", "2027-03-28"},
      {"na veliko noc 2026", "2026-04-05"},
      {"velikonočni ponedeljek", "2027-03-29"},
      {"delate za božič?", "2026-12-25"},
      {"za bozic", "2026-12-25"},
      {"na dan reformacije", "2027-10-31"},
      {"na dan Rudolfa Maistra", "2027-11-23"},
      {"za novo leto", "2027-01-01"},
      {"prvega maja", "2027-05-01"},
      {"na praznik dela", "2027-05-01"},
      {"na dan državnosti", "2027-06-25"},
      {"vsi sveti", "2027-11-01"},
      {"na Prešernov dan", "2027-02-08"},
      {"za štefanovo", "2026-12-26"},
      {"na silvestrovo", "2026-12-31"},
      {"binkoštni ponedeljek", "2027-05-17"},
      {"easter monday", "2027-03-29"},
      {"at Easter", "2027-03-28"},
      {"christmas eve", "2026-12-24"},
      {"new year's day", "2027-01-01"},
      {"za Božić", "2026-12-25"},
      {"na Uskrs", "2027-03-28"},
      {"za uskrsni ponedjeljak", "2027-03-29"},
      // No days.
      {"", ""},
      {"ob sobotah delate?", ""},
      {"vsako soboto", ""},
      {"every saturday", ""},
      {"on saturdays", ""},
      {"sredi meseca", ""},
      {"od 8. do 16. ure", ""},
      {"ob 10.12", ""},
      {"znesek 10.12 EUR", ""},
      {"verzija 6.12", ""},
      {"verzija 2023.01.002", ""},
      {"1.234,56", ""},
      {"31. 2.", ""},
      {"32. 1.", ""},
      {"may I ask", ""},
      {"pet računov", ""},
      {"12. 13. 14.", ""},
  };
  auto lexicon = LexiconOfTheTree();
  auto mentions = MentionsOfTheTree(lexicon);
  for (const auto& row : rows) {
    CHECK_MESSAGE(Found(mentions, row.first, "2026-11-26") == row.second, row.first);
  }
}

TEST_CASE("a day without a year is the first from today on") {
  struct Row {
    const char* text;
    const char* today;
    const char* date;
  };
  const Row rows[] = {
      {"božič", "2026-12-25", "2026-12-25"},
      {"božič", "2026-12-26", "2027-12-25"},
      {"velika noč", "2026-04-05", "2026-04-05"},
      {"velika noč", "2026-04-06", "2027-03-28"},
      {"v nedeljo", "2026-11-29", "2026-11-29"},
      {"naslednjo nedeljo", "2026-11-29", "2026-12-06"},
      {"jutri", "2026-12-31", "2027-01-01"},
      {"jutri, 23. 11., je praznik, delate?", "2026-11-22", "2026-11-23"},
  };
  auto lexicon = LexiconOfTheTree();
  auto mentions = MentionsOfTheTree(lexicon);
  for (const auto& row : rows) {
    CHECK_MESSAGE(Found(mentions, row.text, row.today) == row.date, row.text);
  }
}

TEST_CASE("a long message is read at its beginning only") {
  auto lexicon = LexiconOfTheTree();
  auto mentions = MentionsOfTheTree(lexicon);
  std::string text = "danes ";
  while (text.size() < 100'000) text += "1. 1. 1. ";
  text += "jutri";
  CHECK(Found(mentions, text, "2026-11-26") == "2026-11-26 2027-01-01");
}

}  // namespace
}  // namespace pomocnik::bot
