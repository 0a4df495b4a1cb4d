// Articles of a library in a line each, for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "kb/library.h"
#include "kb/markdown/article_parser.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {

// An article of a source ("" is our own); `more` are lines of front matter.
inline SourceArticle ArticleOf(const std::string& source, const std::string& id,
                               const std::string& body, const std::string& more = "") {
  const std::string markdown = "---\nid: " + id + "\ntitle: Naslov\nmodule: Fakturiranje\n" +
                               "kind: tip\nlang: sl\n" + more + "---\n\n" + body + "\n";
  Diagnostics diagnostics;
  auto article = ParseArticle(markdown, id + ".md", diagnostics);
  REQUIRE_MESSAGE(article, Print(diagnostics) << markdown);
  return {*article, markdown, source + "/" + id + ".md", source};
}

// Whether the Markdown says what the article is.
inline void CheckMarkdown(const SourceArticle& source) {
  Diagnostics diagnostics;
  const auto read = ParseArticle(source.markdown, source.file, diagnostics);
  CAPTURE(source.markdown);
  REQUIRE(read);
  CHECK(read->id == source.article.id);
  CHECK(read->aliases == source.article.aliases);
  CHECK(read->f1 == source.article.f1);
  CHECK(read->related == source.article.related);
  CHECK(Print(read->blocks) == Print(source.article.blocks));
}

}  // namespace pomocnik::kb
