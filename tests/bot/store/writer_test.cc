#include "bot/store/writer.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::RecordingLog;
using testing::TempFolder;

constexpr std::chrono::milliseconds kLong{60'000};

Result<sqlite::Database> OpenFile(const std::string& path) {
  ASSIGN_OR_RETURN(auto database, sqlite::Database::Open(path, sqlite::OpenMode::kReadWriteCreate));
  RETURN_IF_ERROR(database.Execute("CREATE TABLE IF NOT EXISTS t (x INTEGER UNIQUE) STRICT"));
  return database;
}

Writer::Work Insert(int x) {
  return [x](sqlite::Database& database) {
    return database.Execute("INSERT INTO t VALUES (" + std::to_string(x) + ")");
  };
}

// What is in the table, in order: "1,2,3".
std::string Stored(const std::string& path) {
  auto database = *sqlite::Database::Open(path, sqlite::OpenMode::kReadOnly);
  auto select = *database.Prepare("SELECT GROUP_CONCAT(x) FROM (SELECT x FROM t ORDER BY x)");
  REQUIRE(select.Step());
  return std::string(select.Text(0));
}

// A writer on a file, and a work that keeps its thread busy until Go.
struct Bench {
  explicit Bench(WriterOptions options) {
    auto started = Writer::Start([this] { return OpenFile(path); }, options, log);
    REQUIRE(started);
    writer = std::move(*started);
  }

  // Returns once the writer's thread is held. On a busy machine the patience may end before the thread takes
  // the work; then it is given again.
  std::thread Hold() {
    std::thread holder([this] {
      while (!is_held) held_outcome = writer->Write([this](sqlite::Database&) { return Wait(); });
    });
    held.get_future().wait();
    return holder;
  }
  Status Wait() {
    if (is_held.exchange(true)) return {};
    held.set_value();
    go.get_future().wait();
    return {};
  }
  void Go() { go.set_value(); }
  // Writes queue behind the held one; this waits for them without a clock.
  void AwaitQueue(std::size_t depth) const {
    while (writer->counters().queue_depth != depth) std::this_thread::yield();
  }

  TempFolder folder;
  std::string path = folder.File("test.db");
  RecordingLog log;
  std::atomic<bool> is_held{false};
  std::promise<void> held;
  std::promise<void> go;
  Status held_outcome;
  std::unique_ptr<Writer> writer;
};

TEST_CASE("what waits is committed together, and one bad write costs itself only") {
  Bench bench({.queue_limit = 100, .patience = kLong});
  std::thread holder = bench.Hold();
  std::atomic<int> good{0};
  std::atomic<int> conflicts{0};
  std::vector<std::thread> threads;
  for (const int x : {1, 2, 2, 3, 4, 5, 6, 7}) {
    threads.emplace_back([&, x] {
      const Status status = bench.writer->Write(Insert(x));
      if (status) ++good;
      if (!status && status.error().code == ErrorCode::kConflict) ++conflicts;
    });
  }
  bench.AwaitQueue(threads.size());
  bench.Go();
  holder.join();
  for (std::thread& thread : threads) thread.join();

  CHECK(good == 7);
  CHECK(conflicts == 1);
  CHECK(Stored(bench.path) == "1,2,3,4,5,6,7");
  const WriterCounters counters = bench.writer->counters();
  CHECK(counters.commits == 2);  // the held write, and all the others
  CHECK(counters.writes == 8);
  CHECK(counters.failed_writes == 1);
}

TEST_CASE("a full queue refuses at once") {
  Bench bench({.queue_limit = 1, .patience = kLong});
  std::thread holder = bench.Hold();
  std::thread waiting([&] { CHECK(bench.writer->Write(Insert(1))); });
  bench.AwaitQueue(1);
  const Status refused = bench.writer->Write(Insert(2));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::kUnavailable);
  CHECK(bench.writer->counters().refused_writes == 1);
  bench.Go();
  holder.join();
  waiting.join();
  CHECK(Stored(bench.path) == "1");
}

