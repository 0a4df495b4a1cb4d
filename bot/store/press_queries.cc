#include "bot/store/press_queries.h"

#include <utility>

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

enum class Added { kNo, kYes };

void Bind(sqlite::Statement& statement, const PressKey& key, std::int64_t presses) {
  statement.Bind(1, key.day).Bind(2, key.app).Bind(3, key.screen).Bind(4, key.match);
  statement.Bind(5, presses);
}

Result<Added> AddToRow(sqlite::Database& database, const PressKey& key, std::int64_t presses) {
  ASSIGN_OR_RETURN(auto add, database.Prepare(sql::kScreenPressAdd));
  Bind(add, key, presses);
  RETURN_IF_ERROR(add.Run());
  return database.changes() > 0 ? Added::kYes : Added::kNo;
}

Status InsertRow(sqlite::Database& database, const PressKey& key, std::int64_t presses) {
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kScreenPressInsert));
  Bind(insert, key, presses);
  return insert.Run();
}

Result<std::int64_t> CountRows(sqlite::Database& database, std::string_view day) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kScreenPressCount));
  RETURN_IF_ERROR(select.Bind(1, day).Step());
  return select.Integer(0);
}

// How many rows each day has.
using DayRows = std::map<std::string, std::int64_t>;

Status AddToDay(sqlite::Database& database, const PressKey& key, std::int64_t presses,
                DayRows& rows) {
  ASSIGN_OR_RETURN(const Added added, AddToRow(database, key, presses));
  if (added == Added::kYes) return {};
  if (!rows.contains(key.day)) {
    ASSIGN_OR_RETURN(const std::int64_t count, CountRows(database, key.day));
    rows[key.day] = count;
  }
  const bool has_place = rows[key.day] < kMaxPressedNames ||
                         key.name == PressRecord::Name::kListed || key.screen.empty();
  if (!has_place) return AddToDay(database, Unnamed(key), presses, rows);
  ++rows[key.day];
  return InsertRow(database, key, presses);
}

}  // namespace

PressKey Unnamed(PressKey key) {
  key.app.clear();
  key.screen.clear();
  return key;
}

Status AddPresses(sqlite::Database& database, const PressCounts& counts) {
  DayRows rows;
  for (const auto& [key, presses] : counts) {
    RETURN_IF_ERROR(AddToDay(database, key, presses, rows));
  }
  return {};
}

Result<std::vector<MissedScreen>> SelectMissedScreens(sqlite::Database& database,
                                                      const deflection::Period& period, int limit) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kScreenPressListMissed));
  select.Bind(1, FormatDate(period.from)).Bind(2, FormatDate(period.to)).Bind(3, limit);
  std::vector<MissedScreen> missed;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return missed;
    missed.push_back({.app = std::string(select.Text(0)),
                      .screen = std::string(select.Text(1)),
                      .match = std::string(select.Text(2)),
                      .presses = select.Integer(3)});
  }
}

}  // namespace pomocnik::bot
