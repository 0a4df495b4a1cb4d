#include "bot/store/state_file.h"

#include <array>
#include <string_view>

#include "bot/store/sql.h"
#include "index/sqlite/migrations.h"

namespace pomocnik::bot {
namespace {

constexpr std::array<std::string_view, 5> kMigrations = {
    sql::k001Turns, sql::k002TurnByConversation, sql::k003Dialogue, sql::k004ScreenPress,
    sql::k005Deflection};

}  // namespace

std::string StateFile(const std::string& folder) { return folder + "/state.db"; }

std::string StateLockFile(const std::string& folder) { return folder + "/state.lock"; }

Status MigrateState(sqlite::Database& database) { return sqlite::Migrate(database, kMigrations); }

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
