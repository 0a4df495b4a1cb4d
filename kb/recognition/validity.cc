#include "kb/recognition/validity.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "kb/recognition/words.h"
#include "kb/recognition/written_date.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr std::size_t kWordsBefore = 7;
constexpr std::size_t kBytesBefore = 120;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool BeginsWithOneOf(std::string_view word, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [word](std::string_view beginning) { return word.starts_with(beginning); });
}

bool SaysHolds(std::string_view word) {
  return BeginsWithOneOf(word, {"velja", "veljav", "vrijedi", "važi", "valid", "effective"});
}

// The words of the sentence before a date, the last ones.
std::vector<std::string> WordsBefore(std::string_view text, std::size_t position) {
  std::size_t begin = position - std::min(position, kBytesBefore);
  while (begin < position && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  std::string_view before = text.substr(begin, position - begin);
  // A sentence ends with ". " and a capital; a line ends always. The dots of dates are followed by digits.
  std::size_t start = before.rfind('\n') + 1;
  for (std::size_t at = before.find(". ", start); at != std::string_view::npos;
       at = before.find(". ", at + 1)) {
    const char next = at + 2 < before.size() ? before[at + 2] : '\0';
    if ((next >= 'A' && next <= 'Z') || static_cast<unsigned char>(next) >= 0xC3) start = at + 2;
  }
  std::vector<std::string> words =
      Words(before.substr(std::min(start, before.size())), kBytesBefore);
  if (words.size() > kWordsBefore) words.erase(words.begin(), words.end() - kWordsBefore);
  return words;
}

// Whether the words are about the article: "Navodilo velja", "Velja", "This article is valid".
bool SpeaksOfItself(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (SaysHolds(word)) return true;
    if (!BeginsWithOneOf(
            word, {"navodil", "član", "prispev", "obvestil", "novic", "ta", "to", "stran", "vsebin",
                   "uput", "ova", "this", "article", "page", "is", "je", "so"})) {
      return false;
    }
  }
  return false;
}

class ValidityReader {
 public:
  ValidityReader(std::string_view text, Kind kind) : text_(text), kind_(kind) {}

  Validity Read() && {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!BeginsWord(at)) continue;
      const auto date = ReadDate(text_, at);
      if (!date) continue;
      Take(at, date->date);
      at = date->end - 1;
    }
    return std::move(validity_);
  }

 private:
  // Only what may begin a date: a digit, or the capital of a month's name in English.
  bool BeginsWord(std::size_t at) const {
    const char c = text_[at];
    const bool may_begin = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'S');
    if (!may_begin || at == 0) return may_begin;
    const char before = text_[at - 1];
    return std::string_view(" \n(:-/").find(before) != std::string_view::npos;
  }

  void Take(std::size_t at, Date date) {
    const std::vector<std::string> words = WordsBefore(text_, at);
    const bool holds =
        std::any_of(words.begin(), words.end(), [](const auto& word) { return SaysHolds(word); });
    if (holds) return TakeBound(words, date);
    TakeUpdated(words, date);
  }

  void TakeBound(const std::vector<std::string>& words, Date date) {
    const bool is_news = kind_ == Kind::kLegislation || kind_ == Kind::kNewsletter;
    if (!is_news && !SpeaksOfItself(words)) return;
    const double confidence = is_news ? 0.8 : 0.9;
    const auto bound = std::find_if(words.rbegin(), words.rend(), [](const auto& word) {
      return IsOneOf(word, {"od", "do", "from", "until", "to", "through", "till", "of"});
    });
    if (bound == words.rend()) return;
    const bool is_first = IsOneOf(*bound, {"od", "from", "of"});
    Consider(is_first ? validity_.from : validity_.to, {date, confidence, Sentence(words)});
  }

  void TakeUpdated(const std::vector<std::string>& words, Date date) {
    if (words.empty()) return;
    const auto says = [&](std::initializer_list<std::string_view> beginnings) {
      return std::any_of(words.begin(), words.end(),
                         [&](const auto& word) { return BeginsWithOneOf(word, beginnings); });
    };
    if (says({"posodob", "sprememb", "spremenjen", "objavljen", "updated", "published", "ažurir",
              "objavlj", "zadnja"})) {
      Consider(validity_.updated, {date, 0.8, Sentence(words)});
    } else if (says({"verzij", "različic", "version"})) {
      Consider(validity_.updated, {date, 0.6, Sentence(words)});
    }
  }

  static std::string Sentence(const std::vector<std::string>& words) {
    std::string sentence = "the words";
    for (const std::string& word : words) sentence += " " + word;
    return sentence;
  }

  std::string_view text_;
  Kind kind_;
  Validity validity_;
};

}  // namespace

Validity FindValidity(std::string_view text, Kind kind) {
  return ValidityReader(text, kind).Read();
}

}  // namespace pomocnik::kb::recognition
