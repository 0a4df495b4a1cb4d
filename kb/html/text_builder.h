// Text out of pieces, as a browser would flow them together.
#pragma once

#include <string_view>

#include "kb/article.h"

namespace pomocnik::kb::html {

// White space of any kind and length becomes one space between words, none at the ends; what is not seen is left out.
// Pieces of one style become one span. A space between two styles belongs to the plainer one.
class TextBuilder {
 public:
  // `style` without its text. REQUIRES: IsValidUtf8(words).
  void Append(std::string_view words, const Span& style);
  // White space, if words follow.
  void AppendSpace() { gap_ = true; }
  // Words of our own with a space on both sides, but not before a full stop or within a bracket.
  void AppendMark(std::string_view words, const Span& style);

  // A sign right behind the last word, with a space behind it.
  void AppendSign(std::string_view sign);

  bool empty() const { return text_.empty(); }
  // The last byte of the text; 0 when there is none.
  char last() const { return text_.empty() ? '\0' : text_.back().text.back(); }
  // The text so far; the builder is empty then.
  Text Take();

 private:
  void AppendLetters(std::string_view letters, const Span& style);

  Text text_;
  bool gap_ = false;
  bool after_mark_ = false;
};

}  // namespace pomocnik::kb::html
