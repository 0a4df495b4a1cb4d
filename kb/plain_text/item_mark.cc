#include "kb/plain_text/item_mark.h"

#include <algorithm>
#include <array>

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMostDigits = 3;

// The last is what Word's font of symbols has for a bullet.
constexpr std::array<std::string_view, 12> kBullets = {"•", "·", "-", "–", "—", "*",
                                                       "▪", "●", "○", "◦", "➢", "\uF0B7"};

std::size_t CountDigits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

// Bytes of the spaces that the text begins with when something follows them; 0 otherwise.
std::size_t SpacesBeforeText(std::string_view text) {
  const std::size_t spaces = text.find_first_not_of(" \t");
  return spaces == std::string_view::npos ? 0 : spaces;
}

std::optional<ItemMark> FindNumber(std::string_view line) {
  const std::size_t digits = CountDigits(line);
  if (digits == 0 || digits > kMostDigits || digits >= line.size()) return std::nullopt;
  if (line[digits] != '.' && line[digits] != ')') return std::nullopt;
  const std::size_t spaces = SpacesBeforeText(line.substr(digits + 1));
  if (spaces == 0) return std::nullopt;
  const std::size_t size = digits + 1 + spaces;
  const std::string_view rest = line.substr(size);
  const std::size_t further = CountDigits(rest);
  if (further > 0 && further < rest.size() && rest[further] == '.') return std::nullopt;
  int number = 0;
  for (const char c : line.substr(0, digits)) number = number * 10 + (c - '0');
  return ItemMark{ItemMark::Kind::kNumber, number, size};
}

}  // namespace

std::optional<ItemMark> FindItemMark(std::string_view line) {
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t spaces = SpacesBeforeText(line.substr(bullet.size()));
    if (spaces == 0) return std::nullopt;
    return ItemMark{ItemMark::Kind::kBullet, 0, bullet.size() + spaces};
  }
  return FindNumber(line);
}

}  // namespace pomocnik::kb
