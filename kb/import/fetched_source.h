// A source over the network: fetched in a process apart from this one, into files.
#pragma once

#include "base/result.h"
#include "kb/import/import_options.h"
#include "kb/import/opened_source.h"
#include "kb/import/source_config.h"
#include "kb/import/staging.h"

namespace pomocnik::kb {

// What is new or has changed since the present state, in files below the staging's scratch folder. kUnavailable: the source does
// not answer; kInvalidArgument: it must not be fetched.
Result<OpenedSource> FetchSource(const SourceConfig& config, const Staging& staging,
                                 const SourceImportOptions& options);

}  // namespace pomocnik::kb
