#include "bot/commands/publisher.h"

#include <utility>

#include "bot/commands/data_folder.h"
#include "bot/commands/stand_back.h"
#include "index/fts/service.h"

namespace pomocnik::bot::commands {

using publishing::Phase;

namespace {

bool IsBusy(Phase phase) { return phase == Phase::kBuilding || phase == Phase::kChecking; }

}  // namespace

publishing::State Publisher::state() const {
  publishing::State state;
  if (const auto served = parts_.served()) state.served = served->searcher->version();
  for (const auto& kept : index::ListKeptVersions(IndexFolder(parts_.source.data))) {
    using Served = publishing::Version::Served;
    state.versions.push_back({kept.version, kept.articles, kept.made_at,
                              kept.version == state.served ? Served::kYes : Served::kNo});
  }
  if (!parts_.source.kb.empty()) state.editable = publishing::State::Editable::kYes;
  state.sources = parts_.sources();
  const std::lock_guard lock(mutex_);
  state.phase = phase_;
  state.progress = progress_;
  if (candidate_) state.candidate = candidate_->candidate;
  state.error = error_;
  return state;
}

Status Publisher::CheckIdle() const {
  if (!IsBusy(phase_)) return {};
  return Error::Conflict("a version is being prepared");
}

Status Publisher::Begin() {
  const std::lock_guard guard(mutex_);
  if (parts_.source.kb.empty()) return Error::NotFound("there is no folder to publish from");
  RETURN_IF_ERROR(CheckIdle());
  ASSIGN_OR_RETURN(LockFile lock, LockPublishing(parts_.source.data));
  phase_ = Phase::kBuilding;
  progress_ = {};
  candidate_.reset();
  error_.clear();
  thread_ = std::jthread([this, lock = std::optional<LockFile>(std::move(lock))](
                             const std::stop_token& stop) mutable { Run(stop, std::move(lock)); });
  return {};
}

void Publisher::Run(const std::stop_token& stop, std::optional<LockFile> lock) {
  StandBack();
  PrepareOptions options;
  options.stop = stop;
  options.on_progress = [this](Phase phase, publishing::Progress progress) {
    const std::lock_guard guard(mutex_);
    phase_ = phase;
    progress_ = progress;
  };
  auto prepared = PrepareCandidate(parts_.source, parts_.served, options, parts_.clock);
  lock.reset();  // before anybody learns that it is done
  const std::lock_guard guard(mutex_);
  if (!prepared) {
    phase_ = Phase::kFailed;
    error_ = prepared.error().message;
    parts_.log.Warning("candidate_failed", {{"reason", error_}});
    return;
  }
  const publishing::Candidate& candidate = prepared->candidate;
  parts_.log.Info("candidate_ready", {{"version", candidate.version},
                                      {"questions", std::to_string(candidate.questions)},
                                      {"won", std::to_string(candidate.differences.won.size())},
                                      {"lost", std::to_string(candidate.differences.lost.size())}});
  phase_ = Phase::kReady;
  candidate_ = *std::move(prepared);
}

Status Publisher::Go(const std::string& version) {
  const std::lock_guard guard(mutex_);
  RETURN_IF_ERROR(CheckIdle());
  if (!candidate_ || candidate_->candidate.version != version) {
    return Error::NotFound("version " + version + " is not ready to be published");
  }
  ASSIGN_OR_RETURN(const LockFile lock, LockPublishing(parts_.source.data));
  Status published = PublishCandidate(parts_.source.data, *candidate_);
  const bool gone = !published && (published.error().code == ErrorCode::kNotFound ||
                                   published.error().code == ErrorCode::kConflict);
  if (published || gone) {
    phase_ = Phase::kIdle;
    candidate_.reset();
  }
  if (published) look_();
  return published;
}

Status Publisher::Discard() {
  const std::lock_guard guard(mutex_);
  RETURN_IF_ERROR(CheckIdle());
  phase_ = Phase::kIdle;
  candidate_.reset();
  error_.clear();
  // If another process prepares, the folder holds its candidate.
  if (const auto lock = LockPublishing(parts_.source.data)) RemoveCandidate(parts_.source.data);
  return {};
}

Status Publisher::RollBack(const std::string& version) {
  const std::lock_guard guard(mutex_);
  RETURN_IF_ERROR(CheckIdle());
  ASSIGN_OR_RETURN(const LockFile lock, LockPublishing(parts_.source.data));
  RETURN_IF_ERROR(index::PutIntoService(IndexFolder(parts_.source.data), version));
  look_();
  return {};
}

}  // namespace pomocnik::bot::commands
