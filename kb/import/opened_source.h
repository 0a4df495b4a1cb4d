// A source whose bytes are at hand: listed, unpacked or fetched.
#pragma once

#include <set>
#include <string>

#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/import/import_options.h"
#include "kb/import/source_config.h"
#include "kb/import/source_files.h"
#include "kb/import/staging.h"

namespace pomocnik::kb {

struct OpenedSource {
  SourceFiles files;
  // Addresses of documents that are as they were; they have no file.
  std::set<std::string> unchanged{};
  // kPart: what is not listed may be there all the same.
  enum class Extent { kPart, kWhole } extent = Extent::kWhole;
  // Of a fetched source: what is known of its pages, for the next time.
  std::string pages{};
  Diagnostics diagnostics{};
};

// Files that are unpacked lie in the staging's scratch folder, pictures among them. Bytes of strangers are unpacked in a process
// apart from this one.
Result<OpenedSource> OpenSource(const SourceConfig& config, const Staging& staging,
                                const SourceImportOptions& options);

}  // namespace pomocnik::kb
