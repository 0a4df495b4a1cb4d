// The head of an article file: YAML between two lines of "---".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kb/article.h"
#include "kb/markdown/reporter.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {

// The text with every run of white space as one space, without any at its ends: a value of the front matter.
std::string OneLine(std::string_view text);

// An article file cut in two. Views into the text it was cut from.
struct ArticleParts {
  std::string_view front_matter;  // without the lines of "---"; begins on line 2
  std::string_view body;
  int body_line = 1;  // the line that the body begins on
};

// Absent when the text does not begin with a closed front matter. A byte order mark and CRLF are
// accepted.
std::optional<ArticleParts> SplitArticle(std::string_view markdown);

// "[app:]SCREEN", as `f1` lists them; absent when it is none. The screen may hold further colons, and then the app is named.
std::optional<ScreenRef> ParseScreenRef(std::string_view text);

// The article that the front matter describes, without blocks. Reports every wrong and missing key
// as an error, unknown ones as a warning; an article with errors must not be used.
Article ReadFrontMatter(const yaml::Node& front_matter, Reporter& reporter);

// The line in an article file where the front matter's `key` speaks of `value`, or else the line of
// the key; 1 when the front matter has no such key. For what is found out after the article was
// read.
int FrontMatterLine(std::string_view markdown, std::string_view key, std::string_view value);

}  // namespace pomocnik::kb
