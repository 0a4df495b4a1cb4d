#include "bot/commands/kb_check.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <string_view>

#include "bot/commands/progress.h"
#include "kb/import/directory_reader.h"
#include "kb/lexicon/lexicon.h"
#include "kb/phrases/intents.h"
#include "kb/phrases/phrases.h"
#include "kb/policy/policy.h"
#include "kb/policy/thresholds.h"

namespace pomocnik::bot::commands {
namespace {

// Files without which no version can be served.
constexpr std::string_view kPhrases = "phrases/phrases.yaml";
constexpr std::string_view kIntents = "phrases/intents.yaml";
constexpr std::string_view kPolicy = "policy/policy.yaml";
constexpr std::string_view kThresholds = "policy/thresholds.yaml";

// Parses the data files as serving will, for their diagnostics only.
kb::Diagnostics CheckDataFiles(const kb::Library& library) {
  kb::Diagnostics diagnostics;
  for (const std::string_view name : {kPhrases, kIntents, kPolicy, kThresholds}) {
    const auto file = std::find_if(library.data_files.begin(), library.data_files.end(),
                                   [&](const kb::DataFile& each) { return each.name == name; });
    if (file == library.data_files.end()) {
      diagnostics.push_back({kb::Severity::kError, std::string(name), 0, "the file is missing"});
      continue;
    }
    if (name == kPhrases) kb::ParsePhrases(file->text, name, diagnostics);
    if (name == kIntents) kb::ParseIntents(file->text, name, diagnostics);
    if (name == kPolicy) kb::ParsePolicy(file->text, name, diagnostics);
    if (name == kThresholds) kb::ParseThresholds(file->text, name, diagnostics);
  }
  kb::ParseLexicon(library.data_files, diagnostics);
  return diagnostics;
}

}  // namespace

Result<CheckedKb> ReadAndCheck(const std::string& kb_folder,
                               const std::vector<std::string>& article_folders) {
  ProgressBar bar("Reading");
  kb::ReadOptions options;
  options.kb_folder = kb_folder;
  options.article_folders = article_folders;
  options.on_progress = [&](std::size_t done, std::size_t total) { bar.Show(done, total); };
  ASSIGN_OR_RETURN(auto report, kb::ReadKnowledgeBase(options));

  CheckedKb checked{std::move(report.library), std::move(report.diagnostics)};
  for (kb::Diagnostic& diagnostic : CheckDataFiles(checked.library)) {
    diagnostic.file = kb_folder + "/" + diagnostic.file;
    checked.diagnostics.push_back(std::move(diagnostic));
  }
  for (const kb::Diagnostic& diagnostic : checked.diagnostics) {
    ++(diagnostic.severity == kb::Severity::kError ? checked.errors : checked.warnings);
  }
  return checked;
}

void PrintDiagnostics(const kb::Diagnostics& diagnostics) {
  for (const kb::Diagnostic& diagnostic : diagnostics) {
    std::cerr << kb::FormatDiagnostic(diagnostic) << '\n';
  }
}

}  // namespace pomocnik::bot::commands
