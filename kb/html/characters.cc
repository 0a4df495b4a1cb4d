#include "kb/html/characters.h"

#include "base/utf8.h"

namespace pomocnik::kb::html {
namespace {

bool IsBetween(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

Character::Kind KindOf(char32_t c) {
  if (c == ' ' || IsBetween(c, '\t', '\r')) return Character::Kind::kBlank;
  if (c < 0x20 || IsBetween(c, 0x7F, 0x9F)) return Character::Kind::kNothing;
  if (c < 0xA0) return Character::Kind::kLetter;
  if (c == 0xA0 || c == 0x1680 || IsBetween(c, 0x2000, 0x200A)) return Character::Kind::kBlank;
  if (c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000)
    return Character::Kind::kBlank;
  if (c == 0xAD || c == 0xFEFF || IsBetween(c, 0x200B, 0x200F)) return Character::Kind::kNothing;
  if (IsBetween(c, 0x202A, 0x202E) || IsBetween(c, 0x2060, 0x206F))
    return Character::Kind::kNothing;
  // Private use: letters of symbol fonts, which nobody can draw without the font.
  return IsBetween(c, 0xE000, 0xF8FF) ? Character::Kind::kNothing : Character::Kind::kLetter;
}

}  // namespace

Character NextCharacter(std::string_view text, std::size_t& position) {
  std::size_t begin = position;
  char32_t code_point = NextCodePoint(text, position);
  // The bullet of Word's lists, in its symbol font.
  if (code_point == 0xF0B7) return {Character::Kind::kLetter, "•"};
  return {KindOf(code_point), text.substr(begin, position - begin)};
}

}  // namespace pomocnik::kb::html
