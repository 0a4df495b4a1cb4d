// Keeps texts away from the Markdown library that would cost it time or memory out of all proportion: it
// copies a link's definition for each use, fills up short table rows, and is quadratic in a paragraph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pomocnik::kb {

// All far above what people write. "Paragraph" here: lines without an empty one between them.
inline constexpr std::size_t kMaxArticleBytes = 2 * 1024 * 1024;
inline constexpr int kMaxNesting = 64;  // lists in quotes in lists …, styles of text included
inline constexpr int kMaxIndentation = 256;                         // columns
inline constexpr std::uint64_t kMaxParagraphWork = 30'000'000'000;  // sum of squared bytes
inline constexpr std::uint64_t kMaxTableCells = 1'000'000;
inline constexpr std::uint64_t kMaxDefinitionBytes = 16 * 1024 * 1024;  // of links, after expansion

struct LimitExceeded {
  int line = 0;  // from 1, in `text`
  std::string message;
};

// Absent when the text is fit for the Markdown library. Linear in time. The depth of nesting is checked
// roughly; the tree that comes out must be checked against kMaxNesting.
std::optional<LimitExceeded> CheckLimits(std::string_view text);

}  // namespace pomocnik::kb
