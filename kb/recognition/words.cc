#include "kb/recognition/words.h"

#include <algorithm>

#include "base/latin.h"
#include "base/utf8.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr std::size_t kLongestEnding = 5;  // of a file's name, without the dot: "xhtml"

bool IsAsciiLetterOrDigit(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

// The small letter of č, š, ž, ć, đ and ASCII; whatever else is a letter stays as it is.
char32_t SmallLetter(char32_t c) {
  switch (c) {
    case U'Č':
      return U'č';
    case U'Š':
      return U'š';
    case U'Ž':
      return U'ž';
    case U'Ć':
      return U'ć';
    case U'Đ':
      return U'đ';
    default:
      return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
  }
}

// Letters of other languages count, so that their words do not fall to pieces. Marks such as »« do not.
bool IsWordCharacter(char32_t c) {
  if (IsAsciiLetterOrDigit(c) || PlainLetter(c) != 0) return true;
  const bool is_latin = c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
  return is_latin || (c >= 0x370 && c <= 0x1FFF);
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string WithoutPercents(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool may_be = text[i] == '%' && i + 2 < text.size();
    const int high = may_be ? HexDigit(text[i + 1]) : -1;
    const int low = may_be ? HexDigit(text[i + 2]) : -1;
    if (high >= 0 && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return IsValidUtf8(out) ? out : std::string(text);
}

}  // namespace

std::vector<std::string> Words(std::string_view text, std::size_t limit) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i < text.size() && words.size() < limit;) {
    const char32_t c = NextCodePoint(text, i);
    if (IsWordCharacter(c)) {
      AppendCodePoint(SmallLetter(c), word);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty() && words.size() < limit) words.push_back(std::move(word));
  return words;
}

bool BeginsWithWords(std::string_view slug, std::string_view words) {
  return !words.empty() && slug.starts_with(words) &&
         (slug.size() == words.size() || slug[words.size()] == '-');
}

bool EndsWithWords(std::string_view slug, std::string_view words) {
  return !words.empty() && slug.ends_with(words) &&
         (slug.size() == words.size() || slug[slug.size() - words.size() - 1] == '-');
}

bool HasWords(std::string_view slug, std::string_view words) {
  if (words.empty()) return false;
  for (std::size_t at = slug.find(words); at != std::string_view::npos;
       at = slug.find(words, at + 1)) {
    const bool begins = at == 0 || slug[at - 1] == '-';
    if (begins && BeginsWithWords(slug.substr(at), words)) return true;
  }
  return false;
}

int CountBeginnings(std::string_view slug, std::string_view words) {
  int count = 0;
  for (std::size_t at = slug.find(words); at != std::string_view::npos && !words.empty();
       at = slug.find(words, at + words.size())) {
    if (at == 0 || slug[at - 1] == '-') ++count;
  }
  return count;
}

std::string TextOf(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) text += PlainText(block) + "\n";
  return text;
}

std::string SlugOfAddress(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::size_t scheme = address.find("://");
  const std::size_t host_end = scheme == std::string_view::npos ? 0 : address.find('/', scheme + 3);
  if (host_end == std::string_view::npos) return "";
  std::string_view last = address.substr(address.rfind('/') + 1);
  const std::size_t dot = last.rfind('.');
  const bool has_ending = dot != std::string_view::npos && dot > 0 &&
                          last.size() - dot - 1 <= kLongestEnding &&
                          last.find_first_of("_-%", dot) == std::string_view::npos;
  if (has_ending) last = last.substr(0, dot);
  return Slug(WithoutPercents(last));
}

}  // namespace pomocnik::kb::recognition
