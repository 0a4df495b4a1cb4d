// What an import did, as a value, a text for people and JSON for programs. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "kb/diagnostic.h"
#include "kb/imported.h"

namespace pomocnik::kb {

enum class SourceOutcome {
  kImported,  // or nothing had changed
  kFailed,    // it could not be read; its last articles stay
  kShrunk     // refused: too many articles would have gone; its last articles stay
};
std::string_view OutcomeName(SourceOutcome outcome);  // "imported", "failed", "shrunk"
std::optional<SourceOutcome> ParseOutcome(std::string_view name);

struct ReportedArticle {
  std::string id;
  std::string title;
  std::string address;
  std::string diff;               // of a dry run: the lines that differ, with - and +
  std::vector<Finding> findings;  // what it does not state and was recognised
  bool operator==(const ReportedArticle&) const = default;
};

struct SourceReport {
  std::string source;
  SourceOutcome outcome = SourceOutcome::kImported;
  std::string error;  // why it is not kImported
  std::size_t documents = 0;
  std::size_t articles = 0;  // that the source has now
  std::vector<ReportedArticle> added;
  std::vector<ReportedArticle> changed;
  std::vector<ReportedArticle> removed;
  Diagnostics diagnostics;  // errors: what was refused; warnings: what was left out or repaired
  double seconds = 0;

  std::size_t CountOf(Severity severity) const;
  bool HasChanges() const;
};

// An article that is a copy of another one.
struct ReportedCopy {
  std::string id;      // of the one that stays
  std::string copy;    // the id that leads to it now
  std::string source;  // of the copy
  std::string why;
};

struct ImportReport {
  std::vector<SourceReport> sources;
  std::vector<ReportedCopy> merged;
  std::string version;  // of the index that was made; empty: none
  std::string error;    // why none was made although something had changed
  bool is_dry_run = false;
  double seconds = 0;

  // Whether every source was imported and the index made.
  bool IsWell() const;
};

// For people: a line a source, then what was added, changed, removed, refused and warned about. Of each kind at most `most` lines
// a source, and how many more there are.
std::string FormatReport(const ImportReport& report, std::size_t most);

// Everything, as docs/import.md describes it.
std::string WriteReportJson(const ImportReport& report);

}  // namespace pomocnik::kb
