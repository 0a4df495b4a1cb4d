#include "index/text/speller.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::index {
namespace {

std::string Show(const char* word) {
  static const Speller kSpeller({{"racun", "racun", 9},
                                 {"racuni", "racuni", 5},
                                 {"temeljnica", "temeljnica", 4},
                                 {"storno", "storno", 3},
                                 {"kontrola", "kontrola", 2},
                                 {"konto", "konto", 7},
                                 {"dopusta", "dopusta", 6},
                                 {"dopust", "dopusta", 6}});
  std::string shown;
  for (const auto& spelling : kSpeller.Correct(word)) {
    if (!shown.empty()) shown += ' ';
    shown += spelling.word + ":" + std::to_string(spelling.distance);
  }
  return shown;
}

TEST_CASE("misspelt words find their neighbours, the most frequent first") {
  const std::pair<const char*, const char*> kRows[] = {
      {"racum", "racun:1"},            // another letter
      {"racnu", "racun:1"},            // neighbours swapped
      {"raacun", "racun:1"},           // doubled
      {"temljenica", "temeljnica:2"},  // swapped over a letter
      {"temlejnica", "temeljnica:1"},
      {"racuno", "racun:1 racuni:1"},
      {"racun", "racun:0"},
      {"dopsut", "dopusta:1"},  // by its class
      {"xxxxxx", ""},
      {"kon", ""},   // too short to guess
      {"rek1", ""},  // codes are never guessed
      {"", ""},
  };
  for (const auto& [word, spellings] : kRows) {
    CAPTURE(word);
    CHECK(Show(word) == spellings);
  }
}

TEST_CASE("an empty vocabulary corrects nothing") { CHECK(Speller({}).Correct("racun").empty()); }

}  // namespace
}  // namespace pomocnik::index
