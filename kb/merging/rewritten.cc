#include "kb/merging/rewritten.h"

#include <string>
#include <string_view>

#include "kb/markdown/article_writer.h"
#include "kb/markdown/body_writer.h"
#include "kb/markdown/normal_form.h"

namespace pomocnik::kb {
namespace {

void Rewrite(SourceArticle& source, std::string_view body) {
  source.markdown = source.source.empty() ? RewriteArticle(source.markdown, source.article, body)
                                          : FormatArticle(source.article, body);
}

}  // namespace

void RewriteHead(SourceArticle& source) {
  const std::string body(BodyOf(source.markdown));
  Rewrite(source, body);
}

void RewriteWhole(SourceArticle& source) {
  source.article.blocks = Normal(source.article.blocks);
  Rewrite(source, WriteNormalBody(source.article.blocks));
}

}  // namespace pomocnik::kb
