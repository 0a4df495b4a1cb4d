#include "index/text/thesaurus.h"

#include <algorithm>

namespace pomocnik::index {
namespace {

constexpr double kTranslationWeight = 0.8;

std::size_t CountWords(std::string_view key) {
  return static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1;
}

}  // namespace

Thesaurus::Thesaurus(const kb::Lexicon& lexicon, const Analyzer& analyzer) {
  for (const auto& group : lexicon.synonyms) {
    std::vector<std::string> keys;
    for (const auto& word : group.words) keys.push_back(analyzer.Key(word));
    for (const auto& from : keys) {
      for (const auto& to : keys) Add(from, to, group.weight);
    }
  }
  for (const auto& translation : lexicon.translations) {
    for (const auto& to : translation.to) {
      Add(analyzer.Key(translation.from), analyzer.Key(to), kTranslationWeight);
    }
  }
}

void Thesaurus::Add(const std::string& from, const std::string& to, double weight) {
  if (from.empty() || to.empty() || from == to) return;
  auto& list = alternatives_[from];
  auto same = std::find_if(list.begin(), list.end(),
                           [&](const Alternative& entry) { return entry.lemmas == to; });
  if (same != list.end()) {
    same->weight = std::max(same->weight, weight);
    return;
  }
  list.push_back({to, weight});
  longest_ = std::max(longest_, CountWords(from));
}

const std::vector<Alternative>& Thesaurus::Find(std::string_view lemmas) const {
  static const std::vector<Alternative> kNone;
  auto found = alternatives_.find(std::string(lemmas));
  return found == alternatives_.end() ? kNone : found->second;
}

}  // namespace pomocnik::index
