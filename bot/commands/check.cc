#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "bot/commands/commands.h"
#include "bot/commands/kb_check.h"

namespace pomocnik::bot::commands {
namespace {

struct CheckOptions {
  std::string kb;
  std::vector<std::string> articles;
};

int Run(const CheckOptions& options) {
  const auto checked = ReadAndCheck(options.kb, options.articles, "");
  if (!checked) {
    std::cerr << "pomocnik check: " << checked.error().message << '\n';
    return 1;
  }
  PrintDiagnostics(checked->diagnostics);
  std::cout << checked->library.articles.size() << " articles, " << checked->errors << " errors, "
            << checked->warnings << " warnings\n";
  return checked->errors > 0 ? 1 : 0;
}

}  // namespace

void AddCheck(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      program.add_subcommand("check", "Say what is wrong with a knowledge base, and build nothing");
  command->add_option("--kb", options->kb, "Folder with articles, lexicon, phrases and policy")
      ->envname("POMOCNIK_KB")
      ->required();
  command->add_option("--articles", options->articles,
                      "Folder of articles instead of those in --kb; may be repeated");
  command->footer("Exit code 1 when there is an error. Example:\n  pomocnik check --kb kb");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
