// The analysis as an index has it: with the lexicon of kb/ and the learnt lemma model, or without the model.
#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "index/text/analyzer.h"
#include "kb/import/directory_reader.h"
#include "tests/support/lemma_model.h"

namespace pomocnik::testing {

enum class WordForms { kByModel, kByRules };

inline const index::Analyzer& AnalyzerOfKb(WordForms word_forms) {
  const auto make = [](WordForms source) {
    kb::ReadOptions read;
    read.kb_folder = POMOCNIK_SOURCE_DIR "/kb";
    auto report = kb::ReadKnowledgeBase(read);
    REQUIRE(report);
    if (source == WordForms::kByModel) report->library.data_files.push_back(LearntLemmaModel());
    kb::Diagnostics diagnostics;
    return index::Analyzer(kb::ParseLexicon(report->library.data_files, diagnostics));
  };
  static const index::Analyzer kTrained = make(WordForms::kByModel);
  static const index::Analyzer kRules = make(WordForms::kByRules);
  return word_forms == WordForms::kByModel ? kTrained : kRules;
}

}  // namespace pomocnik::testing
