// Blocks -> the Markdown of an article's body: the other way of body.h. Pure.
#pragma once

#include <string>
#include <vector>

#include "kb/article.h"

namespace pomocnik::kb {

// Markdown that ReadBody reads as Normal(blocks) (normal_form.h), whatever the texts in them hold: what would be markup is escaped.
// Empty for no blocks, else it ends with a line end. What is larger than the limits of limits.h is written and refused by the
// reader. REQUIRES: texts are valid UTF-8.
std::string WriteBody(const std::vector<Block>& blocks);

// The same. REQUIRES: Normal(normal) is `normal`.
std::string WriteNormalBody(const std::vector<Block>& normal);

}  // namespace pomocnik::kb
