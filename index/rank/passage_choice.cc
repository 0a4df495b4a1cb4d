#include "index/rank/passage_choice.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace pomocnik::index {
namespace {

// How much more another passage must hold than the beginning.
constexpr double kLead = 1.25;
constexpr double kHeadingWeight = 1.5;

using Terms = std::unordered_set<std::string>;

Terms TermsOf(std::string_view text, const Analyzer& analyzer) {
  Terms terms;
  for (const Token& token : analyzer.Analyze(text)) {
    terms.insert(token.lemma);
    terms.insert("=" + token.surface);
    if (!token.code) terms.insert("~" + token.root);
    terms.insert(token.compounds.begin(), token.compounds.end());
  }
  return terms;
}

// A row of terms counts when all of them are there; their order is not checked.
bool Holds(const Terms& terms, const std::string& row) {
  for (std::size_t begin = 0; begin <= row.size();) {
    std::size_t end = std::min(row.find(' ', begin), row.size());
    if (terms.count(row.substr(begin, end - begin)) == 0) return false;
    begin = end + 1;
  }
  return true;
}

double Weight(const Group& group, const Terms& terms) {
  double best = 0;
  for (const auto& variant : group.variants) {
    if (variant.weight > best && Holds(terms, variant.terms)) best = variant.weight;
  }
  return best * group.idf;
}

}  // namespace

std::size_t ChoosePassage(const kb::Article& article, const QueryPlan& plan,
                          const Analyzer& analyzer) {
  auto passages = kb::Passages(article);
  std::size_t best = 0;
  double best_score = 0;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    std::string body;
    for (std::size_t block = 0; block < passages[i].count; ++block) {
      body += kb::PlainText(article.blocks[passages[i].first + block]) + "\n";
    }
    Terms heading = TermsOf(passages[i].heading, analyzer);
    Terms text = TermsOf(body, analyzer);
    double score = 0;
    for (const auto& group : plan.groups) {
      score += std::max(kHeadingWeight * Weight(group, heading), Weight(group, text));
    }
    if (i == 0) score *= kLead;
    if (score > best_score) {
      best = i;
      best_score = score;
    }
  }
  return best;
}

}  // namespace pomocnik::index
