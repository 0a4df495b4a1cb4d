// Where an article leads to.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "kb/article.h"

namespace pomocnik::kb {

// Every address that the article's blocks link to.
std::set<std::string> LinkedAddresses(const Article& article);

// Puts `replace(address)` in the place of every address that the blocks link to, where it differs. Returns how many did. The blocks
// may then not be in normal form (kb/markdown/normal_form.h).
std::size_t ReplaceAddresses(std::vector<Block>& blocks,
                             const std::function<std::string(const std::string&)>& replace);

}  // namespace pomocnik::kb
