#include "kb/markdown/slug.h"

#include "base/latin.h"
#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

// The ASCII letter or digit that stands for a code point in a slug; 0 for none.
char SlugLetter(char32_t code_point) {
  if (code_point >= U'0' && code_point <= U'9') return static_cast<char>(code_point);
  return PlainLetter(code_point);
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
