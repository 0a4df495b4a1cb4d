#include "index/rank/suggester.h"

#include <algorithm>

namespace pomocnik::index {
namespace {

constexpr std::size_t kMinLetters = 2;
constexpr int kAtStart = 20;
constexpr int kInOrder = 10;

}  // namespace

void Suggester::Add(const std::vector<std::string>& phrases) {
  for (const auto& phrase : phrases) {
    Entry entry;
    entry.number = titles_;
    for (const Token& token : analyzer_.Analyze(phrase)) {
      entry.words.push_back({token.surface, token.lemma});
    }
    entries_.push_back(std::move(entry));
  }
  ++titles_;
}

int Suggester::Fit(const Entry& entry, const std::vector<Token>& finished,
                   std::string_view prefix) {
  int fit = 100 - static_cast<int>(std::min<std::size_t>(entry.words.size(), 50));
  std::size_t expected = 0;
  auto place = [&](auto matches) {
    auto found = std::find_if(entry.words.begin(), entry.words.end(), matches);
    if (found == entry.words.end()) return false;
    auto position = static_cast<std::size_t>(found - entry.words.begin());
    if (position == 0) fit += kAtStart;
    if (position >= expected) fit += kInOrder;
    expected = position + 1;
    return true;
  };
  for (const Token& token : finished) {
    if (token.stop_word) continue;
    if (!place([&](const Word& word) { return word.lemma == token.lemma; })) return -1;
  }
  bool begins = place([&](const Word& word) {
    return std::string_view(word.surface).substr(0, prefix.size()) == prefix;
  });
  return begins ? fit : -1;
}

std::vector<std::size_t> Suggester::Suggest(std::string_view typed, std::size_t limit) const {
  auto tokens = analyzer_.Analyze(typed);
  if (tokens.empty() || tokens.back().surface.size() < kMinLetters) return {};
  std::string prefix = tokens.back().surface;
  tokens.pop_back();

  std::vector<std::pair<int, std::size_t>> fits;
  for (const Entry& entry : entries_) {
    int fit = Fit(entry, tokens, prefix);
    if (fit >= 0) fits.emplace_back(-fit, entry.number);
  }
  std::sort(fits.begin(), fits.end());
  std::vector<std::size_t> numbers;
  for (const auto& [fit, number] : fits) {
    if (numbers.size() == limit) break;
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
      numbers.push_back(number);
    }
  }
  return numbers;
}

}  // namespace pomocnik::index
