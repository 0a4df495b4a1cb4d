// Publishing with a safety net, as whoever does it sees it: prepare, look, then go or discard; or roll back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/publishing/comparison.h"
#include "bot/source_status.h"
#include "kb/diagnostic.h"

namespace pomocnik::bot::publishing {

// A version that is built and compared, and not yet in service.
struct Candidate {
  std::string version;
  std::string against;  // the version in service that it was compared with; empty: there was none
  std::int64_t articles = 0;
  ArticleChanges changes;
  std::size_t questions = 0;  // in the set
  QuestionChanges differences;
  kb::Diagnostics
      diagnostics;  // of the articles and data files; names are relative to the kb folder
};

enum class Phase { kIdle, kBuilding, kChecking, kReady, kFailed };
std::string_view PhaseName(Phase phase);  // "idle", …

// How far a phase has come; total 0: nobody knows yet.
struct Progress {
  std::size_t done = 0;
  std::size_t total = 0;
};

// A version that was published once and can be put into service again.
struct Version {
  std::string version;
  std::int64_t articles = 0;
  std::optional<Instant> made_at;
  enum class Served { kNo, kYes } served = Served::kNo;
};

struct State {
  Phase phase = Phase::kIdle;
  Progress progress;                   // of kBuilding and kChecking
  std::string served;                  // empty: nothing is
  std::vector<Version> versions;       // newest first
  std::optional<Candidate> candidate;  // with kReady
  std::string error;                   // with kFailed: why there is no candidate, for the author
  enum class Editable {
    kNo,
    kYes
  } editable = Editable::kNo;  // whether there is a folder to publish from
  SourceStatuses sources;      // that articles are imported from
};

// Thread-safe. Whatever fails, and whenever the process ends, what is served stays as it was.
class Desk {
 public:
  virtual ~Desk() = default;

  virtual State state() const = 0;

  // Begins to build and compare; returns at once, and state() tells how it goes. A candidate that was ready is discarded.
  // kConflict: one is being prepared, here or by another process. kNotFound: there is no folder to publish from.
  virtual Status Begin() = 0;

  // Puts the candidate into service. kNotFound: it is not there any more. kConflict: another version was published since it was
  // compared, or one is being prepared; prepare again.
  virtual Status Go(const std::string& version) = 0;

  // Throws the candidate, or what is told of a failed one, away. kConflict: one is being prepared.
  virtual Status Discard() = 0;

  // Puts a version of state().versions into service; newer ones stay for later. kNotFound: there is no such version.
  // kConflict: one is being prepared. kInternal: it is damaged.
  virtual Status RollBack(const std::string& version) = 0;
};

}  // namespace pomocnik::bot::publishing
