#include "kb/markdown/article_parser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "kb/markdown/body.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/limits.h"
#include "kb/markdown/reporter.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

// The line of the first byte that cannot be part of a text; absent when there is none.
std::optional<int> FindBadLine(std::string_view text) {
  bool is_text = IsValidUtf8(text) && text.find('\0') == std::string_view::npos;
  if (is_text) return std::nullopt;
  for (int number = 1;; ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    if (!IsValidUtf8(line) || line.find('\0') != std::string_view::npos) return number;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
}

bool HasError(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::kError;
  });
}

std::optional<Article> ReadArticle(std::string_view markdown, std::string_view file,
                                   Diagnostics& found) {
  Reporter reporter(file, found);
  if (markdown.size() > kMaxArticleBytes) {
    reporter.Fail(0, "the file is larger than 2 MB");
    return std::nullopt;
  }
  if (auto line = FindBadLine(markdown)) {
    reporter.Fail(*line, "the file is not UTF-8 text");
    return std::nullopt;
  }
  auto parts = SplitArticle(markdown);
  if (!parts) {
    reporter.Fail(1, "the file must begin with front matter between two lines of ---");
    return std::nullopt;
  }
  // The empty line takes the place of the first ---, so that lines are counted as in the file.
  auto front_matter = yaml::Parse("\n" + std::string(parts->front_matter), file, found);
  if (!front_matter) return std::nullopt;
  Article article = ReadFrontMatter(*front_matter, reporter);
  article.blocks = ReadBody(parts->body, parts->body_line, reporter);
  if (article.blocks.empty() && !HasError(found)) {
    reporter.Fail(parts->body_line, "the article has no content");
  }
  return article;
}

}  // namespace

std::optional<Article> ParseArticle(std::string_view markdown, std::string_view file,
                                    Diagnostics& diagnostics) {
  Diagnostics found;
  std::optional<Article> article = ReadArticle(markdown, file, found);
  if (HasError(found)) article.reset();
  diagnostics.insert(diagnostics.end(), found.begin(), found.end());
  return article;
}

}  // namespace pomocnik::kb
