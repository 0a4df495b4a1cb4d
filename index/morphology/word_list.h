// Spelling word lists (Hunspell's .aff and .dic) -> every form they accept. The library itself can only be asked
// about one word at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pomocnik::index {

enum class Capital { kNo, kYes };

// A form that the list accepts. Letters are one byte each: a–z, and C, S, Z, D for č (also ć), š, ž, đ, so that
// endings can be cut and compared byte by byte and std::tolower folds.
struct ListedForm {
  std::string form;
  std::size_t entry = 0;  // the number of its dictionary form in WordList::entries
  std::string flags;      // of the entry for its own word, else of the rule that made the form
  Capital capital = Capital::kNo;  // of the entry
};

struct WordList {
  // In the same letters; an entry with other letters is empty. Behind an entry that takes prefixes stands each
  // prefixed word: "unpaid" is no form of "paid".
  std::vector<std::string> entries;
  std::vector<ListedForm> forms;  // the same form may come from several entries
};

// Applies the prefixes and suffixes of each entry once (no suffix on a suffix). Words with other letters,
// hyphens or apostrophes are left out. kInvalidArgument: the files are no word list.
Result<WordList> ExpandWordList(std::string_view affixes, std::string_view words);

}  // namespace pomocnik::index
