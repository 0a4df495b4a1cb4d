#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/new_file.h"
#include "bot/commands/commands.h"
#include "bot/commands/config.h"
#include "bot/commands/lemma_model.h"
#include "bot/commands/progress.h"
#include "bot/commands/source_imports.h"
#include "bot/commands/stand_back.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::size_t kLinesTold = 20;  // of each kind, for each source

constexpr int kFailed = 1;  // nothing could be begun
constexpr int kNotAll = 2;  // a source or the index is as it was

struct ImportOptions {
  std::string config;
  std::string data;
  std::string kb;
  std::vector<std::string> sources;
  std::string word_lists;
  std::string json;
  bool is_dry_run = false;
  bool allows_shrinking = false;
};

Result<std::vector<kb::SourceConfig>> ChooseSources(const std::vector<std::string>& names,
                                                    std::vector<kb::SourceConfig> sources) {
  if (sources.empty()) {
    return Error::InvalidArgument("the configuration names no sources; see docs/import.md");
  }
  for (const std::string& name : names) {
    const bool known = std::any_of(sources.begin(), sources.end(),
                                   [&](const auto& source) { return source.name() == name; });
    if (!known) return Error::NotFound("the configuration names no source '" + name + "'");
  }
  if (names.empty()) return sources;
  std::erase_if(sources, [&](const auto& source) {
    return std::find(names.begin(), names.end(), source.name()) == names.end();
  });
  return sources;
}

// The bar of the part of the work that is under way.
class Bars {
 public:
  void Show(const std::string& label, std::size_t done, std::size_t total) {
    if (!bar_ || label != label_) {
      bar_.reset();
      bar_ = std::make_unique<ProgressBar>(label);
      label_ = label;
    }
    bar_->Show(done, total);
  }

 private:
  std::string label_;
  std::unique_ptr<ProgressBar> bar_;
};

Result<ImportPlan> MakePlan(const ImportOptions& options) {
  ASSIGN_OR_RETURN(Config config, ReadConfigFile(options.config));
  ImportPlan plan;
  plan.data = options.data.empty() ? config.data : options.data;
  if (plan.data.empty()) {
    return Error::InvalidArgument(
        "no data folder; give --data DIR, or `data:` in the --config file");
  }
  plan.kb = options.kb.empty() ? config.kb : options.kb;
  ASSIGN_OR_RETURN(plan.sources, ChooseSources(options.sources, std::move(config.sources)));
  if (options.allows_shrinking) plan.shrinking = kb::Shrinking::kAllowed;
  if (options.is_dry_run) plan.effect = ImportPlan::Effect::kDryRun;
  plan.add_model = [data = plan.data, lists = options.word_lists](kb::Library& library) {
    return AddLemmaModel(data, lists, library);
  };
  return plan;
}

Status WriteJson(const std::string& path, const kb::ImportReport& report) {
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
  RETURN_IF_ERROR(file.Write(kb::WriteReportJson(report)));
  return file.Publish(Existing::kReplace);
}

Result<kb::ImportReport> Import(const ImportOptions& options) {
  ASSIGN_OR_RETURN(ImportPlan plan, MakePlan(options));
  Bars bars;
  plan.on_progress = [&](const std::string& label, std::size_t done, std::size_t total) {
    bars.Show(label, done, total);
  };
  ASSIGN_OR_RETURN(kb::ImportReport report, ImportSources(plan, SystemClock()));
  if (!options.json.empty()) RETURN_IF_ERROR(WriteJson(options.json, report));
  return report;
}

int Run(const ImportOptions& options) {
  StandBack();
  const auto report = Import(options);
  if (!report) {
    std::cerr << "pomocnik import: " << report.error().message << '\n';
    return kFailed;
  }
  std::cout << kb::FormatReport(*report, kLinesTold);
  return report->IsWell() ? 0 : kNotAll;
}

constexpr char kImportHelp[] =
    "Reads the sources that FILE names below `sources:`, takes over what has changed, and makes a "
    "new\n"
    "index version when FILE names a `kb:`. A running `pomocnik serve` takes it up within a "
    "second.\n"
    "A source that cannot be read keeps the articles it has. docs/import.md describes FILE and "
    "the\n"
    "report. Exit code: 0; 1 if nothing could be begun; 2 if a source was not imported, or no "
    "index\n"
    "could be made. Examples:\n"
    "  pomocnik import --config samples/pomocnik.yaml --data data\n"
    "  pomocnik import --config pomocnik.yaml --dry-run            tell what would change, line by "
    "line\n"
    "  pomocnik import --config pomocnik.yaml --source help-icenter --source feed\n"
    "  pomocnik import --config pomocnik.yaml --source feed --allow-shrink\n"
    "  pomocnik import --config pomocnik.yaml --json report.json   everything, for a program";

}  // namespace

void AddImport(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = program.add_subcommand(
      "import", "Bring articles from where they are published, and make an index version of them");
  command
      ->add_option("--config", options->config, "YAML file with `sources:`, and `kb:` and `data:`")
      ->envname("POMOCNIK_CONFIG")
      ->required();
  command->add_option("--data", options->data, "Data folder; made when it does not exist")
      ->envname("POMOCNIK_DATA");
  command
      ->add_option("--kb", options->kb, "Folder with our own articles, lexicon, phrases and policy")
      ->envname("POMOCNIK_KB");
  command->add_option("--source", options->sources, "Import this source only; may be repeated");
  command->add_flag("--dry-run", options->is_dry_run, "Tell what would change, and change nothing");
  command->add_flag("--allow-shrink", options->allows_shrinking,
                    "Take over a source that has lost most of its articles");
  command->add_option("--json", options->json, "File that the whole report is written to");
  AddWordListsOption(*command, options->word_lists);
  command->footer(kImportHelp);
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
