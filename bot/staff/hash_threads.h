// Checks passwords on two threads of their own: a hash takes much memory and time, and neither a flood of sign-ins
// may take more of it, nor may the answering of questions wait for it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "bot/staff/password_hash.h"

namespace pomocnik::bot {

struct HashThreadsOptions {
  std::size_t threads = 2;
  std::size_t queue_limit = 16;  // that wait
};

// Thread-safe.
class HashThreads {
 public:
  explicit HashThreads(HashThreadsOptions options = {});
  // Checks what waits.
  ~HashThreads();
  HashThreads(const HashThreads&) = delete;
  HashThreads& operator=(const HashThreads&) = delete;

  // Returns when the password was checked. kUnavailable at once when too many wait.
  Result<PasswordMatch> Check(std::string hash, std::string password);

 private:
  using Task = std::packaged_task<PasswordMatch()>;
  void Loop();

  const HashThreadsOptions options_;
  std::mutex mutex_;  // guards what follows
  std::condition_variable arrived_;
  std::deque<Task> waiting_;
  std::size_t pending_ = 0;  // waiting or being checked
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace pomocnik::bot
