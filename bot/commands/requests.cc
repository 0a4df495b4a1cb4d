#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include "base/clock.h"
#include "bot/commands/commands.h"
#include "bot/commands/config.h"
#include "bot/commands/inbox.h"
#include "bot/commands/json_log.h"
#include "bot/requests/request_table.h"
#include "bot/store/lock_file.h"
#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "kb/import/file_finder.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::size_t kMaxRequestsBytes = 64 * 1024 * 1024;
constexpr std::chrono::seconds kReceiptPatience(20);
constexpr std::chrono::milliseconds kReceiptInterval(50);

struct RequestImportOptions {
  std::string file;
  std::string data;
  std::string config_file;
};

enum class Server { kAbsent, kRunning };

Result<Server> FindServer(const std::string& data) {
  const auto lock = LockFile::Acquire(StateLockFile(data));
  if (lock) return Server::kAbsent;
  if (lock.error().code == ErrorCode::kConflict) return Server::kRunning;
  return lock.error();
}

Result<ImportCounts> ImportHere(const RequestImportOptions& options,
                                const std::vector<FiledRequest>& requests) {
  ASSIGN_OR_RETURN(const Config config, ReadConfigFile(options.config_file));
  const SystemClock clock;
  JsonLog log(clock);
  StoreOptions store_options;
  store_options.limit_bytes = std::int64_t{config.state_limit_mb} << 20;
  store_options.rules.window = std::chrono::days(config.deflection_window_days);
  ASSIGN_OR_RETURN(const auto store, SqliteTurnStore::Open(options.data, log, store_options));
  return store->requests().ImportRequests(requests);
}

Result<ImportCounts> ImportThroughServer(const RequestImportOptions& options,
                                         const std::vector<FiledRequest>& requests) {
  ASSIGN_OR_RETURN(const std::string path, PutIntoInbox(options.data, requests));
  const auto deadline = std::chrono::steady_clock::now() + kReceiptPatience;
  while (std::chrono::steady_clock::now() < deadline) {
    if (const auto counts = TakeReceipt(path)) return *counts;
    std::this_thread::sleep_for(kReceiptInterval);
  }
  return Error::Unavailable("the server has not taken up " + path +
                            " yet; it will, or when it starts anew");
}

Status ImportTable(const RequestImportOptions& options) {
  ASSIGN_OR_RETURN(const std::string bytes, kb::ReadFile(options.file, kMaxRequestsBytes));
  auto table = ReadRequestTable(bytes);
  if (!table) return Error::InvalidArgument(options.file + ", " + table.error().message);
  for (const RefusedRow& row : table->refused) {
    std::cerr << options.file << ':' << row.line << ": refused: " << row.reason << '\n';
  }
  ASSIGN_OR_RETURN(const Server server, FindServer(options.data));
  ASSIGN_OR_RETURN(const ImportCounts counts, server == Server::kRunning
                                                  ? ImportThroughServer(options, table->requests)
                                                  : ImportHere(options, table->requests));
  std::cout << counts.added << " added, " << counts.updated << " updated, " << counts.joined
            << " joined with an episode, " << table->refused.size() << " refused\n";
  return {};
}

int Run(const RequestImportOptions& options) {
  const Status imported = ImportTable(options);
  if (imported) return 0;
  std::cerr << "pomocnik requests import: " << imported.error().message << '\n';
  return 1;
}

}  // namespace

void AddRequests(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<RequestImportOptions>();
  CLI::App* requests =
      program.add_subcommand("requests", "Take over requests that were really filed");
  requests->require_subcommand(1);
  CLI::App* command = requests->add_subcommand(
      "import", "Read requests from a CSV file, so that the statistics rest on them");
  command->add_option("file", options->file, "The CSV file")->required();
  command->add_option("--data", options->data, "Data folder; a server may be running on it")
      ->envname("POMOCNIK_DATA")
      ->required();
  command
      ->add_option("--config", options->config_file,
                   "The server's configuration; of it, deflection_window_days and state_limit_mb")
      ->envname("POMOCNIK_CONFIG");
  command->footer(
      "The first line names the columns: number, created, state, closed, solution, text; or "
      "številka,\n"
      "ustvarjen, stanje, zaprt, rešitev, besedilo. Needed are number and created. Commas, "
      "semicolons or\n"
      "tabs; UTF-8 or Windows-1250; times as 2026-11-23 14:05 or 23. 11. 2026 14:05, in Slovenia.\n"
      "A request whose text holds the reference of a draft (P-7K3F9Q) takes the success of that "
      "episode\n"
      "back. Personal data is taken out of the texts. A second import of the same file changes "
      "nothing;\n"
      "of requests that are there already, state, closed and solution are taken over. Examples:\n"
      "  pomocnik requests import zahtevki.csv --data data\n"
      "  pomocnik requests import export.csv --data /var/lib/pomocnik --config "
      "/etc/pomocnik/pomocnik.yaml\n"
      "where export.csv is\n"
      "  number;created;state;closed;solution;text\n"
      "  Z-1024;2026-11-23 14:05;closed;2026-11-24 9:30;Explained.;\"Reference: P-7K3F9Q …\"");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
