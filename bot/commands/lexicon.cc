#include <CLI/CLI.hpp>
#include <chrono>
#include <iomanip>
#include <iostream>
#include <memory>
#include <string>

#include "bot/commands/commands.h"
#include "bot/commands/lemma_model.h"

namespace pomocnik::bot::commands {
namespace {

struct LexiconOptions {
  std::string data;
  std::string pairs;
  std::string word_lists;
};

Status Build(const LexiconOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  ASSIGN_OR_RETURN(const LearnedModel learned,
                   options.pairs.empty() ? LearnFromWordLists(options.data, options.word_lists)
                                         : LearnFromPairs(options.data, options.pairs));
  if (learned.pairs == 0) {
    std::cout << "The lemma model is up to date.\n";
    return {};
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::cout << "Lemma model: " << learned.pairs << " pairs, " << learned.bytes / 1024 << " KiB, "
            << std::fixed << std::setprecision(1) << seconds.count()
            << " s. It counts from the next `pomocnik index` on.\n";
  return {};
}

int Run(const LexiconOptions& options) {
  const Status built = Build(options);
  if (built) return 0;
  std::cerr << "pomocnik lexicon build: " << built.error().message << '\n';
  return 1;
}

}  // namespace

void AddLexicon(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<LexiconOptions>();
  CLI::App* lexicon = program.add_subcommand("lexicon", "What the search knows about words");
  lexicon->require_subcommand(1);
  CLI::App* command =
      lexicon->add_subcommand("build", "Learn which forms belong to which dictionary form");
  command->add_option("--data", options->data, "Data folder that gets the model")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->add_option("--pairs", options->pairs,
                      "File of lines `form<TAB>lemma[<TAB>weight]`, instead of the word lists");
  AddWordListsOption(*command, options->word_lists);
  command->footer(
      "`pomocnik index` does this by itself when the word lists are new; a model learnt from "
      "--pairs\n"
      "stays until `lexicon build` is run without. Examples:\n"
      "  pomocnik lexicon build --data data\n"
      "  pomocnik lexicon build --data data --pairs sloleks.tsv\n"
      "  pomocnik index --kb kb --data data");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
