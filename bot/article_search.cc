#include "bot/article_search.h"

#include <algorithm>
#include <variant>

#include "base/utf8.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kSnippetCodePoints = 180;

// The lines of the blocks as one.
std::string TextOf(const kb::Article& article, const kb::Passage& passage) {
  std::string text;
  for (std::size_t i = passage.first; i < passage.first + passage.count; ++i) {
    if (std::holds_alternative<kb::Heading>(article.blocks[i].value)) continue;
    if (!text.empty()) text += ' ';
    text += kb::PlainText(article.blocks[i]);
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

std::string SnippetOf(const kb::Article& article, std::size_t passage, std::size_t limit) {
  const auto passages = kb::Passages(article);
  if (passages.empty()) return "";
  std::string text = TextOf(article, passages[passage]);
  if (CountCodePoints(text) <= limit) return text;
  const std::string_view cut = TruncateCodePoints(text, limit - 1);
  const std::size_t space = std::min(cut.rfind(' '), cut.size());
  return std::string(cut.substr(0, space)) + "…";
}

Result<ArticleSearch> SearchArticles(const index::Query& query, const Knowledge& knowledge) {
  const index::Searcher& searcher = *knowledge.searcher;
  ASSIGN_OR_RETURN(const auto result, searcher.Search(query));
  ArticleSearch search;
  for (const index::Hit& hit : result.hits) {
    ASSIGN_OR_RETURN(const auto article, searcher.FindArticle(hit.article.id));
    if (!article) continue;
    const std::size_t passage = searcher.ChoosePassage(*article, query.text);
    search.articles.push_back({hit.article, SnippetOf(*article, passage, kSnippetCodePoints)});
  }
  for (const index::QueryTerm& term : result.terms) {
    if (!term.read_as.empty()) search.corrections.emplace_back(term.word, term.read_as);
  }
  return search;
}

}  // namespace pomocnik::bot
