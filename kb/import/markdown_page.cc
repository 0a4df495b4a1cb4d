#include "kb/import/markdown_page.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/body.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb {
namespace {

// "navodila/Uvoz podatkov.md": "Uvoz podatkov".
std::string TitleOf(std::string_view address) {
  address = address.substr(address.find_last_of('/') + 1);
  return OneLine(address.substr(0, address.rfind('.')));
}

void ReadWithoutFrontMatter(const SourceDocument& document, Imported& imported) {
  std::string_view text = document.bytes;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Reporter reporter(document.address, imported.diagnostics);
  if (!IsValidUtf8(text)) return reporter.Fail(0, "the file is not UTF-8 text");
  const std::size_t known_before = imported.diagnostics.size();
  ImportedArticle article;
  article.address = document.address;
  article.article.title = TitleOf(document.address);
  article.article.blocks = ReadBody(text, 1, reporter);
  if (!article.article.blocks.empty()) {
    if (const auto* heading = std::get_if<Heading>(&article.article.blocks.front().value)) {
      article.article.title = OneLine(PlainText(heading->text));
      article.article.blocks.erase(article.article.blocks.begin());
    }
  }
  if (!article.article.blocks.empty()) return imported.articles.push_back(std::move(article));
  if (imported.diagnostics.size() == known_before) reporter.Warn(0, "there is nothing in it");
}

}  // namespace

Imported ReadMarkdownPage(const SourceDocument& document) {
  Imported imported;
  if (!SplitArticle(document.bytes)) {
    ReadWithoutFrontMatter(document, imported);
    return imported;
  }
  auto article = ParseArticle(document.bytes, document.address, imported.diagnostics);
  if (!article) return imported;
  ImportedArticle whole;
  whole.address = document.address;
  whole.kind = article->kind;
  whole.article = *std::move(article);
  imported.articles.push_back(std::move(whole));
  return imported;
}

}  // namespace pomocnik::kb
