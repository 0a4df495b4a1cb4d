// What the articles of a version were made of, to tell one version from another.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "index/search.h"

namespace pomocnik::index {

// By id. Reads the file anew, so that no version has to keep them in memory. Errors are those of sqlite::Database::Open.
Result<std::vector<ArticleDigest>> ReadArticleDigests(const std::string& folder,
                                                      const std::string& version);

}  // namespace pomocnik::index
