#include "bot/staff/hash_threads.h"

#include <sys/resource.h>
#include <unistd.h>

#include <utility>

namespace pomocnik::bot {
namespace {

// Less than what answers questions.
constexpr int kNiceness = 10;

}  // namespace

HashThreads::HashThreads(HashThreadsOptions options) : options_(options) {
  for (std::size_t i = 0; i < options_.threads; ++i) threads_.emplace_back([this] { Loop(); });
}

HashThreads::~HashThreads() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Result<PasswordMatch> HashThreads::Check(std::string hash, std::string password) {
  Task task([hash = std::move(hash), password = std::move(password)] {
    return CheckPassword(hash, password);
  });
  std::future<PasswordMatch> outcome = task.get_future();
  {
    std::lock_guard lock(mutex_);
    if (pending_ >= options_.threads + options_.queue_limit) {
      return Error::Unavailable("check a password: too many others are being checked");
    }
    ++pending_;
    waiting_.push_back(std::move(task));
  }
  arrived_.notify_one();
  return outcome.get();
}

void HashThreads::Loop() {
  // Linux knows threads as processes here.
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNiceness);
  std::unique_lock lock(mutex_);
  while (true) {
    arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Task task = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    task();
    lock.lock();
    --pending_;
  }
}

}  // namespace pomocnik::bot
