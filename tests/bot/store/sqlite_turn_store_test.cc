#include "bot/store/sqlite_turn_store.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "index/sqlite/database.h"
#include "tests/bot/store/open_store.h"
#include "tests/bot/store/records.h"
#include "tests/bot/store/turn_store_contract.h"
#include "tests/support/files.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::ReadFile;
using testing::RecordingLog;
using testing::TempFolder;

TEST_CASE("the SQLite store keeps what every turn store promises") {
  const TempFolder folder;
  RecordingLog log;
  const auto store = OpenStore(folder, log);
  CheckTurnStoreContract(*store);
  CHECK(log.text().empty());
}

TEST_CASE("turns are there after a restart, in one private file") {
  const TempFolder folder;
  RecordingLog log;
  for (int number = 0; number < 3; ++number) {
    const auto store = OpenStore(folder, log);
    CHECK(*store->CountTurns() == number);
    REQUIRE(SaveNumbered(*store, number));
  }
  CHECK(std::filesystem::exists(folder.File("state.db")));
  CHECK_FALSE(std::filesystem::exists(folder.File("state.db-wal")));
  struct stat info {};
  REQUIRE(::stat(folder.File("state.db").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("eight threads share commits and lose nothing") {
  constexpr int kThreads = 8;
  constexpr int kTurns = 50;
  const TempFolder folder;
  RecordingLog log;
  const auto store = OpenStore(folder, log);
  std::vector<std::thread> threads;
  std::array<int, kThreads> kept{};
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&store, &count = kept[static_cast<std::size_t>(thread)], thread] {
      for (int turn = 0; turn < kTurns; ++turn) {
        const int number = thread * kTurns + turn;
        const auto found = store->FindTurnByKey("k" + std::to_string(number));
        if (SaveNumbered(*store, number) && found && !found->has_value()) ++count;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : kept) CHECK(count == kTurns);
  CHECK(*store->CountTurns() == kThreads * kTurns);
  const WriterCounters counters = store->counters();
  CHECK(counters.writes == kThreads * kTurns);
  CHECK(counters.commits <= counters.writes);
  CHECK(counters.queue_depth == 0);
}

TEST_CASE("a second store on the same folder is refused with words") {
  const TempFolder folder;
  RecordingLog log;
  const auto store = OpenStore(folder, log);
  const auto second = SqliteTurnStore::Open(folder.path().string(), log);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::kConflict);
  CHECK(second.error().message == "cannot lock " + folder.File("state.lock") +
                                      ": another process works on this data folder (process " +
                                      std::to_string(::getpid()) + "); stop it first");
}

TEST_CASE("what cannot be a state folder is refused with words") {
  RecordingLog log;
  const TempFolder folder;
  SUBCASE("no folder") {
    const auto store = SqliteTurnStore::Open(folder.File("missing"), log);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::kNotFound);
  }
  SUBCASE("not a database") {
    std::ofstream(folder.File("state.db")) << std::string(5000, 'x');
    const auto store = SqliteTurnStore::Open(folder.path().string(), log);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::kInternal);
    CHECK(store.error().message.find("not a database") != std::string::npos);
  }
  SUBCASE("a newer program's database") {
    {
      auto database =
          sqlite::Database::Open(folder.File("state.db"), sqlite::OpenMode::kReadWriteCreate);
      REQUIRE(database);
      REQUIRE(database->Execute("PRAGMA user_version = 99"));
    }
    const auto store = SqliteTurnStore::Open(folder.path().string(), log);
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::kConflict);
    CHECK(store.error().message.find("use a newer program") != std::string::npos);
  }
}

TEST_CASE("while somebody else holds a lock, writes fail, reads work, and it heals") {
  const TempFolder folder;
  RecordingLog log;
  const auto store = OpenStore(folder, log);
  REQUIRE(SaveNumbered(*store, 1));
  {
    auto other =
        sqlite::Database::Open(folder.File("state.db"), sqlite::OpenMode::kReadWriteCreate);
    REQUIRE(other);
    REQUIRE(other->Execute("BEGIN IMMEDIATE"));
    const Status status = SaveNumbered(*store, 2);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::kUnavailable);
    CHECK((*store->FindTurnByKey("k1"))->id == "t1");
  }
  CHECK(SaveNumbered(*store, 2));
  CHECK(*store->CountTurns() == 2);
  CHECK(store->counters().failed_writes == 1);
}

// Lets no file of this process grow beyond a size, as a full disk would; lifted at the end of its life.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    const rlimit limit{bytes, before_.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, SIG_DFL);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

