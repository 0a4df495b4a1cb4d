// The statements behind the staff desk's lists of questions, gaps and articles.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "bot/desk_store.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Each as DeskStore says.
Result<std::vector<UnansweredTurn>> SelectUnanswered(sqlite::Database& database,
                                                     const TimeSpan& span, int limit);
Result<std::vector<GapMark>> SelectGapMarks(sqlite::Database& database);
Result<std::map<std::string, ArticleCounts>> SelectArticleCounts(sqlite::Database& database,
                                                                 const deflection::Period& period);
Result<std::map<std::string, std::vector<std::string>>> SelectTopQuestions(
    sqlite::Database& database, const TimeSpan& span, std::size_t limit);

// REQUIRES: a transaction of the only writer is open.
Status UpsertGapMark(sqlite::Database& database, const GapMark& mark);

}  // namespace pomocnik::bot
