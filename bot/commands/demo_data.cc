#include <CLI/CLI.hpp>
#include <chrono>
#include <future>
#include <iomanip>
#include <iostream>
#include <memory>
#include <utility>

#include "base/clock.h"
#include "bot/answerer.h"
#include "bot/commands/commands.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/demo_writer.h"
#include "bot/commands/json_log.h"
#include "bot/commands/progress.h"
#include "bot/commands/standing_clock.h"
#include "bot/demo/traffic.h"
#include "bot/http/chat_api.h"
#include "bot/store/sqlite_turn_store.h"
#include "index/text/local_day.h"

namespace pomocnik::bot::commands {
namespace {

struct DemoOptions {
  std::string data;
  std::string until;
  std::uint64_t seed = 1;
  int episodes = 200'000;
  int days = 365;
};

// What a state of that age still has.
constexpr int kDaysOfEvents = 30;
constexpr int kDaysOfTurns = 90;

constexpr std::chrono::minutes kWritePatience{10};  // a day is written at once

Result<deflection::Period> PeriodOf(const DemoOptions& options) {
  const SystemClock clock;
  const Date today = index::LocalDay(clock.Now());
  if (options.until.empty()) return deflection::LastFullDays(today, options.days);
  const auto until = ParseDate(options.until);
  if (!until) {
    return Error::InvalidArgument("--until " + options.until + ": expected a day like 2026-11-23");
  }
  return deflection::LastFullDays(deflection::DayAfter(*until), options.days);
}

Result<std::vector<kb::Article>> ListArticles(const index::Searcher& searcher) {
  std::vector<kb::Article> articles;
  for (const index::ModuleInfo& module : searcher.ListModules("")) {
    for (const index::ArticleInfo& info : searcher.ListArticles(module.module)) {
      ASSIGN_OR_RETURN(auto article, searcher.FindArticle(info.id));
      if (article) articles.push_back(*std::move(article));
    }
  }
  if (articles.empty()) return Error::NotFound("the index has no articles to ask about");
  return articles;
}

// One day is written while the next is made up.
class Filler {
 public:
  explicit Filler(SqliteTurnStore& store) : store_(store) {}

  Status Write(demo::DayOfTraffic traffic, Kept kept) {
    RETURN_IF_ERROR(Finish());
    auto shared = std::make_shared<const demo::DayOfTraffic>(std::move(traffic));
    const Writer::Work work = [shared, kept](sqlite::Database& database) {
      return WriteDay(database, *shared, kept, deflection::LedgerRules());
    };
    writing_ = std::async(std::launch::async, [this, work] { return store_.Write(work); });
    return {};
  }
  Status Finish() { return writing_.valid() ? writing_.get() : Status(); }

 private:
  SqliteTurnStore& store_;
  std::future<Status> writing_;
};

Status Fill(const DemoOptions& options, const deflection::Period& period, SqliteTurnStore& store,
            const Knowledge& knowledge) {
  constexpr std::chrono::minutes kMorning{10 * 60};
  // In the morning of the last day, so that answers do not depend on when the traffic is made.
  const StandingClock clock(index::FromLocalTime(period.to, kMorning));
  const Answerer answerer(clock);
  demo::AnswerBook book(answerer, knowledge, http::WriteChatReply);
  ASSIGN_OR_RETURN(const auto articles, ListArticles(*knowledge.searcher));
  demo::Traffic traffic({.period = period, .episodes = options.episodes, .seed = options.seed},
                        articles, book, knowledge.policy.hours);
  ProgressBar progress("Days");
  Filler filler(store);
  for (int day = 0; day < traffic.days(); ++day) {
    const int age = traffic.days() - 1 - day;
    const Kept kept{.events = age < kDaysOfEvents ? Kept::Is::kYes : Kept::Is::kNo,
                    .turns = age < kDaysOfTurns ? Kept::Is::kYes : Kept::Is::kNo};
    ASSIGN_OR_RETURN(demo::DayOfTraffic made, traffic.NextDay());
    RETURN_IF_ERROR(filler.Write(std::move(made), kept));
    progress.Show(static_cast<std::size_t>(day) + 1, static_cast<std::size_t>(traffic.days()));
  }
  return filler.Finish();
}

Status MakeDemoData(const DemoOptions& options) {
  const auto begin = std::chrono::steady_clock::now();
  const SystemClock clock;
  JsonLog log(clock);
  ASSIGN_OR_RETURN(const auto period, PeriodOf(options));
  ASSIGN_OR_RETURN(const auto knowledge, OpenNewestKnowledge(options.data, log));
  StoreOptions store_options;
  store_options.writer.patience = kWritePatience;
  ASSIGN_OR_RETURN(auto store, SqliteTurnStore::Open(options.data, log, store_options));
  RETURN_IF_ERROR(store->Write(CheckIsEmpty));
  RETURN_IF_ERROR(Fill(options, period, *store, *knowledge));
  ASSIGN_OR_RETURN(const std::int64_t turns, store->CountTurns());
  ASSIGN_OR_RETURN(const StateStatus status, store->status());
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::cout << options.episodes << " episodes from " << FormatDate(period.from) << " to "
            << FormatDate(period.to) << ", with " << turns << " turns of the last " << kDaysOfTurns
            << " days: " << (status.used_bytes >> 20) << " MiB, " << std::fixed
            << std::setprecision(1) << seconds.count() << " s\n";
  return {};
}

int Run(const DemoOptions& options) {
  const Status made = MakeDemoData(options);
  if (made) return 0;
  std::cerr << "pomocnik demo-data: " << made.error().message << '\n';
  return 1;
}

constexpr char kDemoDataHelp[] =
    "The year has weeks, holidays, the ends of months for VAT, the payroll days and the turn of "
    "the "
    "year; its\n"
    "questions are made of the titles of the articles and answered by the assistant itself. The "
    "same seed, days\n"
    "and index give the same traffic. As in a state that has run for a year, conversations are "
    "kept "
    "of the last\n"
    "90 days, events of the last 30, and the ledger of all. Never mix it with real conversations: "
    "a "
    "folder that\n"
    "has any is refused. Examples:\n"
    "  pomocnik index     --kb kb --data demo\n"
    "  pomocnik demo-data --data demo\n"
    "  pomocnik demo-data --data demo --episodes 2000 --days 60 --until 2026-11-23";

}  // namespace

void AddDemoData(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<DemoOptions>();
  CLI::App* command = program.add_subcommand(
      "demo-data",
      "Fill a data folder with a year of made-up traffic, to see the staff pages full");
  command
      ->add_option("--data", options->data,
                   "Data folder with an index and without conversations; no server may run on it")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->add_option("--seed", options->seed, "Another number gives another year")
      ->capture_default_str();
  command->add_option("--episodes", options->episodes, "How many")
      ->check(CLI::Range(1, 2'000'000))
      ->capture_default_str();
  command->add_option("--days", options->days, "How many days")
      ->check(CLI::Range(1, 1096))
      ->capture_default_str();
  command->add_option("--until", options->until, "Last day, YYYY-MM-DD; yesterday if not given");
  command->footer(kDemoDataHelp);
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
