#include "bot/store/backup.h"

#include <filesystem>
#include <utility>

#include "base/new_file.h"
#include "bot/store/sql.h"
#include "bot/store/state_file.h"
#include "bot/store/turn_queries.h"

namespace pomocnik::bot {
namespace {

using sqlite::Database;
using sqlite::OpenMode;

Status InsertNote(Database& database, const BackupNote& note) {
  RETURN_IF_ERROR(database.Execute(sql::kBackupCreate));
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kBackupInsert));
  return insert.Bind(1, Milliseconds(note.made_at)).Bind(2, note.identity_key).Run();
}

Result<BackupNote> SelectNote(Database& database) {
  auto select = database.Prepare(sql::kBackupFind);
  if (!select) return Error::InvalidArgument("it was not made by `pomocnik backup`");
  ASSIGN_OR_RETURN(const auto step, select->Step());
  if (step == sqlite::Step::kDone) return Error::InvalidArgument("it is not complete");
  return BackupNote{.made_at = ToInstant(select->Integer(0)),
                    .identity_key = std::string(select->Text(1))};
}

// Completes the copy and returns how many turns are in it.
Result<std::int64_t> FinishCopy(const std::string& path, const BackupNote& note) {
  ASSIGN_OR_RETURN(Database copy, Database::Open(path, OpenMode::kReadWriteCreate));
  RETURN_IF_ERROR(InsertNote(copy, note));
  RETURN_IF_ERROR(CheckIntegrity(copy));
  return SelectTurnCount(copy);
}

// Takes the key out of the copy, so that it lies in its own file only.
Status FinishRestore(const std::string& path) {
  ASSIGN_OR_RETURN(Database copy, Database::Open(path, OpenMode::kReadWriteCreate));
  RETURN_IF_ERROR(copy.Execute(sql::kConnectionConfigure));
  RETURN_IF_ERROR(copy.Execute(sql::kBackupDrop));
  return MigrateState(copy);
}

Error Explain(const std::string& attempt, const Error& error) {
  return Error{error.code, attempt + ": " + error.message};
}

}  // namespace

Result<std::int64_t> WriteBackup(const std::string& folder, const BackupNote& note,
                                 const std::string& path) {
  if (std::filesystem::exists(std::filesystem::symlink_status(path))) {
    return Error::Conflict("cannot write " + path + ": it exists already");
  }
  ASSIGN_OR_RETURN(Database live, Database::Open(StateFile(folder), OpenMode::kReadOnly));
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
  RETURN_IF_ERROR(live.CopyTo(file.draft()));
  ASSIGN_OR_RETURN(const std::int64_t turns, FinishCopy(file.draft(), note));
  RETURN_IF_ERROR(file.Publish());
  return turns;
}

Result<Backup> Backup::Open(const std::string& path) {
  const std::string attempt = "cannot use backup " + path;
  ASSIGN_OR_RETURN(Database database, Database::Open(path, OpenMode::kReadOnly));
  auto note = SelectNote(database);
  if (!note) return Explain(attempt, note.error());
  if (auto status = CheckIntegrity(database); !status) return Explain(attempt, status.error());
  ASSIGN_OR_RETURN(const std::int64_t turns, SelectTurnCount(database));
  return Backup(std::move(database), std::move(*note), turns);
}

Status Backup::RestoreTo(const std::string& folder) {
  const std::string path = StateFile(folder);
  // A WAL without its database would be read as a part of the restored one.
  for (const char* ending : {"", "-wal", "-journal"}) {
    if (std::filesystem::exists(std::filesystem::symlink_status(path + ending))) {
      return Error::Conflict("cannot restore: " + path + ending +
                             " exists; restore into another folder, or move the old state away");
    }
  }
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
  RETURN_IF_ERROR(database_.CopyTo(file.draft()));
  RETURN_IF_ERROR(FinishRestore(file.draft()));
  return file.Publish();
}

}  // namespace pomocnik::bot
