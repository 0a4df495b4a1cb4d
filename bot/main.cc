#include <CLI/CLI.hpp>

#include "bot/commands/commands.h"

int main(int argc, char** argv) {
  using namespace pomocnik::bot;

  CLI::App program(
      "Pomočnik answers customers' questions from the help articles you give it.\n"
      "Start with: pomocnik index --kb kb --data data && pomocnik serve --data data",
      "pomocnik");
  program.set_version_flag("--version", POMOCNIK_VERSION);
  program.require_subcommand(1);
  program.fallthrough();

  int exit_code = 0;
  commands::AddIndex(program, exit_code);
  commands::AddImport(program, exit_code);
  commands::AddPublish(program, exit_code);
  commands::AddServe(program, exit_code);
  commands::AddAsk(program, exit_code);
  commands::AddCheck(program, exit_code);
  commands::AddLexicon(program, exit_code);
  commands::AddEval(program, exit_code);
  commands::AddBackup(program, exit_code);
  commands::AddRestore(program, exit_code);
  commands::AddStats(program, exit_code);
  commands::AddDemoData(program, exit_code);
  commands::AddStaff(program, exit_code);
  commands::AddRequests(program, exit_code);
  CLI11_PARSE(program, argc, argv);
  return exit_code;
}
