#include "index/rank/query_plan.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "base/latin.h"

namespace pomocnik::index {
namespace {

constexpr double kExactWeight = 1.05;
constexpr double kRootWeight = 0.8;
constexpr double kSecondReadingWeight = 0.9;
constexpr double kCompoundWeight = 0.95;
constexpr double kSpellingWeights[] = {0.9, 0.78, 0.69};

std::string Exact(std::string_view surface) { return "=" + std::string(surface); }
std::string Root(std::string_view root) { return "~" + std::string(root); }

bool IsLetter(char c) { return PlainLetter(static_cast<unsigned char>(c)) != 0; }

// What stands between "<" and ">" is a tag when it ends an element or has an attribute. "<Napaka 12>" is none.
bool IsTag(std::string_view inside) {
  if (inside.size() > 1 && inside[0] == '/') return IsLetter(inside[1]);
  return !inside.empty() && IsLetter(inside[0]) && inside.find('=') != std::string_view::npos;
}

std::string WithoutTags(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const std::size_t begin = text.find('<');
    const std::size_t end = text.find('>', std::min(begin, text.size()));
    if (end == std::string_view::npos) break;
    const bool tag = IsTag(text.substr(begin + 1, end - begin - 1));
    kept += text.substr(0, tag ? begin : end + 1);
    kept += ' ';
    text.remove_prefix(end + 1);
  }
  return kept.append(text);
}

class Planner {
 public:
  Planner(std::string_view text, const QueryTools& tools, Reading reading)
      : text_(WithoutTags(text)), tools_(tools), reading_(reading) {}

  QueryPlan Plan() {
    CollectTokens();
    for (const Token& token : tokens_) AddGroup(token);
    AddPhraseAlternatives();
    for (std::size_t i = 0; i < tokens_.size(); ++i) Finish(tokens_[i], plan_.groups[i]);
    KeepRarest();
    return std::move(plan_);
  }