TEST_CASE("while a commit hangs beyond the patience, others are refused at once") {
  Bench bench({.queue_limit = 100, .patience = std::chrono::milliseconds(20)});
  bench.Hold().join();  // its caller has lost patience, its thread still hangs
  const std::string expected = "write state: the commit before takes too long";
  Status refused = bench.writer->Write(Insert(1));
  for (int tries = 1; tries < 100 && refused.error().message != expected; ++tries) {
    refused = bench.writer->Write(Insert(1));
  }
  CHECK(refused.error().code == ErrorCode::kUnavailable);
  CHECK(refused.error().message == expected);
  CHECK(bench.writer->counters().queue_depth == 0);
  bench.Go();
}

TEST_CASE("a caller does not wait for ever, and its write is not made behind its back") {
  Bench bench({.queue_limit = 100, .patience = std::chrono::milliseconds(20)});
  std::thread holder = bench.Hold();
  const Status late = bench.writer->Write(Insert(1));
  REQUIRE_FALSE(late);
  CHECK(late.error().code == ErrorCode::kUnavailable);
  CHECK(bench.writer->counters().queue_depth == 0);
  holder.join();  // the held write runs out of patience as well
  REQUIRE_FALSE(bench.held_outcome);
  CHECK(bench.held_outcome.error().code == ErrorCode::kUnavailable);
  bench.Go();
  bench.writer.reset();
  CHECK(OpenFile(bench.path));
  CHECK(Stored(bench.path).empty());
}

TEST_CASE("a transaction lost under a write fails all of it, and the next one works") {
  Bench bench({.queue_limit = 100, .patience = kLong});
  std::thread holder = bench.Hold();
  std::vector<std::thread> threads;
  std::atomic<int> unavailable{0};
  const auto write = [&](Writer::Work work) {
    const Status status = bench.writer->Write(std::move(work));
    if (!status && status.error().code == ErrorCode::kUnavailable) ++unavailable;
  };
  threads.emplace_back([&] { write(Insert(1)); });
  threads.emplace_back([&] {
    write([](sqlite::Database& database) -> Status {
      RETURN_IF_ERROR(database.Execute("ROLLBACK"));  // as SQLite does by itself on an I/O error
      return Error::Internal("disk error");
    });
  });
  bench.AwaitQueue(2);
  bench.Go();
  holder.join();
  for (std::thread& thread : threads) thread.join();
  CHECK(unavailable == 2);
  REQUIRE(bench.writer->Write(Insert(2)));
  CHECK(Stored(bench.path) == "2");
}

TEST_CASE("a database that cannot be opened yet is opened by the first write that can") {
  TempFolder folder;
  RecordingLog log;
  const std::string path = folder.File("test.db");
  std::atomic<int> failures{3};
  const auto open = [&]() -> Result<sqlite::Database> {
    if (failures > 0) {
      --failures;
      return Error::Unavailable("the disk is full");
    }
    return OpenFile(path);
  };
  auto writer = Writer::Start(open, {.patience = kLong}, log);
  REQUIRE(writer);
  for (int i = 0; i < 2; ++i) {
    const Status status = (*writer)->Write(Insert(i));
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::kUnavailable);
  }
  CHECK((*writer)->Write(Insert(7)));
  CHECK(Stored(path) == "7");
  // Told once each, not at every write.
  CHECK(log.lines() ==
        std::vector<std::string>{"state_not_writable error=the disk is full", "state_writable"});
}

TEST_CASE("a database of another kind stops the start") {
  RecordingLog log;
  const auto open = []() -> Result<sqlite::Database> { return Error::Conflict("newer program"); };
  const auto writer = Writer::Start(open, {}, log);
  REQUIRE_FALSE(writer);
  CHECK(writer.error().code == ErrorCode::kConflict);
}

TEST_CASE(
    "what follows from the writes is done when they have settled, and tried again after an error") {
  std::atomic<bool> fails = true;
  Bench bench({.afterwards = [&fails](sqlite::Database& database) -> Status {
    if (fails) return Error::Unavailable("not now");
    return database.Execute("INSERT OR IGNORE INTO t SELECT x + 100 FROM t WHERE x < 100");
  }});
  CHECK(bench.writer->Write(Insert(1)));
  bench.writer->Settle();
  CHECK(Stored(bench.path) == "1");
  fails = false;
  CHECK(bench.writer->Write(Insert(2)));
  bench.writer->Settle();
  CHECK(Stored(bench.path) == "1,2,101,102");
  CHECK(bench.log.lines() ==
        std::vector<std::string>{"state_does_not_follow error=not now", "state_follows"});
}

}  // namespace
}  // namespace pomocnik::bot
