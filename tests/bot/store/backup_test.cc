#include "bot/store/backup.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "tests/bot/store/open_store.h"
#include "tests/bot/store/records.h"
#include "tests/support/files.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::ReadFile;
using testing::RecordingLog;
using testing::TempFolder;

const BackupNote kNote{.made_at = *ParseRfc3339("2026-11-23T09:00:00.123Z"),
                       .identity_key = std::string(64, 'a')};

Backup OpenBackup(const std::string& path) {
  auto backup = Backup::Open(path);
  REQUIRE_MESSAGE(backup, backup.error().message);
  return std::move(*backup);
}

void WriteFile(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// A state with one turn, closed.
void MakeState(const TempFolder& folder) {
  RecordingLog log;
  REQUIRE(SaveNumbered(*OpenStore(folder, log), 1));
}

std::string MakeBackup(const TempFolder& folder) {
  std::string path = folder.File("a.backup");
  REQUIRE(WriteBackup(folder.path().string(), kNote, path));
  return path;
}

TEST_CASE("a backup made while turns are written holds all that was acknowledged before") {
  constexpr int kBefore = 30;
  const TempFolder live;
  const TempFolder restored;
  const std::string path = live.File("a.backup");
  RecordingLog log;
  const auto store = OpenStore(live, log);
  for (int number = 0; number < kBefore; ++number) REQUIRE(SaveNumbered(*store, number));

  std::atomic<int> goes_on{1};
  std::thread writer([&] {
    for (int number = kBefore; goes_on == 1; ++number) CHECK(SaveNumbered(*store, number));
  });
  const auto turns = WriteBackup(live.path().string(), kNote, path);
  goes_on = 0;
  writer.join();
  REQUIRE_MESSAGE(turns, turns.error().message);
  CHECK(*turns >= kBefore);

  Backup backup = OpenBackup(path);
  CHECK(backup.note().made_at == kNote.made_at);
  CHECK(backup.note().identity_key == kNote.identity_key);
  CHECK(backup.turns() == *turns);
  REQUIRE(backup.RestoreTo(restored.path().string()));
  const auto copy = OpenStore(restored, log);
  CHECK(*copy->CountTurns() == *turns);
  for (int number = 0; number < kBefore; ++number) {
    const std::string id = std::to_string(number);
    CHECK(*copy->FindTurnByKey("k" + id) == MakeTurn("t" + id, "c" + id, "k" + id));
  }
  CHECK(SaveNumbered(*copy, -1));
  CHECK(log.text().empty());
}

TEST_CASE("a backup is private, and the key in it is not in the restored database") {
  const TempFolder folder;
  const TempFolder restored;
  MakeState(folder);
  const std::string path = MakeBackup(folder);
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  CHECK(ReadFile(path).find(kNote.identity_key) != std::string::npos);

  REQUIRE(OpenBackup(path).RestoreTo(restored.path().string()));
  const std::string state = StateFile(restored.path().string());
  REQUIRE(::stat(state.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  CHECK(ReadFile(state).find(kNote.identity_key) == std::string::npos);
}

TEST_CASE("a backup overwrites nothing and leaves the live file as it was") {
  const TempFolder folder;
  MakeState(folder);
  const std::string before = ReadFile(folder.File("state.db"));
  const std::string path = MakeBackup(folder);
  CHECK(ReadFile(folder.File("state.db")) == before);
  const std::string first = ReadFile(path);
  const auto again = WriteBackup(folder.path().string(), kNote, path);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ErrorCode::kConflict);
  CHECK(ReadFile(path) == first);
}

TEST_CASE("a backup needs a state and a place") {
  const TempFolder folder;
  CHECK(WriteBackup(folder.path().string(), kNote, folder.File("a")).error().code ==
        ErrorCode::kNotFound);
  MakeState(folder);
  CHECK(WriteBackup(folder.path().string(), kNote, folder.File("no/a")).error().code ==
        ErrorCode::kNotFound);
}

TEST_CASE("what is no sound backup is refused") {
  const TempFolder folder;
  MakeState(folder);
  const std::string path = MakeBackup(folder);
  const auto refusal = [](const std::string& file) {
    const auto backup = Backup::Open(file);
    REQUIRE_FALSE(backup);
    MESSAGE(backup.error().message);
    return backup.error().code;
  };
  CHECK(refusal(folder.File("missing")) == ErrorCode::kNotFound);
  CHECK(refusal(folder.File("state.db")) == ErrorCode::kInvalidArgument);
  const std::string bytes = ReadFile(path);
  WriteFile(folder.File("text"), "no database, but long enough to be looked at");
  CHECK(refusal(folder.File("text")) == ErrorCode::kInternal);
  WriteFile(folder.File("short"), bytes.substr(0, bytes.size() / 2));
  CHECK(refusal(folder.File("short")) == ErrorCode::kInternal);
}

TEST_CASE("a folder with state is not restored over") {
  const TempFolder folder;
  MakeState(folder);
  Backup backup = OpenBackup(MakeBackup(folder));
  for (const char* file : {"state.db", "state.db-wal", "state.db-journal"}) {
    CAPTURE(file);
    const TempFolder other;
    WriteFile(other.File(file), "");
    const Status restored = backup.RestoreTo(other.path().string());
    REQUIRE_FALSE(restored);
    CHECK(restored.error().code == ErrorCode::kConflict);
    CHECK(ReadFile(other.File(file)).empty());
  }
}

TEST_CASE("a newer program's backup is not restored") {
  const TempFolder folder;
  const TempFolder other;
  MakeState(folder);
  {
    auto database =
        sqlite::Database::Open(folder.File("state.db"), sqlite::OpenMode::kReadWriteCreate);
    REQUIRE(database);
    REQUIRE(database->Execute("PRAGMA user_version = 99"));
  }
  const Status restored = OpenBackup(MakeBackup(folder)).RestoreTo(other.path().string());
  REQUIRE_FALSE(restored);
  CHECK(restored.error().code == ErrorCode::kConflict);
  CHECK(std::filesystem::is_empty(other.path()));
}

}  // namespace
}  // namespace pomocnik::bot
