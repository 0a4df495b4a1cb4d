// One article once, wherever it was found. Pure.
#pragma once

#include <string>
#include <vector>

#include "kb/library.h"

namespace pomocnik::kb {

// Two articles are copies when they are of one language, say nothing different of when they hold (versions, days, number of the
// newsletter), and
//   - their addresses end in one slug on two hosts, apart from the "-0" that copying leaves, and they share kSameSlug of their
//     shingles (base/resemblance.h); or
//   - they share kSameText of them, and either have one title and one module, or come from two sources and have kLongText words:
//     pages of a few words read alike on the screens of two modules.
// Articles of our own (source "") are never copies of each other: the index marks those (index/text/near_duplicates.h).
//
// The thresholds: a copy on another host differs by what the host adds and by later corrections, which leaves more than half of the
// shingles; two articles that only have the slug in common ("uvod-3") share hardly any. 0.9 is what the index takes for the same.
inline constexpr double kSameSlug = 0.5;
inline constexpr double kSameText = 0.9;
inline constexpr std::size_t kLongText = 25;

struct MergedArticle {
  std::string id;      // of the article that stays
  std::string copy;    // the id that the copy had
  std::string source;  // of the copy
  std::string file;    // of the copy
  std::string why;     // "one slug and 0.87 of the text"
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

// Leaves one of copies: our own before others, one with content before a stub, one whose address does not end in "-0", the one changed
// last, the first. It takes the ids and
// addresses of the others as aliases, and their screens, questions and tags, in its Markdown too. Of different articles with one id
// from two sources the later one gets its source behind it ("uvod-help-icenter"). `related` and links to articles of the same source
// follow both.
MergeReport MergeCopies(Library& library);

}  // namespace pomocnik::kb
