// Reading the knowledge base on the wire (openapi.yaml: Article, Suggestions, SearchResults, ScreenTopics).
#pragma once

#include <string>
#include <vector>

#include "bot/screen_help.h"
#include "index/search.h"
#include "kb/article.h"

namespace pomocnik::bot::http {

struct WholeArticle {
  kb::Article article;
  std::vector<index::ArticleInfo> related;  // those that exist
  std::vector<kb::Screen> screens;          // on which F1 opens it, those that are listed
};
std::string WriteArticle(const WholeArticle& whole);

std::string WriteSuggestions(const std::vector<index::SuggestionGroup>& groups);

std::string WriteSearchResults(const index::SearchResult& result);

std::string WriteScreenHelp(const ScreenHelp& help);

}  // namespace pomocnik::bot::http
