#include "index/fts/article_table.h"

#include <algorithm>

#include "index/fts/sql.h"
#include "index/rank/query_plan.h"

namespace pomocnik::index {

Result<ArticleTable> ArticleTable::Load(sqlite::Database& database) {
  ArticleTable table;
  std::unordered_map<std::string, int> modules;
  table.rows.emplace_back();
  table.lengths.emplace_back();
  ASSIGN_OR_RETURN(auto list, database.Prepare(sql::kArticleList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, list.Step());
    if (step == sqlite::Step::kDone) break;
    auto kind = kb::ParseKind(list.Text(4));
    if (list.Integer(0) != static_cast<std::int64_t>(table.rows.size()) || !kind) {
      return Error::Internal("the article table of the index is damaged");
    }
    ArticleRow row;
    row.info.id = list.Text(1);
    row.info.title = list.Text(2);
    row.info.module = list.Text(3);
    row.info.kind = *kind;
    row.info.lang = list.Text(5);
    row.info.updated = ParseDate(list.Text(6));
    row.valid_from = ParseDate(list.Text(7));
    row.valid_to = ParseDate(list.Text(8));
    row.info.url = list.Text(9);
    row.original = list.Integer(10);
    table.ids.insert(row.info.id);
    ++modules[row.info.module];
    table.rows.push_back(std::move(row));
    FieldLengths lengths;
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      lengths[field] = static_cast<float>(list.Integer(static_cast<int>(11 + field)));
      table.average_lengths[field] += lengths[field];
    }
    table.lengths.push_back(lengths);
  }
  for (auto& length : table.average_lengths) {
    length /= static_cast<float>(std::max<std::size_t>(table.size(), 1));
  }
  for (const auto& [module, count] : modules) table.weight += count * ArticleWeight(count);
  ASSIGN_OR_RETURN(auto phrases, database.Prepare(sql::kArticlePhraseList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, phrases.Step());
    if (step == sqlite::Step::kDone) return table;
    table.phrases[std::string(phrases.Text(0))].push_back(phrases.Integer(1));
  }
}

void ArticleTable::ReadTitles(const Analyzer& analyzer) {
  titles.resize(rows.size());
  for (std::size_t row = 1; row < rows.size(); ++row) {
    for (const Token& token : analyzer.Analyze(rows[row].info.title)) {
      titles[row].push_back(token.stop_word ? 0 : 1);
    }
  }
}

ArticleTable::Called ArticleTable::IsCalled(const std::string& word_set, std::int64_t row) const {
  auto found = phrases.find(word_set);
  if (found == phrases.end() || word_set.empty()) return Called::kNo;
  const auto& named = found->second;
  return std::find(named.begin(), named.end(), row) == named.end() ? Called::kNo : Called::kYes;
}

}  // namespace pomocnik::index