 private:
  void CollectTokens() {
    const Token* head = nullptr;
    const auto tokens = tools_.analyzer.Analyze(text_);
    plan_.word_set = WordSet(tokens);
    for (const Token& token : tokens) {
      // "1" of REK-1 and "e" of e-račun are searched for in the joined form only.
      bool glued = head != nullptr && head->end + 1 == token.begin && !head->compounds.empty();
      bool fragment = token.surface.size() <= 1 && (glued || token.compounds.empty());
      head = &token;
      bool has_joined = !token.compounds.empty();
      if ((token.stop_word && !has_joined) || fragment) continue;
      bool repeated = std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& seen) {
        return seen.lemma == token.lemma && seen.compounds == token.compounds;
      });
      if (!repeated) tokens_.push_back(token);
    }
  }

  void Add(Group& group, std::string terms, double weight) {
    if (PhraseFrequency(terms, tools_.vocabulary).articles == 0) return;
    auto same = std::find_if(group.variants.begin(), group.variants.end(),
                             [&](const Variant& variant) { return variant.terms == terms; });
    if (same == group.variants.end()) {
      group.variants.push_back({std::move(terms), weight});
    } else {
      same->weight = std::max(same->weight, weight);
    }
  }

  void AddForms(Group& group, const Token& token, double weight) {
    Add(group, token.lemma, weight);
    if (!token.second.empty()) Add(group, token.second, weight * kSecondReadingWeight);
    Add(group, Exact(token.surface), weight * kExactWeight);
    if (!token.code) Add(group, Root(token.root), weight * kRootWeight);
  }

  // "spremenim" and "popravim" of one question are both "popravek" elsewhere; it answers for one of them.
  void AddAlternatives(Group& group, std::string_view terms, double weight) {
    for (const auto& alternative : tools_.thesaurus.Find(terms)) {
      if (IsAsked(alternative.terms) || !taken_.insert(alternative.terms).second) continue;
      Add(group, alternative.terms, alternative.weight * weight);
    }
  }

  // True if another word of the question asks for one of these terms already: "star dopust" says nothing of
  // "preostanek dopusta" that "dopust" did not say.
  bool IsAsked(std::string_view terms) const {
    return std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
      auto found = terms.find(token.lemma);
      if (found == std::string_view::npos || token.lemma.empty()) return false;
      std::size_t end = found + token.lemma.size();
      return (found == 0 || terms[found - 1] == ' ') && (end == terms.size() || terms[end] == ' ');
    });
  }

  void AddGroup(const Token& token) {
    Group group;
    group.word = token.surface;
    for (const auto& compound : token.compounds) Add(group, compound, kCompoundWeight);
    // "e" of e-račun stands everywhere; without its other half it means nothing.
    if (token.surface.size() > 1 && !token.stop_word) AddForms(group, token, 1.0);
    AddAlternatives(group, token.lemma, 1.0);
    if (!token.second.empty()) AddAlternatives(group, token.second, kSecondReadingWeight);
    AddAlternatives(group, Exact(token.surface), 1.0);
    for (const auto& compound : token.compounds) AddAlternatives(group, compound, 1.0);
    plan_.groups.push_back(std::move(group));
    plan_.terms.push_back(
        {text_.substr(token.begin, token.end - token.begin), token.lemma, false, {}});
  }

  // "zbirka podatkov" may be said as "baza": each of its words then counts as found.
  void AddPhraseAlternatives() {
    for (std::size_t begin = 0; begin < tokens_.size(); ++begin) {
      std::string key = tokens_[begin].lemma;
      for (std::size_t end = begin + 1;
           end < tokens_.size() && end - begin < tools_.thesaurus.longest(); ++end) {
        key += ' ' + tokens_[end].lemma;
        for (const auto& alternative : tools_.thesaurus.Find(key)) {
          AddToPhrase(begin, end, alternative);
        }
      }
    }
  }

  // Adds an alternative to each word of the phrase from `first` to `last`. Found once, it must not count as
  // often as the phrase has words.
  void AddToPhrase(std::size_t first, std::size_t last, const Alternative& alternative) {
    if (IsAsked(alternative.terms)) return;
    const double share = alternative.weight / std::sqrt(static_cast<double>(last - first + 1));
    for (std::size_t i = first; i <= last; ++i) {
      Add(plan_.groups[i], alternative.terms, share);
    }
  }

  void Correct(const Token& token, Group& group, QueryTerm& term) {
    auto spellings = tools_.speller.Correct(token.surface);
    auto by_class = tools_.speller.Correct(token.lemma);
    bool class_is_nearer =
        spellings.empty() ||
        (!by_class.empty() && by_class.front().distance < spellings.front().distance);
    if (class_is_nearer) spellings = std::move(by_class);
    for (std::size_t i = 0; i < spellings.size(); ++i) {
      for (const Token& corrected : tools_.analyzer.Analyze(spellings[i].word)) {
        AddForms(group, corrected, kSpellingWeights[i]);
        AddAlternatives(group, corrected.lemma, kSpellingWeights[i]);
      }
    }
    if (!group.variants.empty()) term.read_as = spellings.front().word;
  }

  void Finish(const Token& token, Group& group) {
    QueryTerm& term = plan_.terms[static_cast<std::size_t>(&group - plan_.groups.data())];
    if (group.variants.empty() && reading_ == Reading::kCorrected) {
      // Whether it is rare was not found out: it must not win against words that are.
      if (corrections_ == kMaxCorrections) return;
      ++corrections_;
      Correct(token, group, term);
    }
    term.known = !group.variants.empty();
    // The word's own class decides how rare the thought is; without one, its most frequent variant.
    const Vocabulary& vocabulary = tools_.vocabulary;
    double frequency = vocabulary.Of(token.lemma).weight;
    if (frequency == 0) {
      for (const auto& variant : group.variants) {
        frequency = std::max(frequency, PhraseFrequency(variant.terms, vocabulary).weight);
      }
    }
    group.idf = InverseDocumentFrequency(vocabulary.all.weight, frequency);
    // A root or synonym that stands in many articles says no more than it does there.
    for (auto& variant : group.variants) {
      const double own = InverseDocumentFrequency(
          vocabulary.all.weight, PhraseFrequency(variant.terms, vocabulary).weight);
      variant.weight *= std::min(1.0, own / group.idf);
    }
  }

  void KeepRarest() {
    if (plan_.groups.size() <= kMaxGroups) return;
    std::vector<double> weights;
    for (const auto& group : plan_.groups) weights.push_back(group.idf);
    std::nth_element(weights.begin(), weights.begin() + kMaxGroups - 1, weights.end(),
                     std::greater<>());
    double least = weights[kMaxGroups - 1];
    // Of equally rare words the first are kept, but none in the place of a rarer one.
    auto equals =
        static_cast<std::ptrdiff_t>(kMaxGroups) -
        std::count_if(weights.begin(), weights.end(), [&](double w) { return w > least; });
    QueryPlan kept;
    for (std::size_t i = 0; i < plan_.groups.size(); ++i) {
      const double idf = plan_.groups[i].idf;
      if (idf < least || (idf == least && equals-- <= 0)) continue;
      kept.groups.push_back(std::move(plan_.groups[i]));
      kept.terms.push_back(std::move(plan_.terms[i]));
    }
    plan_.groups = std::move(kept.groups);
    plan_.terms = std::move(kept.terms);
  }

  const std::string text_;
  const QueryTools& tools_;
  const Reading reading_;
  std::vector<Token> tokens_;              // one for each group
  std::unordered_set<std::string> taken_;  // alternatives that a group has
  int corrections_ = 0;                    // words whose spelling was looked for
  QueryPlan plan_;
};

}  // namespace

QueryPlan PlanQuery(std::string_view text, const QueryTools& tools, Reading reading) {
  return Planner(text, tools, reading).Plan();
}

double ArticleWeight(int articles_of_module) {
  return 1 / std::sqrt(static_cast<double>(articles_of_module));
}

DocumentFrequency PhraseFrequency(const std::string& terms, const Vocabulary& vocabulary) {
  DocumentFrequency rarest = vocabulary.all;
  for (std::size_t begin = 0; begin <= terms.size();) {
    std::size_t end = std::min(terms.find(' ', begin), terms.size());
    const DocumentFrequency frequency = vocabulary.Of(terms.substr(begin, end - begin));
    rarest.articles = std::min(rarest.articles, frequency.articles);
    rarest.weight = std::min(rarest.weight, frequency.weight);
    begin = end + 1;
  }
  return rarest;
}

std::vector<std::vector<QueryTerm>> ReadWords(const std::vector<std::string>& texts,
                                              const Analyzer& analyzer,
                                              const Vocabulary& vocabulary) {
  TokenMemo memo;
  std::vector<std::vector<QueryTerm>> read;
  for (const std::string& text : texts) {
    std::vector<QueryTerm>& terms = read.emplace_back();
    for (const Token& token : analyzer.Analyze(text, memo)) {
      if (token.stop_word) continue;
      const double weight = vocabulary.Of(token.lemma).weight;
      QueryTerm& term = terms.emplace_back();
      term.word = text.substr(token.begin, token.end - token.begin);
      term.lemma = token.lemma;
      term.known = weight > 0;
      term.idf = InverseDocumentFrequency(vocabulary.all.weight, weight);
    }
  }
  return read;
}

double InverseDocumentFrequency(double documents, double frequency) {
  return std::log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

}  // namespace pomocnik::index
