// A question -> what to look for. Pure.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "index/search.h"
#include "index/text/analyzer.h"
#include "index/text/speller.h"
#include "index/text/thesaurus.h"

namespace pomocnik::index {

// In how many articles an index term occurs, and how much these weigh together (ArticleWeight).
struct DocumentFrequency {
  int articles = 0;
  double weight = 0;
};

// How rare each index term is. Index terms are lemmas ("racun"), surfaces ("=racunih") and roots ("~racun").
struct Vocabulary {
  DocumentFrequency all;  // all articles
  std::unordered_map<std::string, DocumentFrequency> terms;

  DocumentFrequency Of(const std::string& term) const {
    auto found = terms.find(term);
    return found == terms.end() ? DocumentFrequency() : found->second;
  }
};

// What an article of a module with so many articles counts when a word's rarity is told. Articles of one module
// share its words, so n of them are only about as many independent witnesses as their square root: a large module
// does not decide what is rare in the others. REQUIRES: at least one article.
double ArticleWeight(int articles_of_module);

// That of the rarest of the terms, which are separated by spaces: an upper bound that needs no lookup.
DocumentFrequency PhraseFrequency(const std::string& terms, const Vocabulary& vocabulary);

// One word of the question with its variants. The variants share one inverse document frequency: an
// inflected or synonymous form is no rarer a thought than the word itself, and boosting each form
// by its own rarity loses 6 points on inflected questions.
struct Group {
  std::string word;  // as typed
  double idf = 0;
  std::vector<Variant> variants;  // empty when the knowledge base does not know the word
};

struct QueryPlan {
  std::vector<Group> groups;
  std::vector<QueryTerm> terms;  // one for each group, for people
  std::string word_set;          // of the whole question: WordSet
};

// What a plan is made with; all of one index version. The referents must outlive the struct.
struct QueryTools {
  const Analyzer& analyzer;
  const Thesaurus& thesaurus;
  const Speller& speller;
  const Vocabulary& vocabulary;
};

// At most this many words of a question are searched for; the rarest win.
inline constexpr std::size_t kMaxGroups = 24;

// At most this many words of a question are corrected, the first ones: looking for spellings takes the longest.
inline constexpr int kMaxCorrections = 32;

// Stop words and the tags of web pages are dropped, repeated words merged. A word is corrected only when neither it nor
// its class, root or alternatives occur in the knowledge base; by the literal reading none is. REQUIRES: valid UTF-8.
QueryPlan PlanQuery(std::string_view text, const QueryTools& tools,
                    Reading reading = Reading::kCorrected);

// The content words of each text in the order typed, each by its class, none corrected and without variants.
std::vector<std::vector<QueryTerm>> ReadWords(const std::vector<std::string>& texts,
                                              const Analyzer& analyzer,
                                              const Vocabulary& vocabulary);

// ln(1 + (documents - frequency + 0.5) / (frequency + 0.5)), BM25's weight of a term (Robertson and
// Zaragoza, 2009), always positive. Both are weights of articles.
double InverseDocumentFrequency(double documents, double frequency);

}  // namespace pomocnik::index
