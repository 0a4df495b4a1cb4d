// Vocabularies for tests: every article is of a module of its own, so that it weighs 1.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "index/rank/query_plan.h"

namespace pomocnik::index {

inline Vocabulary VocabularyOf(int documents,
                               const std::vector<std::pair<std::string, int>>& frequencies) {
  const auto even = [](int articles) {
    return DocumentFrequency{articles, static_cast<double>(articles)};
  };
  Vocabulary vocabulary;
  vocabulary.all = even(documents);
  for (const auto& [term, articles] : frequencies) vocabulary.terms[term] = even(articles);
  return vocabulary;
}

}  // namespace pomocnik::index
