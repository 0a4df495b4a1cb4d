// "1.", "•": what lines of a list begin with in text without markup. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pomocnik::kb {

struct ItemMark {
  enum class Kind { kNumber, kBullet };
  Kind kind = Kind::kBullet;
  int number = 0;        // of kNumber
  std::size_t size = 0;  // bytes of the mark and of the spaces behind it

  bool operator==(const ItemMark&) const = default;
};

// The mark that a line begins with, without spaces before it: a number of at most three digits with '.' or ')', or a bullet,
// and then a space and more text. "11. 3. 2026" begins with a date, not with a mark. REQUIRES: IsValidUtf8(line).
std::optional<ItemMark> FindItemMark(std::string_view line);

}  // namespace pomocnik::kb
