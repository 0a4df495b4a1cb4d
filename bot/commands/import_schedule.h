// Imports sources while the server runs: local ones when their files change, and each as often as the configuration says. The work
// is done by another process of the program, `pomocnik import`.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "bot/source_status.h"
#include "kb/import/source_config.h"

namespace pomocnik::bot::commands {

// Imports these sources and returns when it is done: the exit code, or -1 when the process was stopped or could not be started.
using RunImport = std::function<int(const std::vector<std::string>&, const std::stop_token&)>;

// Of another process of this program. `config` is the file that names the sources; empty `data` and `kb`: as it says.
RunImport ImportByProcess(const std::string& config, const std::string& data,
                          const std::string& kb);

// How the sources stand by what their last import left in the data folder.
SourceStatuses ReadSourceStatuses(const std::vector<kb::SourceConfig>& sources,
                                  const std::string& data);

// Tells one state of a local source from another by its files' names, sizes and times; 0 when there is none.
std::uint64_t FingerprintOf(const std::string& path);

struct ScheduleParts {
  std::vector<kb::SourceConfig> sources;
  std::string data;
  RunImport run;
  std::function<std::uint64_t(const std::string&)> fingerprint = FingerprintOf;
};

class ImportSchedule {
 public:
  // Clock and log must outlive the schedule.
  ImportSchedule(ScheduleParts parts, const Clock& clock, Log& log);
  // Stops, an import that is under way too.
  ~ImportSchedule();
  ImportSchedule(const ImportSchedule&) = delete;
  ImportSchedule& operator=(const ImportSchedule&) = delete;

  // Looks once, and imports what is due: what has never been, what has changed, and what was imported so long ago. Not to be
  // called after Start.
  void Look();

  // Looks every two seconds on a thread of its own.
  void Start();

 private:
  bool IsDue(const kb::SourceConfig& source);

  const ScheduleParts parts_;
  const Clock& clock_;
  Log& log_;
  std::map<std::string, std::uint64_t> seen_;  // fingerprint by source, as it was imported
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::stop_source stop_;
  std::jthread thread_;  // last: it uses the others
};

}  // namespace pomocnik::bot::commands
