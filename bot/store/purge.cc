#include "bot/store/purge.h"

#include <string>
#include <utility>
#include <vector>

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

// A turn has its reply with it, and what is freed is overwritten, so few of them take as long as many small rows.
constexpr int kTurns = 50;
constexpr int kRows = 500;

std::int64_t Milliseconds(Instant instant) { return instant.time_since_epoch().count(); }

Result<std::vector<std::pair<std::int64_t, std::string>>> SelectOldTurns(sqlite::Database& database,
                                                                         Instant limit) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kTurnListBefore));
  select.Bind(1, Milliseconds(limit)).Bind(2, kTurns);
  std::vector<std::pair<std::int64_t, std::string>> turns;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return turns;
    turns.emplace_back(select.Integer(0), select.Text(1));
  }
}

Result<std::int64_t> DeleteTurns(sqlite::Database& database, Instant limit) {
  ASSIGN_OR_RETURN(const auto turns, SelectOldTurns(database, limit));
  ASSIGN_OR_RETURN(auto remove, database.Prepare(sql::kTurnDelete));
  ASSIGN_OR_RETURN(auto remove_empty, database.Prepare(sql::kConversationDeleteIfEmpty));
  for (const auto& [number, conversation_id] : turns) {
    RETURN_IF_ERROR(remove.Bind(1, number).Run());
    RETURN_IF_ERROR(remove_empty.Bind(1, conversation_id).Run());
  }
  return static_cast<std::int64_t>(turns.size());
}

}  // namespace

Result<std::int64_t> DeleteSomeBeyond(sqlite::Database& database, const RetentionLimits& limits) {
  ASSIGN_OR_RETURN(std::int64_t deleted, DeleteTurns(database, limits.texts));
  for (const auto& [statement, limit] :
       {std::pair{sql::kRequestForgetTextsBefore, limits.texts},
        std::pair{sql::kRequestDeleteBefore, limits.episodes},
        std::pair{sql::kEventDeleteBefore, limits.events},
        std::pair{sql::kEpisodeChangeDeleteBefore, limits.episodes}}) {
    ASSIGN_OR_RETURN(auto remove, database.Prepare(statement));
    RETURN_IF_ERROR(remove.Bind(1, Milliseconds(limit)).Bind(2, kRows).Run());
    deleted += database.changes();
  }
  for (const std::string_view statement :
       {std::string_view(sql::kEpisodeDeleteBefore), std::string_view(sql::kVisitDayDeleteBefore),
        std::string_view(sql::kArticleDayDeleteBefore),
        std::string_view(sql::kScreenPressDeleteBefore)}) {
    ASSIGN_OR_RETURN(auto remove, database.Prepare(statement));
    RETURN_IF_ERROR(remove.Bind(1, limits.episodes_day).Bind(2, kRows).Run());
    deleted += database.changes();
  }
  return deleted;
}

}  // namespace pomocnik::bot
