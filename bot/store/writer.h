// The one thread that writes the state database.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "base/histogram.h"
#include "base/log.h"
#include "base/result.h"
#include "bot/state_status.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

struct WriterOptions {
  // What follows from the writes and nobody waits for: runs on the writer's thread after they were acknowledged, in a
  // transaction of its own, and once when the database is opened. Goes on from where it was after a crash, and is tried again
  // with the next write after an error.
  std::function<Status(sqlite::Database&)> afterwards{};
  std::size_t queue_limit = 1024;            // writes that wait; one more is refused
  std::chrono::milliseconds patience{2000};  // how long a caller waits for its commit
};

// Owns the only connection that writes and checkpoints, and the only thread that uses it. (SQLite up to
// 3.51.2 can damage a WAL database when two connections write and checkpoint at once.) Whatever waits is
// committed in one transaction, so that one sync serves many callers. A transaction that fails costs its
// writes only: the connection is opened anew for the next one. Thread-safe.
class Writer {
 public:
  // One write: runs on the writer's thread inside a transaction, and what it did is taken back when it
  // returns an error. It may run after its caller has gone, so it owns what it needs.
  using Work = std::function<Status(sqlite::Database&)>;
  // Makes the connection, ready for work.
  using Opener = std::function<Result<sqlite::Database>()>;

  // A first opening that fails with kUnavailable is tried again with the first write; another error is
  // returned. The log must outlive the writer.
  static Result<std::unique_ptr<Writer>> Start(Opener open, WriterOptions options, Log& log);

  // Commits what waits, empties the WAL and closes. REQUIRES: no Write is running.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Returns after the commit, or with the error of `work`. kUnavailable: the queue is full, the database
  // cannot be written, or the commit takes longer than the caller's patience; only in the last case may
  // the write be kept all the same. While a commit hangs for longer than that, others need not wait to be
  // refused: a disk that does not answer must not hold every caller.
  Status Write(Work work);

  // The same, and then moves everything from the WAL into the database and empties it, so that what `work` took out is
  // overwritten. kUnavailable also when somebody goes on reading what was there before: then the write is kept, and
  // the WAL not yet empty.
  Status WriteAndOverwrite(Work work);

  // Returns when what follows from the writes that were acknowledged is done, or cannot be done just now.
  void Settle();

  // Leaves the write to the writer's thread and returns at once, whatever becomes of it: for what may be lost.
  void Post(Work work);

  WriterCounters counters() const;

 private:
  enum class Then { kNothing, kEmptyWal };
  struct Job {
    Work work;
    Then then = Then::kNothing;
    Status result;  // of `work`; belongs to the writer's thread
    std::promise<Status> outcome;
  };
  using Batch = std::deque<std::shared_ptr<Job>>;

  Writer(Opener open, WriterOptions options, Log& log)
      : open_(std::move(open)), options_(std::move(options)), log_(log) {}

  Status WriteThen(Work work, Then then);
  void Loop();
  Status Enqueue(const std::shared_ptr<Job>& job);
  Batch TakeBatch();  // waits; empty: time to stop
  Status Commit(const Batch& batch);
  void EmptyWalFor(const Batch& batch);
  Status EmptyWal();
  void Acknowledge(const Batch& batch, const Status& commit);
  void Follow();
  static Status FirstUnavailable(const Batch& batch);
  void NoteHealth(const Status& writing);
  void Close();

  // First, so that what it keeps outlives the connection.
  Opener open_;
  const WriterOptions options_;
  Log& log_;

  // Of the writer's thread.
  std::optional<sqlite::Database> database_;
  enum class Health { kGood, kBad } health_ = Health::kGood;
  Health following_ = Health::kGood;

  Histogram commit_time_;

  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable wake_;
  Batch queue_;
  std::optional<std::chrono::steady_clock::time_point> busy_since_;  // a batch is being committed
  enum class Phase { kRunning, kStopping } phase_ = Phase::kRunning;
  WriterCounters counters_;

  std::thread thread_;
};

}  // namespace pomocnik::bot
