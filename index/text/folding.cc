#include "index/text/folding.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/latin.h"
#include "base/utf8.h"

namespace pomocnik::index {
namespace {

// Latin letters that compatibility decomposition leaves whole.
std::string_view Unaccented(char32_t letter) {
  switch (letter) {
    case U'đ':
    case U'ð':
      return "d";
    case U'ł':
      return "l";
    case U'ø':
      return "o";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'þ':
      return "th";
    default:
      return {};
  }
}

std::string FoldWithIcu(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKDInstance(status);
  auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString decomposed;
  if (U_SUCCESS(status)) decomposed = normalizer->normalize(source.toLower(), status);
  if (U_FAILURE(status)) decomposed = source;  // ICU without its data: at least nothing is lost
  std::string folded;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    auto letter = static_cast<char32_t>(decomposed.char32At(i));
    if (u_charType(static_cast<UChar32>(letter)) == U_NON_SPACING_MARK) continue;
    auto plain = Unaccented(letter);
    if (plain.empty()) {
      AppendCodePoint(letter, folded);
    } else {
      folded += plain;
    }
  }
  return folded;
}

}  // namespace

std::string Fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) {
    char32_t letter = NextCodePoint(text, position);
    if (char plain = PlainLetter(letter)) {
      folded.push_back(plain);
    } else if (letter < 0x80) {
      folded.push_back(static_cast<char>(letter));
    } else {
      return FoldWithIcu(text);
    }
  }
  return folded;
}

bool IsVowel(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

bool IsPlainWord(std::string_view folded) {
  return std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace pomocnik::index
