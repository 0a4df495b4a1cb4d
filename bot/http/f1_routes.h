// F1 for people and for programs: the page, and the topics as data. And the files that a page of ours needs.
#pragma once

#include <vector>

#include "bot/http/message.h"
#include "bot/http/page.h"
#include "bot/http/routes.h"
#include "index/search.h"
#include "kb/article.h"
#include "kb/screens.h"

namespace pomocnik::bot::http {

// /f1/{app}/{screen}, /f1/{app} and /f1.
Response ShowF1Page(const RouteParts& parts, const Request& request);

// /api/v1/f1/{app}/{screen} and /api/v1/f1/{app}.
Response ShowScreen(const RouteParts& parts, const Request& request);

// With the addresses under which a browser may keep them for ever.
PageFiles FilesOfPages(const RouteParts& parts);

// What the article's related ids stand for; those that cannot be read are left out.
std::vector<index::ArticleInfo> FindRelated(const index::Searcher& searcher,
                                            const kb::Article& article);

// The listed screens on which F1 opens the article.
std::vector<kb::Screen> FindScreensOf(const index::Searcher& searcher, const kb::Article& article);

}  // namespace pomocnik::bot::http
