// Where an article leads to.
#pragma once

#include <set>
#include <string>

#include "kb/article.h"

namespace pomocnik::kb {

// Every address that the article's blocks link to.
std::set<std::string> LinkedAddresses(const Article& article);

}  // namespace pomocnik::kb
