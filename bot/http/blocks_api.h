// Articles and their blocks as the API writes them (openapi.yaml: Block, ArticleRef, Article).
#pragma once

#include <string>
#include <vector>

#include "bot/http/json_writer.h"
#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot::http {

// An array of blocks.
void WriteBlocks(const std::vector<kb::Block>& blocks, JsonWriter& json);

// The members of an ArticleRef, into an object that is open.
void WriteArticleMembers(const index::ArticleInfo& article, JsonWriter& json);

// An array of ArticleRef.
void WriteArticles(const std::vector<index::ArticleInfo>& articles, JsonWriter& json);

// The part of an article that identifies it.
index::ArticleInfo InfoOf(const kb::Article& article);

}  // namespace pomocnik::bot::http
