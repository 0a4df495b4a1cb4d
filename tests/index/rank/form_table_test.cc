#include "index/rank/form_table.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace pomocnik::index {
namespace {

const std::vector<std::string> kWords = {"knjizba", "racun", "racuni", "racunalnik", "storno"};

struct Table {
  kb::Lexicon lexicon;
  Analyzer analyzer{lexicon};
  FormTable forms{analyzer, kWords, {"racunom", "stornov", "helikopter"}};

  // "racun same, racuni class": words in alphabetical order.
  std::string Show(const FormFits& fits) const {
    constexpr std::array<const char*, 7> kNames = {
        "none", "misspelt", "root", "other form begins", "begins", "class", "same"};
    std::string shown;
    std::size_t count = 0;
    for (const std::string& word : kWords) {
      const FormFit fit = fits.of_form[forms.IdOf(word)];
      if (fit == FormFit::kNone) continue;
      shown += (shown.empty() ? "" : ", ") + word + " " + kNames[static_cast<std::size_t>(fit)];
      ++count;
    }
    CHECK(fits.fitting.size() == count);
    return shown;
  }
};

TEST_CASE("a typed word stands for words in their forms, by their roots and beginnings") {
  struct Row {
    const char* typed;
    const char* whole;
    const char* beginning;
  };
  const Row rows[] = {
      {"racun", "racun same, racuni class", "racun same, racuni class, racunalnik begins"},
      {"racunov", "racun class, racuni class", "racun class, racuni class"},
      {"racuno", "racun class, racuni class", "racun class, racuni class"},
      {"rac", "", "racun begins, racuni begins, racunalnik begins"},
      {"knjizenje", "knjizba root", "knjizba root"},
      {"storitev", "", ""},
      {"stornov", "storno class", "storno class"},
      {"helikopter", "", ""},
  };
  const Table table;
  for (const Row& row : rows) {
    const std::string typed = row.typed;
    CAPTURE(typed);
    const Token token = table.analyzer.Analyze(typed).front();
    CHECK(table.Show(table.forms.Find(token, FormTable::Extent::kWhole)) == row.whole);
    CHECK(table.Show(table.forms.Find(token, FormTable::Extent::kBeginning)) == row.beginning);
  }
}

TEST_CASE("a typed word of five letters may be one edit away") {
  struct Row {
    const char* typed;
    const char* whole;
    const char* beginning;
  };
  const Row rows[] = {
      {"racuun", "racun misspelt", "racun misspelt, racuni misspelt, racunalnik misspelt"},
      {"storo", "storno misspelt", "storno misspelt"},
      {"sotrno", "storno misspelt", "storno misspelt"},
      {"atorno", "storno misspelt", "storno misspelt"},
      {"sttorno", "storno misspelt", "storno misspelt"},
      {"knjizg", "", "knjizba misspelt"},
      {"sotron", "", ""},
      {"stro", "", ""},
      {"sto1no", "", ""},
  };
  const Table table;
  for (const Row& row : rows) {
    CAPTURE(std::string(row.typed));
    CHECK(table.Show(table.forms.FindMisspelt(row.typed, FormTable::Extent::kWhole)) == row.whole);
    CHECK(table.Show(table.forms.FindMisspelt(row.typed, FormTable::Extent::kBeginning)) ==
          row.beginning);
  }
}

}  // namespace
}  // namespace pomocnik::index
