// What is done with a message: the one place where it is decided. Pure.
#pragma once

#include <cstddef>

#include "bot/dialogue/intent.h"
#include "bot/dialogue/reply.h"
#include "index/search.h"
#include "kb/policy/thresholds.h"

namespace pomocnik::bot {

inline constexpr std::size_t kMaxChoices = 3;

// An intent decides by itself; `intent` is null for a question. A question is answered when the search is
// sure enough, turned into a choice when it is less so, and not answered otherwise.
Decision Decide(const Intent* intent, const index::SearchResult& found,
                const kb::Thresholds& thresholds);

// How many of the hits are offered with kChoices: the first ones that are not far behind the first,
// at most kMaxChoices.
std::size_t CountChoices(const index::SearchResult& found, const kb::Thresholds& thresholds);

}  // namespace pomocnik::bot
