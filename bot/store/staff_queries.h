// The statements on sessions and tries of staff, and on their log.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bot/staff_log.h"
#include "bot/staff_store.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// Those that change something REQUIRE that a transaction of the only writer is open; what they return is said of
// the functions of StaffStore and StaffLog that have their purpose.
Status InsertTry(sqlite::Database& database, const SignInTry& attempt);
Status DeleteTry(sqlite::Database& database, const SignInTry& attempt);
Status UpsertCode(sqlite::Database& database, std::string_view name, std::int64_t step);
Status InsertSession(sqlite::Database& database, const SessionRecord& session);
Status TouchSession(sqlite::Database& database, std::string_view digest, Instant at);
Status DeleteSession(sqlite::Database& database, std::string_view name, std::int64_t number);
Result<std::optional<SessionRecord>> SelectSession(sqlite::Database& database,
                                                   std::string_view digest);
Result<std::vector<SessionRecord>> SelectSessions(sqlite::Database& database,
                                                  std::string_view name);

// Also drops entries that are older than kStaffLogLife.
Status InsertAct(sqlite::Database& database, const StaffAct& act);
Result<std::vector<StaffEntry>> SelectActs(sqlite::Database& database, Instant from, Instant to,
                                           int limit);

}  // namespace pomocnik::bot
