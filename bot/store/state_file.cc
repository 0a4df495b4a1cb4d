#include "bot/store/state_file.h"

#include <array>
#include <string_view>

#include "bot/store/sql.h"
#include "index/sqlite/migrations.h"

namespace pomocnik::bot {
namespace {

constexpr std::array<std::string_view, 9> kMigrations = {
    sql::k001Turns,      sql::k002TurnByConversation,
    sql::k003Dialogue,   sql::k004ScreenPress,
    sql::k005Deflection, sql::k006Staff,
    sql::k007Figures,    sql::k008Desk,
    sql::k009Ledger};

}  // namespace

std::string StateFile(const std::string& folder) { return folder + "/state.db"; }

std::string StateLockFile(const std::string& folder) { return folder + "/state.lock"; }

Status MigrateState(sqlite::Database& database) { return sqlite::Migrate(database, kMigrations); }

Result<sqlite::Database> OpenStateForReading(const std::string& folder) {
  auto database = sqlite::Database::Open(StateFile(folder), sqlite::OpenMode::kReadOnly);
  if (!database && database.error().code == ErrorCode::kNotFound) {
    return Error::NotFound("there is no state in " + folder +
                           "; it is made by: pomocnik serve --data " + folder);
  }
  if (!database) return database;
  ASSIGN_OR_RETURN(auto select, database->Prepare(sql::kStateVersion));
  RETURN_IF_ERROR(select.Step());
  const auto known = static_cast<std::int64_t>(kMigrations.size());
  if (select.Integer(0) == known) return database;
  return Error::Conflict("the state in " + folder + " is that of " +
                         (select.Integer(0) < known ? "an older" : "a newer") +
                         " program; `pomocnik serve` of this one brings an older one up to date");
}

Result<Holds> HoldsConversations(sqlite::Database& database) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kStateHoldsConversations));
  RETURN_IF_ERROR(select.Step());
  return select.Integer(0) == 0 ? Holds::kNothing : Holds::kSomething;
}

Result<std::int64_t> UsedBytes(sqlite::Database& database) {
  ASSIGN_OR_RETURN(auto select, database.Lend(sql::kStateUsedBytes));
  RETURN_IF_ERROR(select->Step());
  return select->Integer(0);
}

Status CheckRoom(sqlite::Database& database, std::int64_t limit_bytes) {
  ASSIGN_OR_RETURN(const std::int64_t used, UsedBytes(database));
  if (used < limit_bytes) return {};
  return Error::Unavailable("the state has reached its limit of " +
                            std::to_string(limit_bytes >> 20) + " MiB (state_limit_mb)");
}

Status CheckIntegrity(sqlite::Database& database) {
  ASSIGN_OR_RETURN(auto check, database.Prepare(sql::kConnectionCheckIntegrity));
  RETURN_IF_ERROR(check.Step());
  if (check.Text(0) == "ok") return {};
  return Error::Internal("the database is damaged: " + std::string(check.Text(0)));
}

}  // namespace pomocnik::bot
