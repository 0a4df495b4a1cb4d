#include "bot/dialogue/language.h"

#include <algorithm>
#include <array>
#include <string>

namespace pomocnik::bot {
namespace {

// Function words that the other two languages do not have or hardly use, with č, š and ž and
// without, as people type.
constexpr auto kSlovene = std::to_array<std::string_view>(
    {"bom",    "brez",  "ce",     "če",      "dobim", "jaz",  "kaj",   "kam",    "kateri",
     "katera", "kdaj",  "kdo",    "ker",     "ki",    "kje",  "kjer",  "kok",    "kot",
     "lahko",  "med",   "naj",    "naredim", "nej",   "ni",   "nisem", "novega", "nekaj",
     "oz",     "potem", "prosim", "rabim",   "sem",   "spet", "takoj", "tega",   "tudi",
     "v",      "ves",   "več",    "z",       "zakaj", "zdaj", "še"});

constexpr auto kEnglish = std::to_array<std::string_view>(
    {"about",   "an",   "and",   "are",   "can",   "could",   "does",    "don't", "for",
     "from",    "get",  "have",  "hello", "help",  "hi",      "how",     "if",    "is",
     "it",      "my",   "not",   "of",    "our",   "please",  "should",  "thank", "thanks",
     "that",    "the",  "there", "this",  "was",   "we",      "what",    "when",  "where",
     "which",   "who",  "why",   "will",  "with",  "would",   "you",     "your",  "didn't",
     "evening", "good", "hours", "it's",  "maybe", "minutes", "morning", "need",  "someone",
     "speak",   "talk", "want",  "yes"});

constexpr auto kCroatian = std::to_array<std::string_view>(
    {"bih",     "bismo",    "bok",         "cemu",  "čemu",    "gdje",    "gde",   "hocu",
     "hoću",    "jel",      "jesam",       "kada",  "koja",    "koje",    "kojem", "koji",
     "koju",    "li",       "moci",        "moći",  "moze",    "može",    "mogu",  "molim",
     "nije",    "nisam",    "sam",         "što",   "šta",     "trebam",  "tko",   "u",
     "umjesto", "uvijek",   "već",         "zasto", "zašto",   "ako",     "dobar", "kome",
     "košta",   "pomažete", "razgovarati", "traje", "čovjeka", "čovjekom"});

template <std::size_t N>
int Count(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) == words.end() ? 0 : 1;
}

// Lower-cases ASCII and the capitals of č, š, ž, ć and đ, which differ from them in the last bit or
// byte.
std::string SmallLetters(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    auto byte = static_cast<unsigned char>(lower[i]);
    if (byte >= 'A' && byte <= 'Z') lower[i] = static_cast<char>(byte + 32);
    bool second = i > 0 && (static_cast<unsigned char>(lower[i - 1]) == 0xC4 ||
                            static_cast<unsigned char>(lower[i - 1]) == 0xC5);
    // Č C4 8C, Ć C4 86, Đ C4 90, Š C5 A0 have the small letter one above; Ž C5 BD as well.
    bool capital = byte == 0x8C || byte == 0x86 || byte == 0x90 || byte == 0xA0 || byte == 0xBD;
    if (second && capital) lower[i] = static_cast<char>(byte + 1);
  }
  return lower;
}

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string_view DetectLanguage(std::string_view text, std::string_view so_far) {
  std::string lower = SmallLetters(text);
  int slovene = 0;
  int english = 0;
  int croatian = 0;
  // ć and đ are no Slovene letters.
  if (lower.find("ć") != std::string::npos || lower.find("đ") != std::string::npos) croatian += 2;
  std::size_t begin = 0;
  while (begin < lower.size()) {
    std::size_t end = begin;
    while (end < lower.size() && IsWordByte(lower[end])) ++end;
    std::string_view word(lower.data() + begin, end - begin);
    slovene += Count(kSlovene, word);
    english += Count(kEnglish, word);
    croatian += Count(kCroatian, word);
    begin = end + 1;
  }
  if (slovene == 0 && english == 0 && croatian == 0) return so_far;
  if (english > slovene && english >= croatian) return "en";
  if (croatian > slovene && croatian > english) return "hr";
  if (croatian == slovene && so_far == "hr") return "hr";
  return "sl";
}

}  // namespace pomocnik::bot
