#include "kb/recognition/language.h"

#include <algorithm>
#include <unordered_map>

#include "kb/recognition/words.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr std::size_t kEnoughWords = 3000;
constexpr double kLetterWeight = 0.25;  // against a word
constexpr double kManyHits = 6;

struct Score {
  std::string_view lang;
  double points = 0;
  int words = 0;
};

}  // namespace

std::optional<Guess<std::string>> GuessLanguage(std::string_view text,
                                                const std::vector<LanguageWords>& languages) {
  std::unordered_map<std::string_view, std::vector<std::size_t>> speaking;  // languages by word
  std::vector<Score> scores(languages.size());
  for (std::size_t i = 0; i < languages.size(); ++i) {
    scores[i].lang = languages[i].lang;
    for (const std::string& word : languages[i].words) speaking[word].push_back(i);
  }
  for (const std::string& word : Words(text, kEnoughWords)) {
    const auto found = speaking.find(word);
    if (found != speaking.end()) {
      for (const std::size_t i : found->second) ++scores[i].words;
    }
    for (std::size_t i = 0; i < languages.size(); ++i) {
      const auto& letters = languages[i].letters;
      const bool has_letter = std::any_of(letters.begin(), letters.end(), [&](const auto& letter) {
        return word.find(letter) != std::string::npos;
      });
      if (has_letter) scores[i].points += kLetterWeight;
    }
  }
  for (Score& score : scores) score.points += score.words;
  std::stable_sort(scores.begin(), scores.end(),
                   [](const Score& a, const Score& b) { return a.points > b.points; });
  if (scores.empty() || scores[0].words == 0) return std::nullopt;
  const double second = scores.size() > 1 ? scores[1].points : 0;
  const double lead = (scores[0].points - second) / scores[0].points;
  const double amount = std::min(1.0, (scores[0].points - second) / kManyHits);
  // Half of all points ahead is as clear as languages of one family get.
  const double confidence = std::min(1.0, 2 * lead) * (0.5 + 0.5 * amount);
  return Guess<std::string>{std::string(scores[0].lang), confidence,
                            std::to_string(scores[0].words) + " words of the text"};
}

}  // namespace pomocnik::kb::recognition