TEST_CASE("on a full disk writes fail, reads work, nothing acknowledged is lost, and it heals") {
  constexpr int kTurns = 200;
  const TempFolder folder;
  RecordingLog log;
  const auto store = OpenStore(folder, log);
  std::vector<int> kept;
  {
    const FileSizeLimit full(rlim_t{256} * 1024);
    for (int number = 0; number < kTurns; ++number) {
      const Status status = SaveNumbered(*store, number);
      if (status) kept.push_back(number);
      if (!status) CHECK(status.error().code == ErrorCode::kUnavailable);
    }
    REQUIRE(kept.size() > 0);
    REQUIRE(kept.size() < kTurns);
    CHECK(*store->CountTurns() == static_cast<std::int64_t>(kept.size()));
  }
  for (const int number : kept)
    CHECK(store->FindTurnByKey("k" + std::to_string(number))->has_value());
  for (int number = 0; number < kTurns; ++number) CHECK(SaveNumbered(*store, number));
  CHECK(*store->CountTurns() == kTurns);
  CHECK(log.text().find("state_not_writable") != std::string::npos);
  CHECK(log.lines().back() == "state_writable");
}

Status SaveLong(TurnStore& store, int number) {
  const std::string id = std::to_string(number);
  TurnRecord turn = MakeTurn("t" + id, "c", "k" + id);
  turn.reply.assign(5000, 'x');
  const auto saved = store.SaveTurn(MakeConversation("c"), turn, std::nullopt, {});
  if (!saved) return saved.error();
  return {};
}

TEST_CASE(
    "a state that has reached its limit keeps what it has, and saves again when there is room") {
  constexpr std::int64_t kLimit = 1024 * 1024;
  const TempFolder folder;
  RecordingLog log;
  auto opened =
      SqliteTurnStore::Open(folder.path().string(), log, {.limit_bytes = kLimit, .writer = {}});
  REQUIRE(opened);
  SqliteTurnStore& store = **opened;
  int kept = 0;
  while (SaveLong(store, kept)) ++kept;
  REQUIRE(kept > 50);
  for (int number = kept; number < kept + 20; ++number) {
    const Status refused = SaveLong(store, number);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::kUnavailable);
  }
  CHECK_FALSE(store.SaveFeedback({.turn_id = "t1", .reason = {}, .created_at = {}}));
  CHECK(*store.CountTurns() == kept);
  const auto status = store.status();
  REQUIRE(status);
  CHECK(status->limit_bytes == kLimit);
  CHECK(status->used_bytes >= kLimit);
  CHECK(status->used_bytes < kLimit + 64 * 1024);
  CHECK(log.lines() ==
        std::vector<std::string>{"state_not_writable error=the state has reached its limit of 1 "
                                 "MiB (state_limit_mb)"});
  {
    auto other =
        sqlite::Database::Open(folder.File("state.db"), sqlite::OpenMode::kReadWriteCreate);
    REQUIRE(other);
    REQUIRE(other->Execute("DELETE FROM turn WHERE number % 2 = 0"));
  }
  CHECK(SaveLong(store, kept));
  CHECK(log.lines().back() == "state_writable");
}

TEST_CASE("a store that starts on a full disk answers reads with an error and heals") {
  const TempFolder folder;
  RecordingLog log;
  std::unique_ptr<SqliteTurnStore> store;
  {
    const FileSizeLimit full(rlim_t{512});
    store = OpenStore(folder, log);
    CHECK_FALSE(SaveNumbered(*store, 1));
    const auto found = store->FindTurnByKey("k1");
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::kUnavailable);
  }
  CHECK(SaveNumbered(*store, 1));
  CHECK(*store->CountTurns() == 1);
}

TEST_CASE(
    "a store that starts where nothing can be made heals, and has the folder to itself then") {
  const TempFolder folder;
  RecordingLog log;
  // In place of a read-only file system, which root could write to all the same if it were a matter of modes.
  const std::string obstacle = folder.File("state.lock");
  std::filesystem::create_directory(obstacle);
  const auto store = OpenStore(folder, log);
  CHECK_FALSE(SaveNumbered(*store, 1));
  CHECK_FALSE(store->FindTurnByKey("k1"));
  std::filesystem::remove(obstacle);
  CHECK(SaveNumbered(*store, 1));
  CHECK(*store->CountTurns() == 1);
  CHECK(SqliteTurnStore::Open(folder.path().string(), log).error().code == ErrorCode::kConflict);
}

TEST_CASE("every statement is a file that prepares and says what it does") {
  const std::filesystem::path statements = POMOCNIK_SOURCE_DIR "/bot/store/sql";
  const TempFolder folder;
  RecordingLog log;
  OpenStore(folder, log).reset();
  auto database =
      sqlite::Database::Open(folder.File("state.db"), sqlite::OpenMode::kReadWriteCreate);
  REQUIRE(database);
  REQUIRE(database->Execute(ReadFile(statements / "backup.create.sql")));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(statements)) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const std::string sql = ReadFile(entry.path());
    CHECK(sql.rfind("-- ", 0) == 0);
    const bool is_script = name.find("configure") != std::string::npos ||
                           name == "backup.create.sql" || name[0] == '0';
    if (!is_script) {
      const auto statement = database->Prepare(sql);
      CHECK_MESSAGE(statement, statement.error().message);
    }
    ++files;
  }
  CHECK(files > 0);
}

}  // namespace
}  // namespace pomocnik::bot
