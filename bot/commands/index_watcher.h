// Publishes new index versions while the program runs.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "base/result.h"
#include "bot/index_status.h"
#include "bot/knowledge.h"

namespace pomocnik::bot::commands {

// Where versions come from. Of errors, kNotFound and kUnavailable mean that the files could not be read, all
// others that what was read is wrong.
struct VersionSource {
  std::function<std::vector<std::string>()> list;  // names, newest first
  std::function<Result<std::shared_ptr<const Knowledge>>(const std::string&)> open;
  std::function<Result<std::uint64_t>(const std::string&)> size;  // bytes of the file; cheap
};

// Keeps `current` at the newest version that can be opened. One that cannot is refused, with a log line, and
// what is served stays; it is tried again only if its files could not be read. Taking the newest version away
// rolls back to the one before it. When the served file is gone or has changed its size, that version is
// refused and the next one takes over; if there is none, nothing is served. The referenced objects must outlive
// the watcher.
class IndexWatcher {
 public:
  IndexWatcher(VersionSource source, CurrentKnowledge& current, const Clock& clock, Log& log);
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

  // Thread-safe.
  IndexStatus status() const;

 private:
  enum class Published { kNo, kYes };

  void Run();
  // Refuses the served version if its file is no longer what was opened.
  void CheckServed();
  // Publishes the newest that can be opened, unless it is served already.
  void Choose(const std::vector<std::string>& versions);
  Published TryToPublish(const std::string& version);
  void Publish(std::shared_ptr<const Knowledge> knowledge);
  void Refuse(const std::string& version, const Error& error);
  void ForgetAllBut(const std::vector<std::string>& versions);
  void TellRefused();
  // Frees versions that nobody reads any more.
  void FreeRetired();

  const VersionSource source_;
  CurrentKnowledge& current_;
  const Clock& clock_;
  Log& log_;

  // Used by whoever calls Look:
  std::uint64_t served_size_ = 0;
  std::map<std::string, Error, std::greater<>> refused_;
  // Versions that were replaced. Requests may still be reading them, but freeing a version takes longer than
  // answering, so the last reader must not be the one who does it.
  std::vector<std::shared_ptr<const Knowledge>> retired_;

  mutable std::mutex status_mutex_;
  IndexStatus status_;  // guarded by status_mutex_

  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // guarded by mutex_, like the next
  bool look_again_ = false;
  std::thread thread_;
};

}  // namespace pomocnik::bot::commands
