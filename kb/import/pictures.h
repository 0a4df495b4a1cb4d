// The pictures of an article, wherever in its blocks they stand. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kb/article.h"

namespace pomocnik::kb {

// Gives every picture the source that `replace` makes of its own; one that gets none is left out.
void ReplacePictures(std::vector<Block>& blocks,
                     const std::function<std::string(const std::string&)>& replace);

}  // namespace pomocnik::kb
