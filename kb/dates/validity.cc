#include "kb/dates/validity.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/latin.h"
#include "kb/dates/written_dates.h"

namespace pomocnik::kb {
namespace {

using Words = std::span<const std::string_view>;

// Beginnings of words that say that something holds, without marks.
constexpr auto kHolds =
    std::to_array<std::string_view>({"velja", "veljav", "vazi", "vazec", "vrijedi", "vrijede",
                                     "valid", "in force", "applies", "effective"});
// And that something ends, or must be done.
constexpr auto kDeadlines = std::to_array<std::string_view>(
    {"expire", "deadline", "podaljsan", "prehodn", "rok ", "roki "});
// Beginnings of words that a text speaks of itself with before it says that it holds.
constexpr auto kItself = std::to_array<std::string_view>(
    {"navodil", "clan", "prispev", "obvestil", "novic", "ta", "to", "stran", "vsebin", "uput",
     "ova", "this", "article", "page", "is", "je", "so"});

// What stands between it and the date, without marks.
constexpr auto kUntil = std::to_array<std::string_view>(
    {"do", "until", "till", "through", "valid to", "zakljucno s", "zakljucno z"});
constexpr auto kFrom =
    std::to_array<std::string_view>({"od", "from", "since", "between", "as of", "effective"});
// What only goes on with a beginning.
constexpr auto kRangeUntil = std::to_array<std::string_view>({"to", "and"});
// Words that may stand between those and the date.
constexpr auto kFillers = std::to_array<std::string_view>(
    {"vkljucno", "ukljucivo", "dne", "vkljucno z", "konca", "and including"});

bool IsSmallLetter(char c) { return c >= 'a' && c <= 'z'; }

std::string_view WithoutSpacesBehind(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \n\t") + 1);
}

bool EndsWithWord(std::string_view text, std::string_view word) {
  return text.ends_with(word) &&
         (text.size() == word.size() || !IsSmallLetter(text[text.size() - word.size() - 1]));
}

bool EndsWithOneOf(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return EndsWithWord(text, word); });
}

bool BeginsWithOneOf(std::string_view text, Words beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view beginning) { return text.starts_with(beginning); });
}

// Whether one of its words begins so.
bool HasOneOf(std::string_view sentence, Words beginnings) {
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const bool begins_word =
        IsSmallLetter(sentence[at]) && (at == 0 || !IsSmallLetter(sentence[at - 1]));
    if (begins_word && BeginsWithOneOf(sentence.substr(at), beginnings)) return true;
  }
  return false;
}

// "Navodilo velja", "Velja", "This article is valid": nothing but the text itself before the word that says so.
bool SpeaksOfItself(std::string_view sentence) {
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const bool begins_word =
        IsSmallLetter(sentence[at]) && (at == 0 || !IsSmallLetter(sentence[at - 1]));
    if (!begins_word) continue;
    if (BeginsWithOneOf(sentence.substr(at), kHolds)) return true;
    if (!BeginsWithOneOf(sentence.substr(at), kItself)) return false;
  }
  return false;
}

bool SpeaksOfHolding(std::string_view sentence, Holding holding) {
  if (holding == Holding::kTextItself) return SpeaksOfItself(sentence);
  return HasOneOf(sentence, kHolds) || HasOneOf(sentence, kDeadlines);
}

// What stands before a date, without the words that only fill.
std::string_view WithoutFillers(std::string_view sentence) {
  std::string_view before = WithoutSpacesBehind(sentence);
  for (const std::string_view filler : kFillers) {
    if (EndsWithWord(before, filler)) {
      before = WithoutSpacesBehind(before.substr(0, before.size() - filler.size()));
    }
  }
  return before;
}

class ValidityReader {
 public:
  ValidityReader(std::string_view text, Holding holding) : text_(text), holding_(holding) {}

  std::optional<Validity> Read() && {
    for (const WrittenDate& written : FindDates(text_)) Take(written);
    if (!ending_) return std::move(beginning_);
    // What ends before it begins was misread.
    if (!ending_->from && beginning_) ending_->from = beginning_->from;
    if (ending_->from && *ending_->from > *ending_->to) ending_->from.reset();
    return std::move(ending_);
  }

 private:
  void Take(const WrittenDate& written) {
    const std::string_view sentence = SentenceBefore(text_, written.begin);
    const std::string plain = PlainLetters(sentence);
    const std::string_view before = WithoutFillers(plain);
    const auto begin = static_cast<std::size_t>(sentence.data() - text_.data());
    const std::string_view evidence = text_.substr(begin, written.end - begin);
    if (EndsWithOneOf(before, kFrom)) {
      range_ = written;
      const bool is_earlier = !beginning_ || written.date < *beginning_->from;
      if (is_earlier && SpeaksOfHolding(plain, holding_)) {
        beginning_ = Validity{written.date, std::nullopt, std::string(evidence)};
      }
      return;
    }
    const bool in_range = range_ && range_->begin >= begin;
    const bool until =
        EndsWithOneOf(before, kUntil) || (in_range && EndsWithOneOf(before, kRangeUntil));
    if (!until || (ending_ && *ending_->to >= written.date)) return;
    if (!SpeaksOfHolding(plain, holding_)) return;
    const auto from = in_range ? std::optional(range_->date) : std::nullopt;
    ending_ = Validity{from, written.date, std::string(evidence)};
  }

  std::string_view text_;
  Holding holding_;
  std::optional<WrittenDate> range_;   // the last beginning, whatever begins
  std::optional<Validity> beginning_;  // the first day that something holds from
  std::optional<Validity> ending_;     // the last day that something holds until
};

}  // namespace

std::optional<Validity> FindValidity(std::string_view text, Holding holding) {
  return ValidityReader(text, holding).Read();
}

}  // namespace pomocnik::kb
