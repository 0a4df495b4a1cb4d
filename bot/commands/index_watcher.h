// Publishes new index versions while the program runs.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/log.h"
#include "base/result.h"
#include "bot/knowledge.h"

namespace pomocnik::bot::commands {

// Where versions come from.
struct VersionSource {
  std::function<std::vector<std::string>()> list;  // names, newest first
  std::function<Result<std::shared_ptr<const Knowledge>>(const std::string&)> open;
};

// Keeps `current` at the newest version that can be opened. A version that cannot is refused once, with a
// log line, and what is served stays. Taking the newest version away rolls back to the one before it. The
// referenced objects must outlive the watcher.
class IndexWatcher {
 public:
  IndexWatcher(VersionSource source, CurrentKnowledge& current, Log& log);
  // Stops.
  ~IndexWatcher();
  IndexWatcher(const IndexWatcher&) = delete;
  IndexWatcher& operator=(const IndexWatcher&) = delete;

  // Looks once. Not thread-safe; not to be called after Start.
  void Look();

  // Looks every second on a thread of its own, until Stop.
  void Start();
  void Stop();

  // Looks at once, after Start, at refused versions as well. Thread-safe.
  void LookAgain();

 private:
  void Run();

  const VersionSource source_;
  CurrentKnowledge& current_;
  Log& log_;
  std::set<std::string> refused_;  // used by whoever calls Look

  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // guarded by mutex_, like the next
  bool look_again_ = false;
  std::thread thread_;
};

}  // namespace pomocnik::bot::commands
