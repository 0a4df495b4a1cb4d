// Which articles come into question, so that few of many have to be ranked. Pure.
#pragma once

#include <cstddef>
#include <string>

#include "index/rank/query_plan.h"

namespace pomocnik::index {

// About so many articles are looked at for a question: a fortieth, but at least 300 and at most 2,500. A knowledge base
// that is no larger is looked at whole.
int EnoughRows(int articles);

// What to ask FTS5 for. `plan` holds what of the question's plan it takes to find and roughly order the articles;
// its variants are the phrases of `expression` in their order.
struct CandidateQuery {
  QueryPlan plan;
  std::string expression;  // empty: there is nothing to look for
};

// The rarest words of the question drive the match, in any of their forms: a form that only stands where another
// one of its word does is left out. Words in more than EnoughRows() articles find none by themselves; where the rarer
// ones carry less than half of the question's weight, an article with the rarest of the frequent words and another
// one of them comes into question, too.
CandidateQuery FindCandidates(const QueryPlan& plan, const Vocabulary& vocabulary);

}  // namespace pomocnik::index
