// Articles and their blocks as the API writes them (openapi.yaml: Block, ArticleRef, Article).
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot::http {

// An array of Block.
nlohmann::ordered_json BlocksJson(const std::vector<kb::Block>& blocks);

// An ArticleRef.
nlohmann::ordered_json ArticleJson(const index::ArticleInfo& article);

// An array of ArticleRef.
nlohmann::ordered_json ArticlesJson(const std::vector<index::ArticleInfo>& articles);

}  // namespace pomocnik::bot::http
