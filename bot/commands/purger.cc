#include "bot/commands/purger.h"

#include <cstdint>
#include <string>

namespace pomocnik::bot::commands {
namespace {

constexpr std::chrono::hours kEvery(6);
constexpr std::chrono::minutes kBetweenLooks(1);

}  // namespace

Purger::Purger(RetentionStore& store, const RetentionRules& rules, const Clock& clock, Log& log)
    : store_(store), rules_(rules), clock_(clock), log_(log) {}

Purger::~Purger() { Stop(); }

void Purger::Look() {
  const Instant now = clock_.Now();
  // A clock that was set back is no reason to wait until it is where it was.
  if (last_ && now >= *last_ && now - *last_ < kEvery) return;
  const Status purged = Purge(LimitsAt(now, rules_));
  if (purged) {
    last_ = now;
  } else {
    log_.Warning("not_purged", {{"error", purged.error().message}});
  }
}

Status Purger::Purge(const RetentionLimits& limits) {
  std::int64_t rows = 0;
  while (IsStopping() == Stopping::kNo) {
    ASSIGN_OR_RETURN(const std::int64_t taken, store_.PurgeSome(limits));
    if (taken == 0) break;
    rows += taken;
  }
  if (rows == 0) return {};
  log_.Info("purged", {{"rows", std::to_string(rows)}});
  return store_.Overwrite();
}

void Purger::Start() { thread_ = std::thread(&Purger::Run, this); }

void Purger::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

Purger::Stopping Purger::IsStopping() {
  std::lock_guard lock(mutex_);
  return stopping_ ? Stopping::kYes : Stopping::kNo;
}

void Purger::Run() {
  while (IsStopping() == Stopping::kNo) {
    Look();
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, kBetweenLooks, [this] { return stopping_; });
  }
}

}  // namespace pomocnik::bot::commands
