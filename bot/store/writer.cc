#include "bot/store/writer.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "bot/store/sql.h"

namespace pomocnik::bot {

Result<std::unique_ptr<Writer>> Writer::Start(Opener open, WriterOptions options, Log& log) {
  std::unique_ptr<Writer> writer(new Writer(std::move(open), std::move(options), log));
  auto database = writer->open_();
  if (database) {
    writer->database_.emplace(std::move(*database));
  } else if (database.error().code != ErrorCode::kUnavailable) {
    return std::move(database).error();
  } else {
    writer->NoteHealth(std::move(database).error());
  }
  try {
    writer->thread_ = std::thread(&Writer::Loop, writer.get());
  } catch (const std::system_error& error) {
    return Error::Unavailable(std::string("cannot start the writer's thread: ") + error.what());
  }
  return writer;
}

Writer::~Writer() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard lock(mutex_);
    phase_ = Phase::kStopping;
  }
  wake_.notify_one();
  thread_.join();
}

Status Writer::Write(Work work) { return WriteThen(std::move(work), Then::kNothing); }

Status Writer::WriteAndOverwrite(Work work) { return WriteThen(std::move(work), Then::kEmptyWal); }

Status Writer::WriteThen(Work work, Then then) {
  auto job = std::make_shared<Job>();
  job->work = std::move(work);
  job->then = then;
  auto outcome = job->outcome.get_future();
  RETURN_IF_ERROR(Enqueue(job));
  wake_.notify_one();
  if (outcome.wait_for(options_.patience) == std::future_status::ready) return outcome.get();

  std::lock_guard lock(mutex_);
  if (const auto place = std::find(queue_.begin(), queue_.end(), job); place != queue_.end()) {
    queue_.erase(place);
    ++counters_.refused_writes;
    return Error::Unavailable("write state: its turn did not come in time");
  }
  return Error::Unavailable("write state: the commit takes too long");
}

void Writer::Settle() {
  // It stands behind them in the queue. Whatever becomes of it, there is nothing more to wait for.
  [[maybe_unused]] const Status settled = Write([](sqlite::Database&) { return Status(); });
}

void Writer::Post(Work work) {
  auto job = std::make_shared<Job>();
  job->work = std::move(work);
  // A refusal is counted; there is nobody to tell.
  if (Enqueue(job)) wake_.notify_one();
}

Status Writer::Enqueue(const std::shared_ptr<Job>& job) {
  const auto now = std::chrono::steady_clock::now();
  std::lock_guard lock(mutex_);
  if (queue_.size() >= options_.queue_limit) {
    ++counters_.refused_writes;
    return Error::Unavailable("write state: the queue is full");
  }
  if (busy_since_ && now - *busy_since_ > options_.patience) {
    ++counters_.refused_writes;
    return Error::Unavailable("write state: the commit before takes too long");
  }
  queue_.push_back(job);
  return {};
}

WriterCounters Writer::counters() const {
  std::lock_guard lock(mutex_);
  WriterCounters counters = counters_;
  counters.queue_depth = queue_.size();
  counters.commit_time = commit_time_.Get();
  return counters;
}

void Writer::Loop() {
  Follow();
  for (Batch batch = TakeBatch(); !batch.empty(); batch = TakeBatch()) {
    const auto begin = std::chrono::steady_clock::now();
    const Status commit = Commit(batch);
    commit_time_.Observe(std::chrono::steady_clock::now() - begin);
    if (!commit) database_.reset();
    NoteHealth(commit ? FirstUnavailable(batch) : commit);
    if (commit) EmptyWalFor(batch);
    Acknowledge(batch, commit);
    if (commit) Follow();
  }
  Close();
}

Writer::Batch Writer::TakeBatch() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return !queue_.empty() || phase_ == Phase::kStopping; });
  busy_since_ = std::chrono::steady_clock::now();
  return std::exchange(queue_, Batch());
}

Status Writer::Commit(const Batch& batch) {
  if (!database_) {
    ASSIGN_OR_RETURN(sqlite::Database opened, open_());
    database_.emplace(std::move(opened));
  }
  ASSIGN_OR_RETURN(sqlite::Transaction transaction, sqlite::Transaction::Begin(*database_));
  for (const auto& job : batch) {
    ASSIGN_OR_RETURN(sqlite::Savepoint savepoint, sqlite::Savepoint::Begin(*database_));
    job->result = job->work(*database_);
    if (!transaction.IsOpen()) return job->result;
    if (job->result) RETURN_IF_ERROR(savepoint.Release());
  }
  return transaction.Commit();
}

// What kept a write from being made for another reason than its own content.
Status Writer::FirstUnavailable(const Batch& batch) {
  for (const auto& job : batch) {
    if (!job->result && job->result.error().code == ErrorCode::kUnavailable) return job->result;
  }
  return {};
}

void Writer::Follow() {
  if (!database_ || !options_.afterwards) return;
  const auto follow = [this]() -> Status {
    // A power cut may take it back: then it is done again.
    RETURN_IF_ERROR(database_->Execute("PRAGMA synchronous = NORMAL"));
    ASSIGN_OR_RETURN(sqlite::Transaction transaction, sqlite::Transaction::Begin(*database_));
    RETURN_IF_ERROR(options_.afterwards(*database_));
    RETURN_IF_ERROR(transaction.Commit());
    return database_->Execute("PRAGMA synchronous = FULL");
  };
  const Status followed = follow();
  if (!followed) database_.reset();
  const Health now = followed ? Health::kGood : Health::kBad;
  if (now == following_) return;
  following_ = now;
  if (followed) {
    log_.Info("state_follows");
  } else {
    log_.Failure("state_does_not_follow", {{"error", followed.error().message}});
  }
}

void Writer::EmptyWalFor(const Batch& batch) {
  const auto wants = [](const std::shared_ptr<Job>& job) {
    return job->then == Then::kEmptyWal && job->result;
  };
  if (std::none_of(batch.begin(), batch.end(), wants)) return;
  const Status emptied = EmptyWal();
  for (const auto& job : batch) {
    if (wants(job)) job->result = emptied;
  }
}

Status Writer::EmptyWal() {
  ASSIGN_OR_RETURN(auto checkpoint, database_->Prepare(sql::kConnectionCheckpoint));
  RETURN_IF_ERROR(checkpoint.Step());
  if (checkpoint.Integer(0) == 0) return {};
  return Error::Unavailable("empty the write-ahead log: it is still being read");
}

void Writer::Acknowledge(const Batch& batch, const Status& commit) {
  {
    std::lock_guard lock(mutex_);
    busy_since_.reset();
    if (commit) ++counters_.commits;
    for (const auto& job : batch) {
      ++(commit && job->result ? counters_.writes : counters_.failed_writes);
    }
  }
  for (const auto& job : batch) {
    if (commit) {
      job->outcome.set_value(std::move(job->result));
    } else {
      job->outcome.set_value(Error::Unavailable("write state: " + commit.error().message));
    }
  }
}

// Says when writing stops and starts to work, not at every write: a full disk under load would fill the log.
void Writer::NoteHealth(const Status& writing) {
  const Health now = writing ? Health::kGood : Health::kBad;
  if (now == health_) return;
  health_ = now;
  if (writing) {
    log_.Info("state_writable");
  } else {
    log_.Failure("state_not_writable", {{"error", writing.error().message}});
  }
}

void Writer::Close() {
  if (!database_) return;
  if (const auto status = database_->Execute(sql::kConnectionCheckpoint); !status) {
    log_.Warning("state_not_checkpointed", {{"error", status.error().message}});
  }
  database_.reset();
}

}  // namespace pomocnik::bot
