// The id of an imported article. Pure.
#pragma once

#include <set>
#include <string>

#include "kb/imported.h"

namespace pomocnik::kb::recognition {

// Out of the last part of the article's published address (url, else the address in the source), with an item's "#…" behind it;
// where that tells nothing ("index.html", "4471"), out of the title. When it is taken, folders of the address come before it, then a
// number behind it. Adds it to `taken`. The same for the same articles in the same order; IsArticleId always.
std::string ArticleIdFor(const ImportedArticle& imported, std::set<std::string>& taken);

}  // namespace pomocnik::kb::recognition
