#include "bot/commands/version_build.h"

#include <utility>

#include "bot/commands/data_folder.h"

namespace pomocnik::bot::commands {

Result<BuiltVersion> BuildVersion(CheckedKb& checked, const ModelAdder& add_model,
                                  const index::BuildOptions& options, const Clock& clock) {
  if (checked.data_file_errors > 0) {
    return Error::InvalidArgument(
        "no index was made: mend the lexicon, policy or phrases named above. The last version "
        "stays");
  }
  RETURN_IF_ERROR(add_model(checked.library));
  BuiltVersion built;
  ASSIGN_OR_RETURN(built.summary, index::BuildIndex(checked.library, options, clock));
  auto opened = OpenKnowledgeIn(options.folder, built.summary.version);
  if (!opened) {
    return Error::InvalidArgument("index " + built.summary.version +
                                  " was written but cannot be served: " + opened.error().message);
  }
  built.knowledge = *std::move(opened);
  return built;
}

}  // namespace pomocnik::bot::commands
