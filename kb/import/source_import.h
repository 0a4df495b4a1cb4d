// The import of one source: what has changed is read, in a process apart from this one; the rest is taken over as it is.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "kb/import/import_options.h"
#include "kb/import/import_report.h"
#include "kb/import/source_config.h"
#include "kb/import/staging.h"

namespace pomocnik::kb {

// What is to become of a source. Nothing of it is in place before Commit, but for pictures that nobody shows yet.
class PreparedImport {
 public:
  const SourceReport& report() const { return report_; }

  // Puts the new articles into place when there are any, and notes how it went. The first time it is called counts.
  Status Commit(Instant now);

 private:
  friend class SourceImport;
  PreparedImport(const SourceConfig& config, std::string data);

  std::string name_;
  std::string data_;
  SourceReport report_;
  std::optional<Staging> staging_;  // absent: what is in place stays
};

// Reads the source. What goes wrong is in the report. REQUIRES: the process has one thread, and no other imports into the folder.
PreparedImport PrepareImport(const SourceConfig& config, const SourceImportOptions& options);

}  // namespace pomocnik::kb
