#include "bot/privacy/plain_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/latin.h"
#include "base/utf8.h"

namespace pomocnik::bot {
namespace {

bool Within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool IsInvisible(char32_t c) {
  return c == 0xAD || Within(c, 0x300, 0x36F) || Within(c, 0x200B, 0x200F) ||
         Within(c, 0x202A, 0x202E) || Within(c, 0x2060, 0x2064) || c == 0xFEFF ||
         Within(c, 0xFE00, 0xFE0F);
}

bool IsSpace(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || Within(c, 0x2000, 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool IsHyphen(char32_t c) {
  return c == '-' || Within(c, 0x2010, 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63;
}

std::optional<char> DigitOf(char32_t c) {
  for (char32_t zero : {char32_t{0x660}, char32_t{0x6F0}, char32_t{0x966}}) {
    if (Within(c, zero, zero + 9)) return static_cast<char>('0' + (c - zero));
  }
  if (Within(c, 0x1D7CE, 0x1D7FF)) return static_cast<char>('0' + (c - 0x1D7CE) % 10);
  return std::nullopt;
}

char LetterOf(char32_t c) {
  if (char plain = PlainLetter(c)) return plain;
  bool letter = (Within(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) || Within(c, 0x370, 0x1FFF) ||
                Within(c, 0x3040, 0x9FFF) || Within(c, 0xAC00, 0xD7AF);
  return letter ? PlainText::kOtherLetter : PlainText::kOtherSymbol;
}

char PlainOf(char32_t c) {
  if (Within(c, 0xFF01, 0xFF5E)) c -= 0xFEE0;  // full-width forms of ASCII
  if (IsSpace(c)) return ' ';
  if (IsHyphen(c)) return '-';
  if (c < 0x80 && !PlainLetter(c)) return static_cast<char>(c);
  if (auto digit = DigitOf(c)) return *digit;
  return LetterOf(c);
}

bool Fits(std::string_view word, std::string_view stem) {
  return stem.size() <= 3 ? word == stem : word.substr(0, stem.size()) == stem;
}

bool FitsAny(std::string_view word, std::initializer_list<std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(),
                     [&](std::string_view stem) { return Fits(word, stem); });
}

}  // namespace

PlainText MakePlainText(std::string_view source,
                        const std::vector<std::string_view>& placeholders) {
  PlainText plain;
  plain.source = source;
  std::size_t position = 0;
  while (position < source.size()) {
    std::size_t begin = position;
    auto ours = std::find_if(placeholders.begin(), placeholders.end(), [&](std::string_view label) {
      return source.substr(begin, label.size()) == label;
    });
    if (ours != placeholders.end()) {
      position += ours->size();
      plain.chars += PlainText::kPlaceholder;
    } else {
      char32_t c = NextCodePoint(source, position);
      const bool line_end = c == '\r' && source.substr(position, 1) == "\n";
      if (line_end || IsInvisible(c)) continue;
      plain.chars += PlainOf(c);
    }
    plain.offsets.push_back(begin);
  }
  plain.offsets.push_back(source.size());
  return plain;
}

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || c == PlainText::kOtherLetter; }
bool IsLetterOrDigit(char c) { return IsDigit(c) || IsLetter(c); }

std::optional<int> WordsBack(std::string_view chars, std::size_t begin, int words,
                             std::initializer_list<std::string_view> stems) {
  std::size_t end = begin;
  for (int count = 1; count <= words; ++count) {
    while (end > 0 && !IsLetterOrDigit(chars[end - 1]) && chars[end - 1] != '\n') --end;
    std::size_t start = end;
    while (start > 0 && IsLetterOrDigit(chars[start - 1])) --start;
    if (start == end) return std::nullopt;
    if (FitsAny(chars.substr(start, end - start), stems)) return count;
    end = start;
  }
  return std::nullopt;
}

std::optional<int> WordsAhead(std::string_view chars, std::size_t end, int words,
                              std::initializer_list<std::string_view> stems) {
  std::size_t begin = end;
  for (int count = 1; count <= words; ++count) {
    while (begin < chars.size() && !IsLetterOrDigit(chars[begin]) && chars[begin] != '\n') ++begin;
    std::size_t stop = begin;
    while (stop < chars.size() && IsLetterOrDigit(chars[stop])) ++stop;
    if (stop == begin) return std::nullopt;
    if (FitsAny(chars.substr(begin, stop - begin), stems)) return count;
    begin = stop;
  }
  return std::nullopt;
}

}  // namespace pomocnik::bot
