#include "kb/html/text_builder.h"

#include <utility>

#include "kb/html/characters.h"

namespace pomocnik::kb::html {
namespace {

bool IsOfStyle(const Span& span, const Span& style) {
  return span.style == style.style && span.href == style.href;
}

bool IsPlain(const Span& span) { return span.style == Span::Style::kPlain && span.href.empty(); }

Span Styled(std::string_view words, const Span& style) {
  return {.text = std::string(words), .style = style.style, .href = style.href};
}

}  // namespace

void TextBuilder::Append(std::string_view words, const Span& style) {
  std::size_t begin = 0;  // of the letters that are not yet appended
  for (std::size_t at = 0; at < words.size();) {
    std::size_t start = at;
    Character next = NextCharacter(words, at);
    bool is_itself = next.bytes.data() == words.data() + start;
    if (next.kind == Character::Kind::kLetter && is_itself) continue;
    AppendLetters(words.substr(begin, start - begin), style);
    if (next.kind == Character::Kind::kLetter) AppendLetters(next.bytes, style);
    if (next.kind == Character::Kind::kBlank) gap_ = true;
    begin = at;
  }
  AppendLetters(words.substr(begin), style);
}

void TextBuilder::AppendMark(std::string_view words, const Span& style) {
  if (!text_.empty() && last() != '(' && last() != '[') gap_ = true;
  Append(words, style);
  after_mark_ = true;
}

void TextBuilder::AppendSign(std::string_view sign) {
  gap_ = after_mark_ = false;
  Append(sign, {});
  gap_ = true;
}

void TextBuilder::AppendLetters(std::string_view letters, const Span& style) {
  if (letters.empty()) return;
  if (std::exchange(after_mark_, false)) {
    gap_ = std::string_view(".,;:!?)]").find(letters[0]) == std::string_view::npos;
  }
  const bool has_gap = std::exchange(gap_, false) && !text_.empty();
  if (!text_.empty() && IsOfStyle(text_.back(), style)) {
    if (has_gap) text_.back().text += ' ';
    text_.back().text += letters;
    return;
  }
  if (has_gap && IsPlain(style)) {
    text_.push_back(Styled(" " + std::string(letters), style));
    return;
  }
  if (has_gap && IsPlain(text_.back())) {
    text_.back().text += ' ';
  } else if (has_gap) {
    text_.push_back(Styled(" ", {}));
  }
  text_.push_back(Styled(letters, style));
}

Text TextBuilder::Take() {
  gap_ = after_mark_ = false;
  return std::exchange(text_, {});
}

}  // namespace pomocnik::kb::html
