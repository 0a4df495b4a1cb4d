#include <CLI/CLI.hpp>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "bot/commands/commands.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/kb_check.h"
#include "bot/commands/lemma_model.h"
#include "bot/commands/progress.h"
#include "bot/commands/stand_back.h"
#include "bot/commands/version_build.h"
#include "index/fts/builder.h"

namespace pomocnik::bot::commands {
namespace {

struct IndexOptions {
  std::string kb;
  std::string data;
  std::vector<std::string> articles;
  std::string word_lists;
};

// Reads, builds, and opens what was built as `serve` will.
Status MakeIndex(const IndexOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  ASSIGN_OR_RETURN(CheckedKb checked, ReadAndCheck(options.kb, options.articles, options.data));
  PrintDiagnostics(checked.diagnostics);
  const auto add_model = [&](kb::Library& library) {
    return AddLemmaModel(options.data, options.word_lists, library);
  };
  ProgressBar bar("Indexing");
  index::BuildOptions build;
  build.folder = IndexFolder(options.data);
  build.on_progress = [&](std::size_t done, std::size_t total) { bar.Show(done, total); };
  ASSIGN_OR_RETURN(const BuiltVersion built,
                   BuildVersion(checked, add_model, build, SystemClock()));
  const index::BuildSummary& summary = built.summary;
  PrintDiagnostics(summary.copies);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::cout << "Index " << summary.version << ": " << summary.articles << " articles, "
            << summary.passages << " passages, " << checked.errors << " errors, "
            << checked.warnings << " warnings, " << std::fixed << std::setprecision(1)
            << seconds.count() << " s\n";
  return {};
}

int Run(const IndexOptions& options) {
  StandBack();
  const Status made = MakeIndex(options);
  if (made) return 0;
  std::cerr << "pomocnik index: " << made.error().message << '\n';
  return 1;
}

}  // namespace

void AddIndex(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<IndexOptions>();
  CLI::App* command =
      program.add_subcommand("index", "Make a new index version from a knowledge base");
  command->add_option("--kb", options->kb, "Folder with articles, lexicon, phrases and policy")
      ->envname("POMOCNIK_KB")
      ->required();
  command->add_option("--data", options->data, "Data folder; made when it does not exist")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->add_option("--articles", options->articles,
                      "Folder of articles instead of those in --kb; may be repeated");
  AddWordListsOption(*command, options->word_lists);
  command->footer(
      "A running `pomocnik serve` takes the new version up by itself. Articles that are broken "
      "are\n"
      "reported and left out. Examples:\n"
      "  pomocnik index --kb kb --data data\n"
      "  pomocnik index --kb kb --data data --articles sources/website --articles sources/news");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
