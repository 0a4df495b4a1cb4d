#include "index/fts/article_analysis.h"

#include <iterator>
#include <utility>

#include "index/fts/token_stream.h"

namespace pomocnik::index {
namespace {

// The words of an article by field.
std::array<std::string, kFieldCount> FieldTexts(
    const kb::Article& article, const std::unordered_map<std::string, std::string>& screen_titles) {
  std::string keywords = article.module + "\n";
  for (const auto& tag : article.tags) keywords += tag + "\n";
  for (const auto& question : article.questions) keywords += question + "\n";
  for (const auto& screen : article.f1) {
    auto title = screen_titles.find(screen.app + ":" + screen.screen);
    keywords += screen.screen + "\n";
    if (title != screen_titles.end()) keywords += title->second + "\n";
  }
  std::string headings;
  std::string body;
  for (const auto& block : article.blocks) {
    bool heading = std::holds_alternative<kb::Heading>(block.value);
    (heading ? headings : body) += kb::PlainText(block) + "\n";
  }
  return {article.title, keywords, headings, body};
}

// Articles can only be copies of each other when they are for the same readers at the same time.
std::string ScopeOf(const kb::Article& article) {
  std::string scope = article.lang + "\n" + article.module;
  for (const auto& day : {article.valid_from, article.valid_to}) {
    scope += "\n" + (day ? FormatDate(*day) : std::string());
  }
  return scope;
}

// What an article is called and how it is asked for.
std::vector<std::string> PhrasesOf(const kb::Article& article) {
  std::vector<std::string> phrases = article.questions;
  phrases.push_back(article.title);
  return phrases;
}

}  // namespace

ArticleAnalysis::ArticleAnalysis(const kb::Library& library, const Analyzer& analyzer)
    : analyzer_(analyzer) {
  for (const auto& screen : library.screens) {
    screen_titles_[screen.app + ":" + screen.id] = screen.title;
  }
  for (const auto& source : library.articles) ++module_sizes_[source.article.module];
}

AnalysedArticle ArticleAnalysis::Analyse(const kb::Article& article) {
  AnalysedArticle analysed;
  std::vector<Token> said;
  std::vector<WordId> words;
  const auto texts = FieldTexts(article, screen_titles_);
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    auto tokens = analyzer_.Analyze(texts[field], memo_);
    analysed.lengths[field] = static_cast<float>(tokens.size());
    analysed.streams[field] = TokenStream(tokens);
    forms_.Append(tokens, words);
    if (static_cast<Field>(field) == Field::kTitle || static_cast<Field>(field) == Field::kBody) {
      std::move(tokens.begin(), tokens.end(), std::back_inserter(said));
    }
  }
  analysed.words = EncodeWords(words);
  terms_.Add(words, forms_.Forms(), ArticleWeight(module_sizes_[article.module]));
  for (const auto& phrase : PhrasesOf(article)) {
    analysed.word_sets.push_back(WordSet(analyzer_.Analyze(phrase)));
  }
  analysed.sketch = {SketchOf(said), ScopeOf(article)};
  return analysed;
}

}  // namespace pomocnik::index
