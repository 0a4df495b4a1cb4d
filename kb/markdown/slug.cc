#include "kb/markdown/slug.h"

#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

// The ASCII letter or digit that stands for a code point in a slug; 0 for none.
char SlugLetter(char32_t code_point) {
  if (code_point >= U'A' && code_point <= U'Z') return static_cast<char>(code_point - U'A' + U'a');
  bool is_plain =
      (code_point >= U'a' && code_point <= U'z') || (code_point >= U'0' && code_point <= U'9');
  if (is_plain) return static_cast<char>(code_point);
  switch (code_point) {
    case U'č':
    case U'Č':
    case U'ć':
    case U'Ć':
      return 'c';
    case U'š':
    case U'Š':
      return 's';
    case U'ž':
    case U'Ž':
      return 'z';
    case U'đ':
    case U'Đ':
      return 'd';
    default:
      return 0;
  }
}

}  // namespace

std::string Slug(std::string_view text) {
  std::string slug;
  bool gap = false;
  for (std::size_t position = 0; position < text.size();) {
    char letter = SlugLetter(NextCodePoint(text, position));
    if (letter == 0) {
      gap = true;
      continue;
    }
    if (gap && !slug.empty()) slug += '-';
    gap = false;
    slug += letter;
  }
  return slug;
}

std::string AnchorNames::Next(std::string_view heading) {
  std::string slug = Slug(heading);
  if (slug.empty()) slug = "razdelek";
  int& number = last_number_[slug];
  std::string anchor;
  do {
    ++number;
    anchor = number == 1 ? slug : slug + "-" + std::to_string(number);
  } while (!used_.insert(anchor).second);
  return anchor;
}

}  // namespace pomocnik::kb
