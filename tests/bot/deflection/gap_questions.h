// Questions as the gaps are made of, read as the search reads them: with the lexicon, the lemma model and the
// frequencies of words of kb/.
#pragma once

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bot/deflection/gaps.h"
#include "index/rank/query_plan.h"
#include "kb/import/directory_reader.h"
#include "tests/index/text/trained_analyzer.h"

namespace pomocnik::testing {

inline const index::Vocabulary& VocabularyOfKb() {
  static const index::Vocabulary kVocabulary = [] {
    kb::ReadOptions read;
    read.kb_folder = POMOCNIK_SOURCE_DIR "/kb";
    auto report = kb::ReadKnowledgeBase(read);
    REQUIRE(report);
    index::Vocabulary vocabulary;
    for (const auto& source : report->library.articles) {
      std::set<std::string> lemmas;
      for (const auto& token : AnalyzerOfKb(WordForms::kByModel).Analyze(source.markdown)) {
        lemmas.insert(token.lemma);
      }
      for (const std::string& lemma : lemmas) vocabulary.terms[lemma].weight += 1;
      vocabulary.all.weight += 1;
    }
    return vocabulary;
  }();
  return kVocabulary;
}

// One question a text, each of a conversation of its own, a minute after the other on 2026-11-23.
inline std::vector<bot::deflection::GapQuestion> QuestionsOf(
    const std::vector<std::string>& texts) {
  const auto read = index::ReadWords(texts, AnalyzerOfKb(WordForms::kByModel), VocabularyOfKb());
  std::vector<bot::deflection::GapQuestion> questions;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    bot::deflection::GapQuestion& question = questions.emplace_back();
    question.conversation = "c" + std::to_string(i);
    question.at = *ParseRfc3339("2026-11-23T08:00:00Z") + std::chrono::minutes(i);
    question.day = *ParseDate("2026-11-23");
    question.lang = "sl";
    question.text = texts[i];
    question.decision = "abstain";
    for (const auto& term : read[i]) question.words.push_back({term.word, term.lemma, term.idf});
  }
  return questions;
}

inline const bot::deflection::Period kNovember = {*ParseDate("2026-11-02"),
                                                  *ParseDate("2026-11-29")};

}  // namespace pomocnik::testing
