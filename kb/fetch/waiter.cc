#include "kb/fetch/waiter.h"

#include <condition_variable>
#include <mutex>

namespace pomocnik::kb::fetch {

void ThreadWaiter::Wait(std::chrono::nanoseconds time, const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, time, [] { return false; });
}

}  // namespace pomocnik::kb::fetch
