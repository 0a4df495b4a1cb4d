// What may be suggested of an index version.
#pragma once

#include "base/result.h"
#include "index/fts/article_table.h"
#include "index/rank/query_plan.h"
#include "index/rank/suggester.h"
#include "index/sqlite/database.h"

namespace pomocnik::index {

// Its articles, in the order of their rows, so that the first has the number 0; the abbreviations that the thesaurus
// has for their modules, and the words of the vocabulary.
Result<SuggesterInput> LoadSuggesterInput(sqlite::Database& database, const ArticleTable& articles,
                                          const QueryTools& tools);

}  // namespace pomocnik::index
