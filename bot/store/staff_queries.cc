#include "bot/store/staff_queries.h"

#include <algorithm>
#include <string>

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

// The columns of staff_session.find and staff_session.list.
SessionRecord ReadSession(const sqlite::Statement& row) {
  SessionRecord session;
  session.number = row.Integer(0);
  session.digest = row.Text(1);
  session.name = row.Text(2);
  session.stamp = row.Text(3);
  session.created_at = ToInstant(row.Integer(4));
  session.seen_at = ToInstant(row.Integer(5));
  return session;
}

// When enough of the tries that count have been forgotten. REQUIRES: there are kMaxTries, so the first one is enough.
Instant FreeAgain(std::int64_t first_try) { return ToInstant(first_try) + kTryWindow; }

Status CheckTries(sqlite::Database& database, const SignInTry& attempt) {
  ASSIGN_OR_RETURN(auto count, database.Prepare(sql::kStaffTryCount));
  RETURN_IF_ERROR(count.Bind(1, attempt.account).Bind(2, attempt.address).Step());
  Instant free_at = attempt.at;
  if (count.Integer(0) >= kMaxTries) free_at = FreeAgain(count.Integer(1));
  if (count.Integer(2) >= kMaxTries) free_at = std::max(free_at, FreeAgain(count.Integer(3)));
  if (free_at == attempt.at) return {};
  return Error::Exhausted("sign in: too many tries", free_at - attempt.at);
}

}  // namespace

Status InsertTry(sqlite::Database& database, const SignInTry& attempt) {
  ASSIGN_OR_RETURN(auto purge, database.Prepare(sql::kStaffTryPurge));
  purge.Bind(1, Milliseconds(attempt.at - kTryWindow));
  RETURN_IF_ERROR(purge.Bind(2, Milliseconds(attempt.at + kTryWindow)).Run());
  RETURN_IF_ERROR(CheckTries(database, attempt));
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kStaffTryInsert));
  insert.Bind(1, attempt.account).Bind(2, attempt.address);
  return insert.Bind(3, Milliseconds(attempt.at)).Run();
}

Status DeleteTry(sqlite::Database& database, const SignInTry& attempt) {
  ASSIGN_OR_RETURN(auto erase, database.Prepare(sql::kStaffTryDelete));
  erase.Bind(1, attempt.account).Bind(2, attempt.address);
  return erase.Bind(3, Milliseconds(attempt.at)).Run();
}

Status UpsertCode(sqlite::Database& database, std::string_view name, std::int64_t step) {
  ASSIGN_OR_RETURN(auto upsert, database.Prepare(sql::kStaffCodeUpsert));
  RETURN_IF_ERROR(upsert.Bind(1, name).Bind(2, step).Run());
  if (database.changes() > 0) return {};
  return Error::Conflict("use a code: it was used before");
}

Status InsertSession(sqlite::Database& database, const SessionRecord& session) {
  ASSIGN_OR_RETURN(auto purge, database.Prepare(sql::kStaffSessionPurge));
  purge.Bind(1, Milliseconds(session.created_at - kSessionLife));
  RETURN_IF_ERROR(purge.Bind(2, Milliseconds(session.created_at - kSessionIdle)).Run());
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kStaffSessionInsert));
  insert.Bind(1, session.digest).Bind(2, session.name).Bind(3, session.stamp);
  insert.Bind(4, Milliseconds(session.created_at)).Bind(5, Milliseconds(session.seen_at));
  return insert.Run();
}

Status TouchSession(sqlite::Database& database, std::string_view digest, Instant at) {
  ASSIGN_OR_RETURN(auto touch, database.Prepare(sql::kStaffSessionTouch));
  return touch.Bind(1, digest).Bind(2, Milliseconds(at)).Run();
}

Status DeleteSession(sqlite::Database& database, std::string_view name, std::int64_t number) {
  ASSIGN_OR_RETURN(auto erase, database.Prepare(sql::kStaffSessionDelete));
  RETURN_IF_ERROR(erase.Bind(1, name).Bind(2, number).Run());
  if (database.changes() > 0) return {};
  return Error::NotFound("end a session: the account has none of that number");
}

Result<std::optional<SessionRecord>> SelectSession(sqlite::Database& database,
                                                   std::string_view digest) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kStaffSessionFind));
  ASSIGN_OR_RETURN(const auto step, select.Bind(1, digest).Step());
  if (step == sqlite::Step::kDone) return std::optional<SessionRecord>();
  return std::optional<SessionRecord>(ReadSession(select));
}

Result<std::vector<SessionRecord>> SelectSessions(sqlite::Database& database,
                                                  std::string_view name) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kStaffSessionList));
  select.Bind(1, name);
  std::vector<SessionRecord> sessions;
  while (true) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return sessions;
    sessions.push_back(ReadSession(select));
  }
}

Status InsertAct(sqlite::Database& database, const StaffAct& act) {
  ASSIGN_OR_RETURN(auto purge, database.Prepare(sql::kStaffLogPurge));
  RETURN_IF_ERROR(purge.Bind(1, Milliseconds(act.at - kStaffLogLife)).Run());
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kStaffLogInsert));
  insert.Bind(1, Milliseconds(act.at)).Bind(2, act.name);
  return insert.Bind(3, StaffDeedName(act.act)).Bind(4, act.object).Run();
}

Result<std::vector<StaffEntry>> SelectActs(sqlite::Database& database, Instant from, Instant to,
                                           int limit) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kStaffLogList));
  select.Bind(1, Milliseconds(from)).Bind(2, Milliseconds(to)).Bind(3, limit);
  std::vector<StaffEntry> entries;
  while (true) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return entries;
    entries.push_back({ToInstant(select.Integer(0)), std::string(select.Text(1)),
                       std::string(select.Text(2)), std::string(select.Text(3))});
  }
}

}  // namespace pomocnik::bot
