// What was acknowledged is there after kill -9, once.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "bot/store/sqlite_turn_store.h"
#include "index/sqlite/database.h"
#include "tests/bot/store/records.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::RecordingLog;
using testing::TempFolder;

constexpr int kKills = 20;
constexpr int kWriters = 8;

// The child: writes until it is killed, and says the number of each turn that was acknowledged. The pipe
// takes an int in one piece.
[[noreturn]] void WriteForEver(const std::string& folder, int round, int acknowledgements) {
  RecordingLog log;
  auto store = SqliteTurnStore::Open(folder, log);
  if (!store) ::_exit(1);
  std::vector<std::thread> threads;
  for (int writer = 0; writer < kWriters; ++writer) {
    threads.emplace_back([&store, round, writer, acknowledgements] {
      for (int turn = 0;; ++turn) {
        const int number = (round * kWriters + writer) * 100'000 + turn;
        if (!SaveNumbered(**store, number) ||
            ::write(acknowledgements, &number, sizeof number) != sizeof number)
          ::_exit(2);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  ::_exit(0);
}

// Runs the child and kills it after some acknowledgements; returns all that came through.
std::vector<int> RunAndKill(const std::string& folder, int round) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    WriteForEver(folder, round, ends[1]);
  }
  ::close(ends[1]);
  std::vector<int> acknowledged;
  const std::size_t enough = 1 + static_cast<std::size_t>(round) * 7;
  int number = 0;
  while (::read(ends[0], &number, sizeof number) == sizeof number) {
    acknowledged.push_back(number);
    if (acknowledged.size() == enough) ::kill(child, SIGKILL);
  }
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  return acknowledged;
}

TEST_CASE("nothing acknowledged is lost when the process is killed, and nothing is there twice") {
  const TempFolder folder;
  std::vector<int> acknowledged;
  for (int round = 0; round < kKills; ++round) {
    const std::vector<int> more = RunAndKill(folder.path().string(), round);
    acknowledged.insert(acknowledged.end(), more.begin(), more.end());
  }
  RecordingLog log;
  auto store = SqliteTurnStore::Open(folder.path().string(), log);
  REQUIRE(store);
  for (const int number : acknowledged) {
    const auto found = (*store)->FindTurnByKey("k" + std::to_string(number));
    REQUIRE(found);
    CHECK(found->has_value());
  }
  auto database = sqlite::Database::Open(folder.File("state.db"), sqlite::OpenMode::kReadOnly);
  REQUIRE(database);
  auto check = database->Prepare("PRAGMA integrity_check");
  REQUIRE(check);
  REQUIRE(check->Step());
  CHECK(check->Text(0) == "ok");
  MESSAGE(acknowledged.size(), " acknowledged in ", kKills, " kills");
}

TEST_CASE("a second process is refused while the first one lives, and not after its death") {
  const TempFolder folder;
  RecordingLog log;
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::close(ends[0]);
    WriteForEver(folder.path().string(), 0, ends[1]);
  }
  ::close(ends[1]);
  int number = 0;
  REQUIRE(::read(ends[0], &number, sizeof number) == sizeof number);  // it has the folder now
  const auto second = SqliteTurnStore::Open(folder.path().string(), log);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::kConflict);
  CHECK(second.error().message.find("(process " + std::to_string(child) + ")") !=
        std::string::npos);

  ::kill(child, SIGKILL);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  ::close(ends[0]);
  CHECK(SqliteTurnStore::Open(folder.path().string(), log).has_value());
}

}  // namespace
}  // namespace pomocnik::bot
