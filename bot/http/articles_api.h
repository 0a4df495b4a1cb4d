// Reading the knowledge base on the wire (openapi.yaml: Article, Suggestions, SearchResults, ScreenTopics).
#pragma once

#include <string>
#include <vector>

#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot::http {

// `related` are those of the article's related articles that exist.
std::string WriteArticle(const kb::Article& article,
                         const std::vector<index::ArticleInfo>& related);

std::string WriteSuggestions(const std::vector<index::SuggestionGroup>& groups);

std::string WriteSearchResults(const index::SearchResult& result);

std::string WriteScreenTopics(const index::ScreenTopics& topics);

// "screen", "parent", "module", "none".
std::string_view MatchName(index::ScreenMatch match);

}  // namespace pomocnik::bot::http
