// Text whose white space counts.
#pragma once

#include <string>

#include "kb/html/tree.h"

namespace pomocnik::kb::html {

// All text in an element with its line ends, without empty lines before and behind it. The first line keeps its indentation.
std::string CodeIn(const Node* element);

}  // namespace pomocnik::kb::html
