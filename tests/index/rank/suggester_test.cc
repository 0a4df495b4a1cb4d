#include "index/rank/suggester.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::index {
namespace {

std::string Show(const std::string& typed) {
  kb::Lexicon lexicon;
  lexicon.stop_words = {"za"};
  Analyzer analyzer(lexicon);
  Suggester suggester(analyzer);
  suggester.Add({"Storno računa"});
  suggester.Add({"Račun za predplačilo", "kako naredim avansni račun"});
  suggester.Add({"Plačilni nalogi"});
  std::string shown;
  for (auto number : suggester.Suggest(typed, 5)) shown += std::to_string(number);
  return shown;
}

TEST_CASE("titles continue what is typed, without diacritics and in any form") {
  const std::pair<std::string, std::string> kRows[] = {
      {"rač", "10"},                                 // at the title's start first
      {"rac", "10"},           {"storno r", ""},     // one letter is not enough to go on
      {"storno ra", "0"},      {"računa sto", "0"},  // finished words in any form and order
      {"avansn", "1"},                               // other ways to ask
      {"plačilni nalog", "2"}, {"zzz", ""},         {"p", ""}, {"", ""},
  };
  for (const auto& [typed, numbers] : kRows) {
    CAPTURE(typed);
    CHECK(Show(typed) == numbers);
  }
}

}  // namespace
}  // namespace pomocnik::index
