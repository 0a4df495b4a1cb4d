#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <string>

#include "bot/commands/commands.h"
#include "bot/commands/config.h"
#include "bot/store/ledger_check.h"
#include "bot/store/state_file.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot::commands {
namespace {

struct LedgerOptions {
  std::string data;
  std::string config_file;
};

Result<LedgerCheck> Check(const LedgerOptions& options) {
  ASSIGN_OR_RETURN(const Config config, ReadConfigFile(options.config_file));
  ASSIGN_OR_RETURN(auto database,
                   sqlite::Database::Open(StateFile(options.data), sqlite::OpenMode::kReadOnly));
  // One view of everything, while a server writes on.
  RETURN_IF_ERROR(database.Execute("BEGIN"));
  return CheckLedger(database, {.window = std::chrono::days(config.deflection_window_days)});
}

int Run(const LedgerOptions& options) {
  const auto check = Check(options);
  if (!check) {
    std::cerr << "pomocnik ledger: " << check.error().message << '\n';
    return 1;
  }
  for (const std::string& difference : check->differences) std::cout << difference << '\n';
  std::cout << check->checked << " episodes folded anew from their events, "
            << check->differences.size() << " differences";
  if (check->differences.size() == kMaxDifferences) std::cout << " or more";
  std::cout << "; " << check->gone << " whose events are no longer kept\n";
  return check->differences.empty() ? 0 : 1;
}

}  // namespace

void AddLedger(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<LedgerOptions>();
  CLI::App* command = program.add_subcommand(
      "ledger", "Check the outcomes of all episodes and the counts of the days against the events");
  command->add_option("--data", options->data, "Data folder; a server may be running on it")
      ->envname("POMOCNIK_DATA")
      ->required();
  command
      ->add_option("--config", options->config_file,
                   "The server's configuration; of it, deflection_window_days")
      ->envname("POMOCNIK_CONFIG");
  command->footer(
      "Changes nothing. Exit code 1 when something differs. Example:\n"
      "  pomocnik ledger --data data");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
