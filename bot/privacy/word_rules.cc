#include <algorithm>
#include <array>
#include <string>

#include "bot/privacy/rules.h"

namespace pomocnik::bot {
namespace {

bool IsTokenChar(char c) { return IsLetterOrDigit(c) || c == '-' || c == '_'; }
bool IsMailNameChar(char c) {
  return IsLetterOrDigit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}
bool IsHostChar(char c) { return IsLetterOrDigit(c) || c == '.' || c == '-'; }

template <typename Accepts>
std::size_t SkipWhile(std::string_view chars, std::size_t at, Accepts accepts) {
  while (at < chars.size() && accepts(chars[at])) ++at;
  return at;
}

// "@", or how people write it for programs not to see; 0 for anything else.
std::size_t AtSignLength(std::string_view chars, std::size_t at) {
  constexpr std::array<std::string_view, 5> kSigns = {"@", "(at)", "[at]", "(afna)", "[afna]"};
  const auto* sign = std::find_if(kSigns.begin(), kSigns.end(), [&](std::string_view candidate) {
    return chars.substr(at, candidate.size()) == candidate;
  });
  return sign == kSigns.end() ? 0 : sign->size();
}

// A space and a line break may stand on either side of the sign.
std::size_t SkipGap(std::string_view chars, std::size_t at) {
  if (at < chars.size() && chars[at] == ' ') ++at;
  if (at < chars.size() && chars[at] == '\n') ++at;
  return at;
}

std::size_t SkipGapBack(std::string_view chars, std::size_t from, std::size_t at) {
  if (at > from && chars[at - 1] == '\n') --at;
  if (at > from && chars[at - 1] == ' ') --at;
  return at;
}

// Whether the line begins with the end of an address whose line was wrapped at its last dot. A sentence
// would begin with a capital letter ("Si že poskusil").
bool BeginsWithDomain(const PlainText& text, std::size_t at) {
  constexpr std::array<std::string_view, 12> kDomains = {"si", "hr", "com", "eu", "org", "net",
                                                         "at", "it", "de",  "rs", "ba",  "info"};
  const std::string_view chars = text.chars;
  const std::size_t end = SkipWhile(chars, at, IsLetterOrDigit);
  const std::string_view word = chars.substr(at, end - at);
  return std::find(kDomains.begin(), kDomains.end(), word) != kDomains.end() &&
         text.source[text.offsets[at]] == word.front();
}

std::size_t HostEnd(const PlainText& text, std::size_t begin) {
  const std::string_view chars = text.chars;
  std::size_t end = SkipWhile(chars, begin, IsHostChar);
  const bool wrapped = end > begin + 1 && chars[end - 1] == '.' && end < chars.size() &&
                       chars[end] == '\n' && BeginsWithDomain(text, end + 1);
  if (wrapped) end = SkipWhile(chars, end + 1, IsLetterOrDigit);
  while (end > begin && !IsLetterOrDigit(chars[end - 1])) --end;
  return end;
}

// A name, a dot and two letters or more: not "cena @ 5.50".
bool IsHost(std::string_view chars, std::size_t begin, std::size_t end) {
  std::size_t domain = end;
  while (domain > begin && (IsLetterOrDigit(chars[domain - 1]) || chars[domain - 1] == '-'))
    --domain;
  std::size_t dot = domain;
  if (dot > begin && chars[dot - 1] == '\n') --dot;
  return end - domain >= 2 && IsLetter(chars[domain]) && dot > begin + 1 && chars[dot - 1] == '.';
}

bool IsQuote(char c) { return c == '"' || c == '\'' || c == '`' || c == PlainText::kOtherSymbol; }
bool EndsValue(char c) { return c == ' ' || c == '\n' || c == '\r'; }
bool EndsSentence(char c) { return c == ',' || c == '.' || c == ';' || c == '?' || c == '!'; }

// How a password is introduced: a colon or "=" says that one follows, "je" may say something about it.
enum class Introduction { kNone, kVerb, kSign };

struct Value {
  std::size_t begin = 0;
  std::size_t end = 0;
  Introduction introduction = Introduction::kNone;
};

bool IsVerb(std::string_view word) {
  constexpr std::array<std::string_view, 8> kVerbs = {"je",    "is",  "was", "bilo",
                                                      "glasi", "sem", "bo",  "imam"};
  return std::find(kVerbs.begin(), kVerbs.end(), word) != kVerbs.end();
}

// What people say about a password instead of saying it.
bool IsRemark(std::string_view word) {
  constexpr std::array<std::string_view, 62> kStems = {
      "napacn",  "potekl",    "pravil",  "zaklenj",  "pozab",  "predolg",  "prekrat", "treba",
      "potreb",  "obvezn",    "bil",     "se",       "ze",     "v",        "na",      "za",
      "ni",      "ne",        "ist",     "enak",     "drug",   "nov",      "star",    "shranj",
      "skrit",   "vidn",      "prav",    "lahko",    "mogoc",  "neveljav", "veljav",  "expired",
      "wrong",   "incorrect", "invalid", "required", "not",    "too",      "the",     "my",
      "correct", "same",      "reset",   "locked",   "forgot", "kriv",     "pogres",  "istek",
      "spremen", "zamenj",    "ponast",  "dolg",     "kratk",  "moj",      "nekaj",   "sestav",
      "dolocen", "znan",      "nast",    "ok",       "dovolj", "tezko"};
  return std::any_of(kStems.begin(), kStems.end(), [&](std::string_view stem) {
    return stem.size() <= 3 ? word == stem || (stem.size() == 3 && word.substr(0, 3) == stem)
                            : word.substr(0, stem.size()) == stem;
  });
}

// Only lower-case letters cannot be told from a word; PlainText has lost the case, so only digits and signs
// are seen.
bool LooksSecret(std::string_view value) {
  return std::any_of(value.begin(), value.end(), [](char c) { return !IsLetter(c); });
}

// What stands behind the word "geslo" that ends at `at`: up to four words, then the introduction, then the
// value. Without an introduction the next word is the value.
Value ReadValue(std::string_view chars, std::size_t at) {
  Value value;
  std::size_t next = SkipWhile(chars, at, [](char c) { return c == ' '; });
  std::size_t first = next;
  for (int words = 0; words <= 4 && next < chars.size(); ++words) {
    std::size_t end = SkipWhile(chars, next, [](char c) { return !EndsValue(c); });
    std::string_view word = chars.substr(next, end - next);
    std::size_t sign = word.find_first_of(":=");
    if (sign != std::string_view::npos) {
      value.introduction = Introduction::kSign;
      next += sign + 1;
      break;
    }
    if (word.empty() || EndsSentence(word.back())) break;
    next = SkipWhile(chars, end, [](char c) { return c == ' '; });
    if (IsVerb(word)) {
      value.introduction = Introduction::kVerb;
      break;
    }
  }
  if (value.introduction == Introduction::kNone) next = first;
  next = SkipWhile(chars, next, [](char c) { return c == ' ' || c == ':' || c == '='; });
  value.begin = SkipWhile(chars, next, IsQuote);
  bool quoted = value.begin > next;
  value.end = SkipWhile(chars, value.begin, [&](char c) {
    return quoted ? !IsQuote(c) && c != '\n' : !EndsValue(c) && !IsQuote(c);
  });
  while (!quoted && value.end > value.begin &&
         (EndsSentence(chars[value.end - 1]) || chars[value.end - 1] == ')') &&
         chars[value.end - 1] != '!') {
    --value.end;
  }
  return value;
}

bool IsPasswordWord(std::string_view word) {
  constexpr std::array<std::string_view, 14> kWords = {
      "geslo", "gesla", "geslom", "gesel",   "password", "passwd",  "passcode",
      "pwd",   "pass",  "pin",    "lozinka", "lozinko",  "lozinku", "lozinke"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool IsPassword(std::string_view value, Introduction introduction) {
  if (value.size() < 3 || value.front() == PlainText::kPlaceholder) return false;
  if (LooksSecret(value)) return true;
  if (introduction == Introduction::kNone) return false;
  return introduction == Introduction::kSign || !IsRemark(value);
}

}  // namespace

void FindTokens(const PlainText& text, Findings& found) {
  std::string_view chars = text.chars;
  for (std::size_t at = chars.find("eyj"); at != std::string_view::npos;
       at = chars.find("eyj", at)) {
    // Three parts with dots between them, the last of which may be empty.
    std::size_t first = SkipWhile(chars, at, IsTokenChar);
    std::size_t second = first;
    if (first < chars.size() && chars[first] == '.') {
      second = SkipWhile(chars, first + 1, IsTokenChar);
    }
    bool begins = at == 0 || !IsTokenChar(chars[at - 1]);
    if (begins && first - at >= 10 && second > first + 1) {
      std::size_t end = second;
      if (end < chars.size() && chars[end] == '.') end = SkipWhile(chars, end + 1, IsTokenChar);
      found.push_back({at, end, PersonalData::kToken});
    }
    at = std::max(second, at + 3);
  }
  constexpr std::string_view kBearer = "bearer ";
  for (std::size_t at = chars.find(kBearer); at != std::string_view::npos;
       at = chars.find(kBearer, at + 1)) {
    std::size_t begin = at + kBearer.size();
    std::size_t end =
        SkipWhile(chars, begin, [](char c) { return IsTokenChar(c) || c == '.' || c == '='; });
    if (end - begin >= 16) found.push_back({begin, end, PersonalData::kToken});
  }
}

void FindEmails(const PlainText& text, Findings& found) {
  std::string_view chars = text.chars;
  std::size_t from = 0;  // never reads a name twice
  for (std::size_t at = 0; at < chars.size(); ++at) {
    const std::size_t length = AtSignLength(chars, at);
    if (length == 0) continue;
    const std::size_t name_end = SkipGapBack(chars, from, at);
    std::size_t begin = name_end;
    while (begin > from && IsMailNameChar(chars[begin - 1])) --begin;
    const std::size_t host = SkipGap(chars, at + length);
    const std::size_t end = HostEnd(text, host);
    if (begin < name_end && IsHost(chars, host, end)) {
      found.push_back({begin, end, PersonalData::kEmail});
    }
    from = at + length;
    at = from - 1;
  }
}

void FindPasswords(const PlainText& text, Findings& found) {
  std::string_view chars = text.chars;
  std::size_t at = 0;
  while (at < chars.size()) {
    if (!IsLetter(chars[at])) {
      ++at;
      continue;
    }
    std::size_t end = SkipWhile(chars, at, IsLetterOrDigit);
    if (IsPasswordWord(chars.substr(at, end - at))) {
      Value value = ReadValue(chars, end);
      if (IsPassword(chars.substr(value.begin, value.end - value.begin), value.introduction)) {
        found.push_back({value.begin, value.end, PersonalData::kSecret});
        end = value.end;
      }
    }
    at = end;
  }
}

}  // namespace pomocnik::bot
