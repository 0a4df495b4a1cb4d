// Titles that continue what a person is typing. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/text/analyzer.h"

namespace pomocnik::index {

// Immutable after construction and thread-safe. The analyzer must outlive it.
class Suggester {
 public:
  explicit Suggester(const Analyzer& analyzer) : analyzer_(analyzer) {}

  // Adds a title (and other ways to ask for it); its number is the count of titles added before.
  void Add(const std::vector<std::string>& phrases);

  // Numbers of titles that hold every finished word in any form and a word that begins with the last one,
  // best first: words in the typed order and at the title's start win, then shorter titles. Empty for fewer
  // than two letters. REQUIRES: valid UTF-8.
  std::vector<std::size_t> Suggest(std::string_view typed, std::size_t limit) const;

 private:
  struct Word {
    std::string surface;
    std::string lemma;
  };
  struct Entry {
    std::size_t number = 0;
    std::vector<Word> words;
  };

  // Higher is better; negative: does not fit.
  static int Fit(const Entry& entry, const std::vector<Token>& finished, std::string_view prefix);

  const Analyzer& analyzer_;
  std::vector<Entry> entries_;
  std::size_t titles_ = 0;
};

}  // namespace pomocnik::index
