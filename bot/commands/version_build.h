// A knowledge base that was read -> an index version that can be served.
#pragma once

#include <functional>
#include <memory>

#include "base/clock.h"
#include "base/result.h"
#include "bot/commands/kb_check.h"
#include "bot/knowledge.h"
#include "index/fts/builder.h"

namespace pomocnik::bot::commands {

struct BuiltVersion {
  index::BuildSummary summary;
  std::shared_ptr<const Knowledge> knowledge;  // opened as `serve` opens it
};

// Makes the lemma model a part of a library.
using ModelAdder = std::function<Status(kb::Library&)>;

// Builds into options.folder, which is made when it does not exist. kInvalidArgument: a data file has errors, or what was
// built could not be served; the other errors are those of index::BuildIndex and `add_model`.
Result<BuiltVersion> BuildVersion(CheckedKb& checked, const ModelAdder& add_model,
                                  const index::BuildOptions& options, const Clock& clock);

}  // namespace pomocnik::bot::commands
