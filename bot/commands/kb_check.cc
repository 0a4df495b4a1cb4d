#include "bot/commands/kb_check.h"

#include <iostream>

#include "bot/commands/progress.h"
#include "bot/knowledge.h"
#include "kb/import/staging.h"

namespace pomocnik::bot::commands {

Result<CheckedKb> ReadAndCheck(const kb::ReadOptions& options) {
  ASSIGN_OR_RETURN(auto report, kb::ReadKnowledgeBase(options));

  CheckedKb checked{std::move(report.library), std::move(report.diagnostics),
                    std::move(report.merge)};
  for (kb::Diagnostic& diagnostic : CheckDataFiles(checked.library.data_files)) {
    if (diagnostic.severity == kb::Severity::kError) ++checked.data_file_errors;
    diagnostic.file = options.kb_folder + "/" + diagnostic.file;
    checked.diagnostics.push_back(std::move(diagnostic));
  }
  for (const kb::Diagnostic& diagnostic : checked.diagnostics) {
    ++(diagnostic.severity == kb::Severity::kError ? checked.errors : checked.warnings);
  }
  return checked;
}

Result<CheckedKb> ReadAndCheck(const std::string& kb_folder,
                               const std::vector<std::string>& article_folders,
                               const std::string& data) {
  ProgressBar bar("Reading");
  kb::ReadOptions options;
  options.kb_folder = kb_folder;
  options.article_folders = article_folders;
  if (!data.empty()) options.sources = kb::FindSources(kb::SourcesFolder(data));
  options.on_progress = [&](std::size_t done, std::size_t total) { bar.Show(done, total); };
  return ReadAndCheck(options);
}

void PrintDiagnostics(const kb::Diagnostics& diagnostics) {
  for (const kb::Diagnostic& diagnostic : diagnostics) {
    std::cerr << kb::FormatDiagnostic(diagnostic) << '\n';
  }
}

}  // namespace pomocnik::bot::commands
