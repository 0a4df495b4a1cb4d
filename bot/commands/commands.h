// The subcommands of the program. Each function adds one; when it is the one called, it runs and leaves the
// exit code: 0, or another one after an error was printed.
#pragma once

namespace CLI {
class App;
}

namespace pomocnik::bot::commands {

void AddIndex(CLI::App& program, int& exit_code);
void AddImport(CLI::App& program, int& exit_code);
void AddPublish(CLI::App& program, int& exit_code);
void AddServe(CLI::App& program, int& exit_code);
void AddAsk(CLI::App& program, int& exit_code);
void AddCheck(CLI::App& program, int& exit_code);
void AddLexicon(CLI::App& program, int& exit_code);
void AddEval(CLI::App& program, int& exit_code);
void AddBackup(CLI::App& program, int& exit_code);
void AddRestore(CLI::App& program, int& exit_code);
void AddStats(CLI::App& program, int& exit_code);
void AddDemoData(CLI::App& program, int& exit_code);
void AddStaff(CLI::App& program, int& exit_code);
void AddRequests(CLI::App& program, int& exit_code);

}  // namespace pomocnik::bot::commands
