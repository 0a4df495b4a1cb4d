#include "bot/store/sqlite_staff_store.h"

#include <string>

#include "bot/store/staff_queries.h"

namespace pomocnik::bot {

using sqlite::Database;

Status SqliteStaffStore::CountTry(const SignInTry& attempt) {
  return writer_.Write([attempt](Database& database) { return InsertTry(database, attempt); });
}

Status SqliteStaffStore::ForgetTry(const SignInTry& attempt) {
  return writer_.Write([attempt](Database& database) { return DeleteTry(database, attempt); });
}

Status SqliteStaffStore::UseCode(std::string_view name, std::int64_t step) {
  return writer_.Write([name = std::string(name), step](Database& database) {
    return UpsertCode(database, name, step);
  });
}

Status SqliteStaffStore::OpenSession(const SessionRecord& session) {
  return writer_.Write([session](Database& database) { return InsertSession(database, session); });
}

Result<std::optional<SessionRecord>> SqliteStaffStore::FindSession(std::string_view digest) {
  return readers_.Run([digest](Database& database) { return SelectSession(database, digest); });
}

void SqliteStaffStore::NoteSeen(std::string_view digest, Instant at) {
  writer_.Post([digest = std::string(digest), at](Database& database) {
    return TouchSession(database, digest, at);
  });
}

Result<std::vector<SessionRecord>> SqliteStaffStore::ListSessions(std::string_view name) {
  return readers_.Run([name](Database& database) { return SelectSessions(database, name); });
}

Status SqliteStaffStore::CloseSession(std::string_view name, std::int64_t number) {
  return writer_.Write([name = std::string(name), number](Database& database) {
    return DeleteSession(database, name, number);
  });
}

Status SqliteStaffStore::Note(const StaffAct& act) {
  return writer_.Write([act](Database& database) { return InsertAct(database, act); });
}

void SqliteStaffStore::NoteLater(const StaffAct& act) {
  writer_.Post([act](Database& database) { return InsertAct(database, act); });
}

Result<std::vector<StaffEntry>> SqliteStaffStore::List(Instant from, Instant to, int limit) {
  return readers_.Run(
      [from, to, limit](Database& database) { return SelectActs(database, from, to, limit); });
}

}  // namespace pomocnik::bot
