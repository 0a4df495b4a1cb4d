#include "bot/commands/source_imports.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <thread>
#include <utility>

#include "bot/commands/candidate.h"
#include "bot/commands/data_folder.h"
#include "bot/store/lock_file.h"
#include "kb/import/staging.h"

namespace pomocnik::bot::commands {
namespace {

namespace fs = std::filesystem;

// An import of everything takes minutes at most; so does a publishing.
constexpr std::chrono::minutes kLockPatience(10);
constexpr std::chrono::milliseconds kLockInterval(100);

// Tries until nobody else holds the lock.
template <typename Acquire>
Result<LockFile> WaitForLock(const Acquire& acquire) {
  const auto deadline = std::chrono::steady_clock::now() + kLockPatience;
  while (true) {
    auto lock = acquire();
    if (lock || lock.error().code != ErrorCode::kConflict) return lock;
    if (std::chrono::steady_clock::now() > deadline) return lock;
    std::this_thread::sleep_for(kLockInterval);
  }
}

// Is there from before sources change until an index was made of them.
class IndexDue {
 public:
  explicit IndexDue(const std::string& data) : path_(kb::SourcesFolder(data) + "/.index-due") {}
  bool IsSet() const {
    std::error_code error;
    return fs::exists(path_, error);
  }
  Status Set() const {
    std::ofstream file(path_, std::ios::trunc);
    file.close();
    return file ? Status() : Status(Error::Unavailable("cannot write " + path_));
  }
  void Clear() const {
    std::error_code ignored;  // at worst an index is made once more
    fs::remove(path_, ignored);
  }

 private:
  const std::string path_;
};

class Importing {
 public:
  Importing(const ImportPlan& plan, const Clock& clock)
      : plan_(plan), clock_(clock), due_(plan.data) {}

  Result<kb::ImportReport> Run() && {
    const auto begin = std::chrono::steady_clock::now();
    RETURN_IF_ERROR(MakeFolders());
    ASSIGN_OR_RETURN(const LockFile importing, WaitForLock([this] {
                       return LockFile::Acquire(plan_.data + "/import.lock");
                     }));
    PrepareAll();
    if (plan_.effect == ImportPlan::Effect::kDryRun) {
      report_.is_dry_run = true;
      TakeReports();
    } else {
      ASSIGN_OR_RETURN(const LockFile publishing,
                       WaitForLock([this] { return LockPublishing(plan_.data); }));
      RETURN_IF_ERROR(CommitAll());
      TakeReports();
      if (const Status made = MakeIndex(); !made) report_.error = made.error().message;
    }
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return std::move(report_);
  }

 private:
  Status MakeFolders() const {
    std::error_code error;
    fs::create_directories(kb::SourcesFolder(plan_.data), error);
    if (!error) return {};
    return Error::Unavailable("cannot make " + kb::SourcesFolder(plan_.data) + ": " +
                              error.message());
  }

  void PrepareAll() {
    prepared_.reserve(plan_.sources.size());
    for (const kb::SourceConfig& source : plan_.sources) {
      kb::SourceImportOptions options;
      options.data = plan_.data;
      options.shrinking = plan_.shrinking;
      if (plan_.effect == ImportPlan::Effect::kDryRun) options.diffs = kb::Diffs::kYes;
      options.on_progress = [&](std::size_t done, std::size_t total) {
        plan_.on_progress(source.name(), done, total);
      };
      prepared_.push_back(kb::PrepareImport(source, options));
    }
  }

  Status CommitAll() {
    for (kb::PreparedImport& prepared : prepared_) {
      if (prepared.report().HasChanges()) RETURN_IF_ERROR(due_.Set());
      RETURN_IF_ERROR(prepared.Commit(clock_.Now()));
    }
    return {};
  }

  void TakeReports() {
    report_.sources.reserve(prepared_.size());
    for (const kb::PreparedImport& prepared : prepared_) {
      report_.sources.push_back(prepared.report());
    }
  }

  Status MakeIndex() {
    if (plan_.kb.empty() || !due_.IsSet()) return {};
    kb::ReadOptions read;
    read.kb_folder = plan_.kb;
    read.sources = kb::FindSources(kb::SourcesFolder(plan_.data));
    read.on_progress = [this](std::size_t done, std::size_t total) {
      plan_.on_progress("Reading", done, total);
    };
    ASSIGN_OR_RETURN(CheckedKb checked, ReadAndCheck(read));
    report_.merged.reserve(checked.merge.merged.size());
    for (const kb::MergedArticle& copy : checked.merge.merged) {
      report_.merged.push_back({copy.id, copy.copy, copy.source, copy.why});
    }
    index::BuildOptions build;
    build.folder = IndexFolder(plan_.data);
    build.on_progress = [this](std::size_t done, std::size_t total) {
      plan_.on_progress("Indexing", done, total);
    };
    ASSIGN_OR_RETURN(const BuiltVersion built,
                     BuildVersion(checked, plan_.add_model, build, clock_));
    report_.version = built.summary.version;
    due_.Clear();
    return {};
  }

  const ImportPlan& plan_;
  const Clock& clock_;
  const IndexDue due_;
  std::vector<kb::PreparedImport> prepared_;
  kb::ImportReport report_;
};

}  // namespace

Result<kb::ImportReport> ImportSources(const ImportPlan& plan, const Clock& clock) {
  return Importing(plan, clock).Run();
}

}  // namespace pomocnik::bot::commands
