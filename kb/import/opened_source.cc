#include "kb/import/opened_source.h"

#include <utility>

namespace pomocnik::kb {

Result<OpenedSource> OpenSource(const SourceConfig& config, const Staging&,
                                const IsolationLimits&) {
  OpenedSource opened{SourceFiles(config.format, {}), {}, OpenedSource::Extent::kWhole, "", {}};
  ASSIGN_OR_RETURN(opened.files, SourceFiles::List(config, opened.diagnostics));
  return opened;
}

}  // namespace pomocnik::kb
