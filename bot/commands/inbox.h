// How a command hands requests to a server that is running on the same data folder: as a file in <data>/inbox, which
// the server takes up, with a receipt beside it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/log.h"
#include "base/result.h"
#include "bot/request_store.h"
#include "bot/requests/filed_request.h"

namespace pomocnik::bot::commands {

// Puts the requests there in one step, readable for their owner only, and returns the file's path. The folder is made
// when it is missing.
Result<std::string> PutIntoInbox(const std::string& data,
                                 const std::vector<FiledRequest>& requests);

// What a server has done with the file; the receipt is removed. Absent until it has.
std::optional<ImportCounts> TakeReceipt(const std::string& path);

// Takes up what lies in the inbox, in the order of the names. A file that cannot be read is set aside as NAME.refused
// and logged; one whose requests could not be kept stays and is tried again. Store and log must outlive it.
class Inbox {
 public:
  Inbox(const std::string& data, RequestStore& store, Log& log);
  // Stops.
  ~Inbox();
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;

  // Looks once. Not to be called after Start.
  void Look();

  // Looks every half a second on a thread of its own.
  void Start();

 private:
  void Run();
  void TakeUp(const std::string& path);

  const std::string folder_;
  RequestStore& store_;
  Log& log_;

  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;  // guarded by mutex_
  std::thread thread_;
};

}  // namespace pomocnik::bot::commands
