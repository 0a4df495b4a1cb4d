#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "bot/commands/commands.h"
#include "bot/commands/data_folder.h"
#include "bot/identity_keys.h"
#include "bot/store/backup.h"

namespace pomocnik::bot::commands {
namespace {

struct BackupOptions {
  std::string data;
  std::string out;
};

Status Write(const BackupOptions& options) {
  ASSIGN_OR_RETURN(const std::string key, IdentityKeys::ReadKeyFile(IdentityKeyFile(options.data)));
  const BackupNote note{.made_at = SystemClock().Now(), .identity_key = key};
  ASSIGN_OR_RETURN(const std::int64_t turns, WriteBackup(options.data, note, options.out));
  std::error_code failure;
  std::cout << "Backup " << options.out << ": " << turns << " turns, "
            << std::filesystem::file_size(options.out, failure) / 1024 << " KiB\n";
  return {};
}

int Run(const BackupOptions& options) {
  const Status written = Write(options);
  if (written) return 0;
  std::cerr << "pomocnik backup: " << written.error().message << '\n';
  return 1;
}

}  // namespace

void AddBackup(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<BackupOptions>();
  CLI::App* command = program.add_subcommand(
      "backup", "Copy conversations, feedback and the identity key into one file");
  command->add_option("--data", options->data, "Data folder; a server may be running on it")
      ->envname("POMOCNIK_DATA")
      ->required();
  command
      ->add_option("--out", options->out,
                   "File to make, readable by its owner only; must not exist")
      ->required();
  command->footer(
      "Everything that was saved before the start is in the copy. The index is not: it is made\n"
      "again from the articles. Whoever has the file can read and continue every conversation.\n"
      "From the backup to a running server, on this machine or another:\n"
      "  pomocnik backup  --data data --out 2026-11-23.backup\n"
      "  pomocnik restore --from 2026-11-23.backup --data new-data\n"
      "  pomocnik index   --kb kb --data new-data\n"
      "  pomocnik serve   --data new-data");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
