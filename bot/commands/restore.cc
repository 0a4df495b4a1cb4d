#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "bot/commands/commands.h"
#include "bot/commands/data_folder.h"
#include "bot/identity_keys.h"
#include "bot/store/backup.h"
#include "bot/store/lock_file.h"
#include "bot/store/state_file.h"

namespace pomocnik::bot::commands {
namespace {

struct RestoreOptions {
  std::string from;
  std::string data;
};

// The state comes last, so that a restore that was cut off can be run again.
Status Restore(const RestoreOptions& options) {
  ASSIGN_OR_RETURN(Backup backup, Backup::Open(options.from));
  std::error_code failure;
  std::filesystem::create_directories(options.data, failure);
  if (failure) return Error::Unavailable("cannot make " + options.data + ": " + failure.message());
  ASSIGN_OR_RETURN(const LockFile lock, LockFile::Acquire(StateLockFile(options.data)));
  RETURN_IF_ERROR(
      IdentityKeys::RestoreKeyFile(IdentityKeyFile(options.data), backup.note().identity_key));
  RETURN_IF_ERROR(backup.RestoreTo(options.data));
  std::cout << "Restored " << backup.turns() << " turns as of "
            << FormatRfc3339(backup.note().made_at) << " into " << options.data << '\n';
  return {};
}

int Run(const RestoreOptions& options) {
  const Status restored = Restore(options);
  if (restored) return 0;
  std::cerr << "pomocnik restore: " << restored.error().message << '\n';
  return 1;
}

}  // namespace

void AddRestore(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<RestoreOptions>();
  CLI::App* command =
      program.add_subcommand("restore", "Put what `pomocnik backup` saved into a data folder");
  command->add_option("--from", options->from, "File that `pomocnik backup` made")->required();
  command
      ->add_option("--data", options->data,
                   "Data folder without state; made when it does not exist")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->footer(
      "The file is checked whole first. A folder that a server works on, or that holds state\n"
      "already, is refused. An index in the folder stays; without one, make it before `serve`.\n"
      "Example:\n"
      "  pomocnik restore --from 2026-11-23.backup --data new-data");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
