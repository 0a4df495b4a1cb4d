// One index version with its words, rules and thresholds, ready for answering.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "base/result.h"
#include "bot/dialogue/intent.h"
#include "bot/dialogue/phrases.h"
#include "index/search.h"
#include "kb/diagnostic.h"
#include "kb/library.h"
#include "kb/policy/policy.h"
#include "kb/policy/thresholds.h"

namespace pomocnik::bot {

// Immutable; thread-safe. Everything in it comes from the same index version.
struct Knowledge {
  std::shared_ptr<const index::Searcher> searcher;
  Phrases phrases;
  IntentRules intents;
  kb::Policy policy;
  kb::Thresholds thresholds;

  // Reads the data files of the version. Fails when one of them is missing or broken; the message holds
  // file and line.
  static Result<std::shared_ptr<const Knowledge>> Open(
      std::shared_ptr<const index::Searcher> searcher);
};

// Everything that is wrong in the data files of a knowledge base, or between them; warnings too. A version
// built of files without an error can be opened.
kb::Diagnostics CheckDataFiles(const std::vector<kb::DataFile>& files);

// Publishes the version that is served. Thread-safe; readers hold the mutex for a pointer copy only.
class CurrentKnowledge {
 public:
  // Absent before the first Publish.
  std::shared_ptr<const Knowledge> Get() const {
    std::lock_guard lock(mutex_);
    return knowledge_;
  }
  void Publish(std::shared_ptr<const Knowledge> knowledge) {
    std::lock_guard lock(mutex_);
    knowledge_.swap(knowledge);  // the argument, destroyed after the lock, frees the old version
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Knowledge> knowledge_;
};

}  // namespace pomocnik::bot
