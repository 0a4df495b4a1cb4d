#include "index/fts/suggestible.h"

#include "index/fts/sql.h"

namespace pomocnik::index {
namespace {

// Of index terms those that are words as they are written begin so.
constexpr char kExactMark = '=';

std::vector<std::string> AbbreviationsOf(const std::string& module, const QueryTools& tools) {
  std::vector<std::string> abbreviations;
  for (const Alternative& alternative : tools.thesaurus.Find(tools.analyzer.Key(module))) {
    if (alternative.terms.front() == kExactMark) {
      abbreviations.push_back(alternative.terms.substr(1));
    }
  }
  return abbreviations;
}

}  // namespace

Result<SuggesterInput> LoadSuggesterInput(sqlite::Database& database, const ArticleTable& articles,
                                          const QueryTools& tools) {
  SuggesterInput input;
  for (std::size_t row = 1; row < articles.rows.size(); ++row) {
    const ArticleRow& article = articles.rows[row];
    if (article.original != static_cast<std::int64_t>(row)) {
      input.articles.emplace_back();  // says nothing that its original does not say
      continue;
    }
    const auto [abbreviations, added] = input.abbreviations.try_emplace(article.info.module);
    if (added) abbreviations->second = AbbreviationsOf(article.info.module, tools);
    input.articles.push_back({.title = article.info.title,
                              .questions = {},
                              .module = article.info.module,
                              .kind = article.info.kind,
                              .valid_from = article.valid_from,
                              .valid_to = article.valid_to});
  }
  ASSIGN_OR_RETURN(auto questions, database.Prepare(sql::kArticleQuestionList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, questions.Step());
    if (step == sqlite::Step::kDone) break;
    const auto row = static_cast<std::size_t>(questions.Integer(0));
    if (row < 1 || row > input.articles.size()) {
      return Error::Internal("the question table of the index is damaged");
    }
    if (articles.rows[row].original != questions.Integer(0)) continue;
    input.articles[row - 1].questions.emplace_back(questions.Text(1));
  }
  for (const auto& [term, frequency] : tools.vocabulary.terms) {
    if (term.front() == kExactMark) input.known_words.push_back(term.substr(1));
  }
  return input;
}

}  // namespace pomocnik::index
