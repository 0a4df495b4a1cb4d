#include "index/text/thesaurus.h"

#include <algorithm>

namespace pomocnik::index {
namespace {

constexpr double kTranslationWeight = 0.8;

std::size_t CountWords(std::string_view key) {
  return static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
}

// An entry of the lexicon as index terms. Short words in capitals are abbreviations, found as they are only.
std::string TermsOf(const std::string& entry, const Analyzer& analyzer) {
  constexpr std::size_t kMaxAbbreviation = 5;
  bool capitals = !entry.empty() && entry.size() <= kMaxAbbreviation &&
                  std::all_of(entry.begin(), entry.end(), [](char c) {
                    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                  });
  if (!capitals) return analyzer.Key(entry);
  return "=" + analyzer.Analyze(entry).front().surface;
}

}  // namespace

Thesaurus::Thesaurus(const kb::Lexicon& lexicon, const Analyzer& analyzer) {
  for (const auto& group : lexicon.synonyms) {
    std::vector<std::string> keys;
    for (const auto& word : group.words) keys.push_back(TermsOf(word, analyzer));
    for (const auto& from : keys) {
      for (const auto& to : keys) Add(from, to, group.weight);
    }
  }
  for (const auto& translation : lexicon.translations) {
    for (const auto& to : translation.to) {
      Add(TermsOf(translation.from, analyzer), TermsOf(to, analyzer), kTranslationWeight);
    }
  }
}

void Thesaurus::Add(const std::string& from, const std::string& to, double weight) {
  if (from.empty() || to.empty() || from == to) return;
  auto& list = alternatives_[from];
  auto same = std::find_if(list.begin(), list.end(),
                           [&](const Alternative& entry) { return entry.terms == to; });
  if (same != list.end()) {
    same->weight = std::max(same->weight, weight);
    return;
  }
  list.push_back({to, weight});
  longest_ = std::max(longest_, CountWords(from));
}

const std::vector<Alternative>& Thesaurus::Find(std::string_view terms) const {
  static const std::vector<Alternative> kNone;
  auto found = alternatives_.find(std::string(terms));
  return found == alternatives_.end() ? kNone : found->second;
}

}  // namespace pomocnik::index
