// Imports sources into a data folder and makes an index version of what came: what `pomocnik import` does.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/commands/version_build.h"
#include "kb/import/import_report.h"
#include "kb/import/source_import.h"

namespace pomocnik::bot::commands {

struct ImportPlan {
  std::string data;  // folder; made when it does not exist
  std::string kb;    // folder of the knowledge base; empty: no index version is made
  std::vector<kb::SourceConfig> sources;
  kb::Shrinking shrinking = kb::Shrinking::kRefused;
  enum class Effect { kImport, kDryRun } effect = Effect::kImport;
  ModelAdder add_model;
  // Called while work is done, with what it is ("help-icenter") and (done, total).
  std::function<void(const std::string&, std::size_t, std::size_t)> on_progress =
      [](const std::string&, std::size_t, std::size_t) {};
};

// What happens is in the report; what is in place stays wherever something fails. Waits for another import into the folder, and for
// whoever publishes. An error only when nothing could be begun. REQUIRES: the process has one thread.
Result<kb::ImportReport> ImportSources(const ImportPlan& plan, const Clock& clock);

}  // namespace pomocnik::bot::commands
