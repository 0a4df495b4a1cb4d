#include "bot/store/purge.h"

#include <string>
#include <utility>
#include <vector>

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

// A turn has its reply with it, and what is freed is overwritten, so few of them take as long as many small rows.
constexpr int kTurns = 30;
constexpr int kRows = 300;

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

// Runs statements that take a limit and how many rows, and counts these.
class Remover {
 public:
  explicit Remover(sqlite::Database& database) : database_(database) {}

  Status Remove(Result<sqlite::Statement> statement, Instant limit) {
    if (!statement) return std::move(statement).error();
    return Run(statement->Bind(1, Milliseconds(limit)));
  }
  Status Remove(Result<sqlite::Statement> statement, const std::string& day) {
    if (!statement) return std::move(statement).error();
    return Run(statement->Bind(1, day));
  }

  std::int64_t removed() const { return removed_; }

 private:
  Status Run(sqlite::Statement& statement) {
    RETURN_IF_ERROR(statement.Bind(2, kRows).Run());
    removed_ += database_.changes();
    return {};
  }

  sqlite::Database& database_;
  std::int64_t removed_ = 0;
};

}  // namespace

Result<std::int64_t> DeleteSomeBeyond(sqlite::Database& database, const RetentionLimits& limits) {
  ASSIGN_OR_RETURN(const std::int64_t turns, DeleteTurns(database, limits.texts));
  Remover remover(database);
  RETURN_IF_ERROR(remover.Remove(database.Prepare(sql::kRequestForgetTextsBefore), limits.texts));
  RETURN_IF_ERROR(remover.Remove(database.Prepare(sql::kRequestDeleteBefore), limits.episodes));
  RETURN_IF_ERROR(remover.Remove(database.Prepare(sql::kEventDeleteBefore), limits.events));
  RETURN_IF_ERROR(
      remover.Remove(database.Prepare(sql::kEpisodeChangeDeleteBefore), limits.episodes));
  const std::string& day = limits.episodes_day;
  RETURN_IF_ERROR(remover.Remove(database.Prepare(sql::kEpisodeDeleteBefore), day));
  RETURN_IF_ERROR(remover.Remove(database.Prepare(sql::kVisitDayDeleteBefore), day));
  RETURN_IF_ERROR(remover.Remove(database.Prepare(sql::kArticleDayDeleteBefore), day));
  RETURN_IF_ERROR(remover.Remove(database.Prepare(sql::kScreenPressDeleteBefore), day));
  return turns + remover.removed();
}

}  // namespace pomocnik::bot
