// Copies of the state that can be put back: one SQLite file each, with the identity key in it.
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// What a backup holds beside the tables of the state.
struct BackupNote {
  Instant made_at;
  std::string identity_key;  // IdentityKeys::ReadKeyFile
};

// Writes the state in `folder` into a new file of mode 0600, on disk for good when this returns the number of
// turns in it. Every write acknowledged before the call is in it. Only reads the live file, so a server may
// run on it. The copy is checked before it gets its name. kConflict: `path` exists. kNotFound: no state.
Result<std::int64_t> WriteBackup(const std::string& folder, const BackupNote& note,
                                 const std::string& path);

// A backup that was found whole. Not thread-safe.
class Backup {
 public:
  // Checks the whole file. kNotFound: there is none. kInvalidArgument: it is no backup. kInternal: it is
  // damaged.
  static Result<Backup> Open(const std::string& path);

  const BackupNote& note() const { return note_; }
  std::int64_t turns() const { return turns_; }

  // Puts the state into a folder and brings it up to this program. kConflict: the folder has state already,
  // or the backup is a newer program's. REQUIRES: the caller holds the folder's lock.
  Status RestoreTo(const std::string& folder);

 private:
  Backup(sqlite::Database database, BackupNote note, std::int64_t turns)
      : database_(std::move(database)), note_(std::move(note)), turns_(turns) {}

  sqlite::Database database_;
  BackupNote note_;
  std::int64_t turns_;
};

}  // namespace pomocnik::bot
