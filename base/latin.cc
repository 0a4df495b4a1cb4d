#include "base/latin.h"

#include "base/utf8.h"

namespace pomocnik {

char PlainLetter(char32_t letter) {
  if (letter >= U'A' && letter <= U'Z') return static_cast<char>(letter - U'A' + U'a');
  if (letter >= U'a' && letter <= U'z') return static_cast<char>(letter);
  switch (letter) {
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

std::string PlainLetters(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      const char c = text[i++];
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    const char letter = PlainLetter(NextCodePoint(text, i));
    if (letter != 0) {
      plain += letter;
    } else {
      plain += text.substr(begin, i - begin);
    }
  }
  return plain;
}

}  // namespace pomocnik
