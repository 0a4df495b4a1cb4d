// One article once, wherever it was found. Pure.
#pragma once

#include <string>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/library.h"

namespace pomocnik::kb {

// Two articles are copies when they are of one language, say nothing different of when they hold (versions, days, issue), and
//   - their addresses end in the same slug on two hosts (without a "-0" that copying leaves), and share kSameSlug of their shingles; or
//   - they share kSameText, and have the same title or at least kLongText words; within one source always the same title and module.
// Articles of our own (source "") are never copies of each other: the index marks those (index/text/near_duplicates.h).
inline constexpr double kSameSlug = 0.5;
inline constexpr double kSameText = 0.9;
inline constexpr std::size_t kLongText = 25;

struct MergedArticle {
  std::string id;      // that stays
  std::string copy;    // the id that became an alias
  std::string source;  // of the copy
  std::string why;     // "same slug, 0.87 of the text"
};

struct RenamedArticle {
  std::string source;
  std::string from;
  std::string to;
};

struct MergeReport {
  std::vector<MergedArticle> merged;
  std::vector<RenamedArticle> renamed;
};

// Leaves of copies one: our own before others, articles with content before stubs, the one changed last, the first. It takes the
// addresses and ids of the others as aliases, and their screens, questions and tags; its Markdown says so too. Of different articles
// with one id the later gets its source behind it ("uvod-help-icenter"); `related` and links of its source follow.
MergeReport MergeCopies(Library& library);

}  // namespace pomocnik::kb
