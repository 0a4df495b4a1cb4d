// Articles and their blocks as the API writes them (openapi.yaml: Block, ArticleRef, Article).
#pragma once

#include <vector>

#include "bot/http/json_text.h"
#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot::http {

// An array of Block.
OrderedJson BlocksJson(const std::vector<kb::Block>& blocks);

// An ArticleRef.
OrderedJson ArticleJson(const index::ArticleInfo& article);

// An array of ArticleRef.
OrderedJson ArticlesJson(const std::vector<index::ArticleInfo>& articles);

}  // namespace pomocnik::bot::http
