#include "kb/recognition/last_change.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "kb/dates/written_dates.h"
#include "kb/recognition/words.h"

namespace pomocnik::kb::recognition {
namespace {

// Beginnings of words, as Words writes them.
constexpr auto kChanged =
    std::to_array<std::string_view>({"posodob", "sprememb", "spremenjen", "objavljen", "updated",
                                     "published", "ažurir", "objavlj", "zadnja"});
constexpr auto kVersion = std::to_array<std::string_view>({"verzij", "različic", "version"});
// Such a sentence is about something else than the last change.
constexpr auto kHolds =
    std::to_array<std::string_view>({"velja", "veljav", "vrijedi", "važi", "valid", "effective"});

// The words before the date, the last ones of its sentence.
std::vector<std::string> WordsBefore(std::string_view text, const WrittenDate& written) {
  constexpr std::size_t kWords = 7;
  const std::string_view sentence = SentenceBefore(text, written.begin);
  std::vector<std::string> words = Words(sentence, sentence.size());
  if (words.size() > kWords) words.erase(words.begin(), words.end() - kWords);
  return words;
}

bool HasOneOf(const std::vector<std::string>& words, std::span<const std::string_view> beginnings) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return word.starts_with(beginning); });
  });
}

std::string Evidence(const std::vector<std::string>& words) {
  std::string evidence = "the words";
  for (const std::string& word : words) evidence += " " + word;
  return evidence;
}

}  // namespace

std::optional<Guess<Date>> FindLastChange(std::string_view text) {
  constexpr double kSaid = 0.8;
  constexpr double kOfVersion = 0.6;
  std::optional<Guess<Date>> last;
  for (const WrittenDate& written : FindDates(text)) {
    const std::vector<std::string> words = WordsBefore(text, written);
    if (HasOneOf(words, kHolds)) continue;
    if (HasOneOf(words, kChanged)) {
      Consider(last, {written.date, kSaid, Evidence(words)});
    } else if (HasOneOf(words, kVersion)) {
      Consider(last, {written.date, kOfVersion, Evidence(words)});
    }
  }
  return last;
}

}  // namespace pomocnik::kb::recognition
