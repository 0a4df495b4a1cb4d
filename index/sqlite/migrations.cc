#include "index/sqlite/migrations.h"

#include <string>

namespace pomocnik::sqlite {
namespace {

Result<std::size_t> ReadVersion(Database& database) {
  ASSIGN_OR_RETURN(Statement statement, database.Prepare("PRAGMA user_version"));
  ASSIGN_OR_RETURN(const Step step, statement.Step());
  if (step != Step::kRow || statement.Integer(0) < 0) {
    return Error::Internal("the database's version is no version of ours");
  }
  return static_cast<std::size_t>(statement.Integer(0));
}

}  // namespace

Status Migrate(Database& database, std::span<const std::string_view> scripts) {
  ASSIGN_OR_RETURN(const std::size_t version, ReadVersion(database));
  if (version > scripts.size()) {
    return Error::Conflict("the database has version " + std::to_string(version) +
                           ", this program knows up to " + std::to_string(scripts.size()) +
                           ": use a newer program");
  }
  for (std::size_t next = version; next < scripts.size(); ++next) {
    ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(database));
    RETURN_IF_ERROR(database.Execute(scripts[next]));
    RETURN_IF_ERROR(database.Execute("PRAGMA user_version = " + std::to_string(next + 1)));
    RETURN_IF_ERROR(transaction.Commit());
  }
  return {};
}

}  // namespace pomocnik::sqlite
