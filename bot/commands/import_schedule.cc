#include "bot/commands/import_schedule.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "kb/import/staging.h"

namespace pomocnik::bot::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kScheduleInterval(2);
constexpr std::chrono::milliseconds kWaitInterval(50);

// What posix_spawn needs, given back at the end.
class SpawnSettings {
 public:
  SpawnSettings() {
    posix_spawn_file_actions_init(&actions_);
    // What it reports is in the data folder; what keeps it from beginning goes to our own stderr.
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    // The server blocks the signals that it waits for; the child must be able to be stopped by them.
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnSettings() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

// Waits for the end of a process, and brings it about when a stop is asked for.
int WaitFor(pid_t process, const std::stop_token& stop) {
  bool is_told = false;
  while (true) {
    int status = 0;
    const pid_t ended = ::waitpid(process, &status, WNOHANG);
    if (ended == process) return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    if (ended < 0 && errno != EINTR) return -1;
    if (stop.stop_requested() && !std::exchange(is_told, true)) ::kill(process, SIGTERM);
    std::this_thread::sleep_for(kWaitInterval);
  }
}

void Mix(std::uint64_t& hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15;
  hash ^= hash >> 29;
}

void MixFile(std::uint64_t& hash, const fs::directory_entry& entry) {
  std::error_code error;
  if (!entry.is_regular_file(error)) return;
  std::uint64_t own = std::hash<std::string>()(entry.path().native());
  Mix(own, entry.file_size(error));
  Mix(own, static_cast<std::uint64_t>(entry.last_write_time(error).time_since_epoch().count()));
  hash += own;  // folders are listed in any order
}

}  // namespace

RunImport ImportByProcess(const std::string& config, const std::string& data,
                          const std::string& kb) {
  return [config, data, kb](const std::vector<std::string>& sources, const std::stop_token& stop) {
    std::vector<std::string> words = {"pomocnik", "import", "--config", config};
    if (!data.empty()) words.insert(words.end(), {"--data", data});
    if (!kb.empty()) words.insert(words.end(), {"--kb", kb});
    for (const std::string& source : sources) words.insert(words.end(), {"--source", source});
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const SpawnSettings settings;
    pid_t process = 0;
    const int failure = ::posix_spawn(&process, "/proc/self/exe", settings.actions(),
                                      settings.attributes(), arguments.data(), environ);
    if (failure != 0) return -1;
    return WaitFor(process, stop);
  };
}

SourceStatuses ReadSourceStatuses(const std::vector<kb::SourceConfig>& sources,
                                  const std::string& data) {
  SourceStatuses statuses;
  statuses.reserve(sources.size());
  for (const kb::SourceConfig& source : sources) {
    statuses.push_back({source.name(), std::string(kb::FormatName(source.format)),
                        kb::ReadState(kb::FolderOfSource(data, source.name()))});
  }
  return statuses;
}

std::uint64_t FingerprintOf(const std::string& path) {
  std::error_code error;
  std::uint64_t hash = 0;
  if (fs::is_regular_file(path, error)) {
    MixFile(hash, fs::directory_entry(path, error));
    return hash;
  }
  fs::recursive_directory_iterator entry(path, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    MixFile(hash, *entry);
  }
  return hash;
}

ImportSchedule::ImportSchedule(ScheduleParts parts, const Clock& clock, Log& log)
    : parts_(std::move(parts)), clock_(clock), log_(log) {}

ImportSchedule::~ImportSchedule() {
  stop_.request_stop();
  wake_.notify_all();
}

bool ImportSchedule::IsDue(const kb::SourceConfig& source) {
  if (!source.IsRemote()) {
    const std::uint64_t now = parts_.fingerprint(source.from);
    const auto seen = seen_.find(source.name());
    const bool is_same = seen != seen_.end() && seen->second == now;
    seen_[source.name()] = now;
    if (!is_same) return true;
  }
  const kb::SourceState state = kb::ReadState(kb::FolderOfSource(parts_.data, source.name()));
  if (!state.tried_at) return true;
  return source.every.count() > 0 && clock_.Now() - *state.tried_at >= source.every;
}

void ImportSchedule::Look() {
  std::vector<std::string> due;
  for (const kb::SourceConfig& source : parts_.sources) {
    if (IsDue(source)) due.push_back(source.name());
  }
  if (due.empty()) return;
  std::string names;
  for (const std::string& name : due) names.append(names.empty() ? "" : ", ").append(name);
  const auto begin = clock_.SteadyNow();
  const int code = parts_.run(due, stop_.get_token());
  const auto took =
      std::chrono::duration_cast<std::chrono::milliseconds>(clock_.SteadyNow() - begin);
  const LogFields fields = {{"sources", names},
                            {"code", std::to_string(code)},
                            {"milliseconds", std::to_string(took.count())}};
  log_.Write(code == 0 ? LogLevel::kInfo : LogLevel::kWarning, "sources_imported", fields);
}

void ImportSchedule::Start() {
  if (parts_.sources.empty()) return;
  thread_ = std::jthread([this] {
    const std::stop_token stop = stop_.get_token();
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      lock.unlock();
      Look();
      lock.lock();
      wake_.wait_for(lock, stop, kScheduleInterval, [] { return false; });
    }
  });
}

}  // namespace pomocnik::bot::commands
