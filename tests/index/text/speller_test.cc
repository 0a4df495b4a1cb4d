#include "index/text/speller.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
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

// Optimal string alignment by the whole matrix, as its definition has it.
int Distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<int>(i + j);
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

TEST_CASE("no neighbour is missed and none is made up, whatever the words") {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string letters;
    for (auto length = 1 + random() % 12; letters.size() < length;) {
      letters += static_cast<char>('a' + random() % 3);
    }
    return letters;
  };
  std::vector<SpellingKey> keys;
  for (int i = 0; i < 2000; ++i) {
    std::string key = word();
    keys.push_back({key, key, static_cast<int>(random() % 50)});
  }
  const Speller speller(keys);
  for (int i = 0; i < 300; ++i) {
    const std::string typed = word();
    CAPTURE(typed);
    int nearest = 99;
    for (const auto& key : keys) nearest = std::min(nearest, Distance(typed, key.key));
    const auto found = speller.Correct(typed);
    const int allowed = typed.size() < 4 ? -1 : typed.size() <= 7 ? 1 : 2;
    CHECK(found.empty() == (nearest > allowed));
    for (const auto& spelling : found) {
      CHECK(spelling.distance == nearest);
      CHECK(Distance(typed, spelling.word) == nearest);
    }
  }
}

TEST_CASE("an empty vocabulary corrects nothing") { CHECK(Speller({}).Correct("racun").empty()); }

}  // namespace
}  // namespace pomocnik::index
