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

// In how many articles each index term occurs. Index terms are lemmas ("racun"), surfaces
// ("=racunih") and roots ("~racun").
struct Vocabulary {
  int documents = 0;
  std::unordered_map<std::string, int> frequency;

  int DocumentFrequency(const std::string& term) const {
    auto found = frequency.find(term);
    return found == frequency.end() ? 0 : found->second;
  }
};

// That of the rarest of the terms, which are separated by spaces: an upper bound that needs no lookup.
int PhraseFrequency(const std::string& terms, const Vocabulary& vocabulary);

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

// Stop words are dropped and repeated words merged. A word is corrected only when neither it nor
// its class, root or alternatives occur in the knowledge base; by the literal reading none is. REQUIRES: valid UTF-8.
QueryPlan PlanQuery(std::string_view text, const QueryTools& tools,
                    Reading reading = Reading::kCorrected);

// ln(1 + (documents - frequency + 0.5) / (frequency + 0.5)), BM25's weight of a term (Robertson and
// Zaragoza, 2009), always positive.
double InverseDocumentFrequency(int documents, int frequency);

}  // namespace pomocnik::index
