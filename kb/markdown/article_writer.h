// An article -> the text of its file: the other way of article_parser.h. Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "kb/article.h"

namespace pomocnik::kb {

// The text of a file that ParseArticle reads this article from: its front matter, then `body`, of which the blocks come; those
// of `article` are not looked at. Values have no line ends and single spaces, as the parser gives them.
// REQUIRES: valid UTF-8 without U+0000.
std::string FormatArticle(const Article& article, std::string_view body);

// The same, but out of the file there is: keys whose values stay keep their lines, comments and places. What is no article
// is written anew.
std::string RewriteArticle(std::string_view file, const Article& article, std::string_view body);

// The Markdown behind the front matter, without empty lines and a byte order mark before it; empty when there is no front
// matter.
std::string_view BodyOf(std::string_view file);

// The id in the front matter, whatever else is wrong with the file; empty when there is none.
std::string IdOf(std::string_view file);

// An id for a new article: the words of its title, with a number behind them when that is taken.
std::string NewArticleId(std::string_view title, const std::set<std::string>& taken);

}  // namespace pomocnik::kb
