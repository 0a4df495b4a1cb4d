#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "bot/commands/commands.h"
#include "bot/commands/config.h"
#include "bot/commands/stats_text.h"
#include "bot/deflection/figures_csv.h"
#include "bot/deflection/ledger.h"
#include "bot/http/staff/figures_api.h"
#include "bot/overview.h"
#include "bot/store/ledger_check.h"
#include "bot/store/sqlite_figures_store.h"
#include "bot/store/state_file.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot::commands {
namespace {

struct StatsOptions {
  std::string data;
  std::string config_file;
  std::string from;
  std::string to;
  std::string by;
  std::string format = "table";
  deflection::Filter filter;
  bool verify = false;
};

Status ReadDay(const char* option, const std::string& text, Date& day) {
  if (text.empty()) return {};
  const auto read = ParseDate(text);
  if (!read) {
    return Error::InvalidArgument(std::string(option) + " " + text +
                                  ": expected a day like 2026-11-23");
  }
  day = *read;
  return {};
}

Result<deflection::OverviewQuestion> MakeQuestion(const StatsOptions& options,
                                                  const deflection::Period& usual) {
  deflection::OverviewQuestion question{.period = usual, .filter = options.filter};
  RETURN_IF_ERROR(ReadDay("--from", options.from, question.period.from));
  RETURN_IF_ERROR(ReadDay("--to", options.to, question.period.to));
  if (question.period.to < question.period.from) {
    return Error::InvalidArgument("--to " + FormatDate(question.period.to) + " is before --from " +
                                  FormatDate(question.period.from));
  }
  if (DaysIn(question.period) > http::kMostDays) {
    return Error::InvalidArgument("the period is longer than three years");
  }
  question.by = deflection::UsualStep(question.period);
  if (!options.by.empty()) {
    question.by = options.by == "day" ? deflection::By::kDay : deflection::By::kWeek;
  }
  return question;
}

Result<deflection::LedgerRules> ReadRules(const StatsOptions& options) {
  ASSIGN_OR_RETURN(const Config config, ReadConfigFile(options.config_file));
  return deflection::LedgerRules{.window = std::chrono::days(config.deflection_window_days)};
}

Status PrintFigures(const StatsOptions& options) {
  const SystemClock clock;
  ASSIGN_OR_RETURN(const auto rules, ReadRules(options));
  ASSIGN_OR_RETURN(auto file, SqliteFiguresFile::Open(options.data));
  const OverviewReader reader(file, clock, rules.window);
  ASSIGN_OR_RETURN(const auto question, MakeQuestion(options, reader.UsualPeriod()));
  ASSIGN_OR_RETURN(const auto overview, reader.Read(question));
  if (options.format == "json") {
    std::cout << http::WriteOverview(overview) << '\n';
  } else if (options.format == "csv") {
    std::cout << deflection::WriteOverviewCsv(overview);
  } else {
    std::cout << FormatOverview(overview);
  }
  return {};
}

Status Verify(const StatsOptions& options) {
  ASSIGN_OR_RETURN(const auto rules, ReadRules(options));
  ASSIGN_OR_RETURN(auto database, OpenStateForReading(options.data));
  ASSIGN_OR_RETURN(const auto snapshot, sqlite::ReadTransaction::Begin(database));
  ASSIGN_OR_RETURN(const LedgerCheck check, CheckLedger(database, rules));
  std::cout << check.checked << " episodes were folded anew from their events";
  if (check.gone > 0) std::cout << ", " << check.gone << " could not: their events are gone";
  std::cout << ".\n";
  if (check.days == LedgerCheck::Days::kSkipped) {
    std::cout << "The counts of days were not compared, because events are gone.\n";
  }
  for (const std::string& difference : check.differences) std::cout << "  " << difference << '\n';
  if (check.differences.empty()) {
    std::cout << "The ledger is what the events say.\n";
    return {};
  }
  return Error::Conflict("the ledger is not what the events say");
}

int Run(const StatsOptions& options) {
  const Status done = options.verify ? Verify(options) : PrintFigures(options);
  if (done) return 0;
  std::cerr << "pomocnik stats: " << done.error().message << '\n';
  return 1;
}

constexpr char kStatsHelp[] =
    "Days are those of the calendar in Slovenia. Without --from and --to: the last 30 days that "
    "are "
    "over.\n"
    "The figures are those of the staff page, whole: nothing is hidden, however small. What is "
    "handed on\n"
    "should rather be exported there. A server may be running on the data folder.\n"
    "Exit code: 0; 1 after an error, and when --verify finds a difference. Examples:\n"
    "  pomocnik stats --data data\n"
    "  pomocnik stats --data data --from 2026-01-01 --to 2026-03-31 --by week --module 'Obračun "
    "plač'\n"
    "  pomocnik stats --data data --format csv > figures.csv\n"
    "  pomocnik stats --data data --verify";

}  // namespace

void AddStats(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<StatsOptions>();
  CLI::App* command = program.add_subcommand(
      "stats", "Tell how many questions were asked, answered, and what became of them");
  command->add_option("--data", options->data, "Data folder; a server may be running on it")
      ->envname("POMOCNIK_DATA")
      ->required();
  command
      ->add_option("--config", options->config_file,
                   "The server's configuration; of it, deflection_window_days")
      ->envname("POMOCNIK_CONFIG");
  command->add_option("--from", options->from, "First day, YYYY-MM-DD");
  command->add_option("--to", options->to, "Last day, YYYY-MM-DD; it is part of the period");
  command->add_option("--channel", options->filter.channel, "Only what was asked there: web, f1 …");
  command->add_option("--module", options->filter.module, "Only what was asked in that module");
  command->add_option("--lang", options->filter.lang, "Only what was asked in that language");
  command->add_option("--by", options->by, "Step of the series: up to 92 days by day, else by week")
      ->check(CLI::IsMember({"day", "week"}));
  command->add_option("--format", options->format, "How to print it")
      ->check(CLI::IsMember({"table", "json", "csv"}))
      ->capture_default_str();
  command->add_flag("--verify", options->verify,
                    "Fold the kept events anew instead, and say whether the ledger agrees");
  command->footer(kStatsHelp);
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
