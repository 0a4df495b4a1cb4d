// Keeps pages away from the HTML library that would cost it time or memory out of all proportion, and the readers of the
// tree from nesting that their calls could not follow.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pomocnik::kb::html {

// All far above what people write.
inline constexpr std::size_t kMaxHtmlBytes = 2 * 1024 * 1024;
inline constexpr int kMaxDepth = 256;      // elements within elements; the readers call themselves
inline constexpr int kMaxAttributes = 64;  // of an element: the library compares each with each
inline constexpr int kMaxTags = 100'000;   // of a page: selectors compare what they find
inline constexpr int kMaxTableColumns = 64;             // colspan included
inline constexpr std::size_t kMaxTableCells = 100'000;  // rowspan included
inline constexpr int kMaxListDepth =
    16;  // lists and callouts in each other; Markdown allows 64 nodes

struct LimitExceeded {
  int line = 0;  // from 1
  std::string message;
};

// Absent when the text is fit for the HTML library, which checks the depth itself. Linear in time.
std::optional<LimitExceeded> CheckLimits(std::string_view html);

}  // namespace pomocnik::kb::html
