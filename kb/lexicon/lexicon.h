// Words that the analysis cannot know by rule: what kb/lexicon/*.yaml holds.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/library.h"

namespace pomocnik::kb {

// Words of one meaning, as an author writes them, each one or more words. A question with any of them finds
// texts with any other.
struct SynonymGroup {
  std::vector<std::string> words;
  double weight = 0.7;  // of another word of the group against the word itself, 0 < weight <= 1
  bool operator==(const SynonymGroup&) const = default;
};

// A word or phrase of another language and what the articles say for it.
struct Translation {
  std::string from;
  std::vector<std::string> to;
  bool operator==(const Translation&) const = default;
};

struct Lexicon {
  std::set<std::string> stop_words;              // lower case, as written
  std::map<std::string, std::string> overrides;  // form -> dictionary form the rules would miss
  std::vector<SynonymGroup> synonyms;            // abbreviations and module names included
  std::vector<Translation> translations;
  std::string lemma_model;  // bytes, as they are; empty: none
};

// The data file that holds Lexicon::lemma_model. It is made by a program, not written by a person.
inline constexpr std::string_view kLemmaModelFile = "lexicon/lemmas.model";

// What the staff have added is kept apart from what is delivered, in the same form.
inline constexpr std::string_view kAddedSynonymsFile = "lexicon/added_synonyms.yaml";
inline constexpr std::string_view kAddedTranslationsFile = "lexicon/added_translations.yaml";

// Reads them and lexicon/{stop_words,overrides,synonyms,translations}.yaml out of the data files; a missing file is an empty
// list. Entries that are wrong are left out with an error that names file and line.
//   stop_words.yaml:   {sl: [in, ali, …], en: […], hr: […]}
//   overrides.yaml:    {form: lemma, …}
//   synonyms.yaml:     [{words: [izpis, poročilo], weight: 0.8}, [geslo, password], …]
//   translations.yaml: {en: {invoice: [račun, faktura]}, hr: {…}}
Lexicon ParseLexicon(std::span<const DataFile> files, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
