#include "base/latin.h"

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

}  // namespace pomocnik
