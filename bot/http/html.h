// Blocks as HTML, for the pages that work without JavaScript. All markup of the server is made here and in
// page*.cc, and every text in it goes through EscapeHtml.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"

namespace pomocnik::bot::http {

// Safe between tags and inside a double-quoted attribute.
std::string EscapeHtml(std::string_view text);

// ` name="value"`, escaped.
std::string Attribute(std::string_view name, std::string_view value);

// A link with that text; `attributes` are Attribute()s that it has, too.
std::string Link(std::string_view address, std::string_view text, std::string_view attributes = "");

// Bytes outside letters, digits and "-._~" as %XX: one path segment or query value.
std::string EscapeUrl(std::string_view text);

// "article:ID" links lead to article_page + ID. Links of other schemes than https, http, mailto and tel,
// and images from elsewhere than /media/, are left out; their text stays.
std::string RenderBlocks(const std::vector<kb::Block>& blocks, std::string_view article_page);

}  // namespace pomocnik::bot::http
