// The publishing desk of a running server: prepares on a thread of its own.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/clock.h"
#include "base/log.h"
#include "bot/commands/candidate.h"
#include "bot/publishing/desk.h"

namespace pomocnik::bot::commands {

struct PublisherParts {
  CandidateSource source;  // without a kb: nothing can be prepared, but rolled back
  ServedVersion served;
  std::function<SourceStatuses()> sources;  // how they stand
  // Both must outlive the publisher.
  const Clock& clock;
  Log& log;
};

// A candidate is kept in mind until the process ends; another preparation, here or by the command line, takes its
// place.
class Publisher : public publishing::Desk {
 public:
  // `look` is called when another version was put into service.
  Publisher(PublisherParts parts, std::function<void()> look)
      : parts_(std::move(parts)), look_(std::move(look)) {}
  // Stops what is being prepared.
  ~Publisher() override = default;

  publishing::State state() const override;
  Status Begin() override;
  Status Go(const std::string& version) override;
  Status Discard() override;
  Status RollBack(const std::string& version) override;

 private:
  void Run(const std::stop_token& stop, std::optional<LockFile> lock);
  Status CheckIdle() const;  // mutex_ is held

  const PublisherParts parts_;
  const std::function<void()> look_;
  mutable std::mutex mutex_;  // guards what follows
  publishing::Phase phase_ = publishing::Phase::kIdle;
  publishing::Progress progress_;
  std::optional<PreparedCandidate> candidate_;  // with kReady
  std::string error_;                           // with kFailed
  std::jthread thread_;                         // last: it uses the others
};

}  // namespace pomocnik::bot::commands
