// Which part of an article answers a question. Pure.
#pragma once

#include <cstddef>

#include "index/rank/query_plan.h"
#include "kb/article.h"

namespace pomocnik::index {

// An index into kb::Passages(article). The beginning wins unless another part holds clearly more of
// the question. REQUIRES: the article has a passage.
std::size_t ChoosePassage(const kb::Article& article, const QueryPlan& plan,
                          const Analyzer& analyzer);

}  // namespace pomocnik::index
