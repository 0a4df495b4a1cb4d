// A Markdown file of a source -> an article. Pure.
#pragma once

#include "kb/imported.h"

namespace pomocnik::kb {

// With front matter as kb/README.md has it, or without any: then the first heading, or else the file's name, is the title. Broken
// files are an error and give no article.
Imported ReadMarkdownPage(const SourceDocument& document);

}  // namespace pomocnik::kb
