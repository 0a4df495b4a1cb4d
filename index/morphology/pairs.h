// Lists of form and dictionary form that somebody else made, as text.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/morphology/training.h"

namespace pomocnik::index {

// Reads lines of `form<TAB>lemma` or `form<TAB>lemma<TAB>weight`; empty lines and those that begin with '#' are
// passed over. kInvalidArgument names the first line that is something else.
Result<std::vector<FormLemma>> ParsePairs(std::string_view text);

}  // namespace pomocnik::index
