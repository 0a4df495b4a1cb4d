#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "base/utf8.h"
#include "bot/answerer.h"
#include "bot/commands/answer_text.h"
#include "bot/commands/batch.h"
#include "bot/commands/commands.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/json_log.h"

namespace pomocnik::bot::commands {
namespace {

struct AskOptions {
  std::string data;
  Question question;
  std::string at;
  bool explain = false;
  bool batch = false;
  bool literal = false;
};

// Stands at the moment of --at, or goes with the system's.
class AskClock : public Clock {
 public:
  explicit AskClock(std::optional<Instant> fixed) : fixed_(fixed) {}
  Instant Now() const override { return fixed_ ? *fixed_ : system_.Now(); }
  std::chrono::steady_clock::time_point SteadyNow() const override { return system_.SteadyNow(); }

 private:
  const std::optional<Instant> fixed_;
  const SystemClock system_;
};

Result<std::optional<Instant>> ReadInstant(const std::string& text) {
  if (text.empty()) return std::optional<Instant>();
  const auto instant = ParseRfc3339(text);
  if (instant) return instant;
  return Error::InvalidArgument("--at " + text + ": expected a moment like 2026-11-23T10:00:00Z");
}

Status AnswerOne(const AskOptions& options, const Ask& ask,
                 const std::vector<kb::DataFile>& files) {
  if (!IsValidUtf8(options.question.text)) {
    return Error::InvalidArgument("the question is not UTF-8 text");
  }
  ASSIGN_OR_RETURN(const Answer answer, ask(options.question));
  std::cout << FormatAnswer(answer);
  if (!options.explain) return {};
  kb::Diagnostics diagnostics;
  const auto model = index::ConfidenceModel::Read(files, diagnostics);
  if (!model) return Error::Internal(kb::FormatDiagnostic(diagnostics.front()));
  std::cout << '\n' << FormatExplanation(answer, *model);
  return {};
}

Status AnswerAll(const Ask& ask) {
  std::ios::sync_with_stdio(false);
  if (AnswerBatch(std::cin, std::cout, std::cerr, ask) == BatchOutcome::kAllAnswered) return {};
  return Error::InvalidArgument("some lines were not answered");
}

Status AskOne(const AskOptions& options) {
  if (!options.batch && options.question.text.empty()) {
    return Error::InvalidArgument("no question; write it in quotes, or use --batch");
  }
  ASSIGN_OR_RETURN(const auto instant, ReadInstant(options.at));
  const AskClock clock(instant);
  JsonLog log(clock);
  ASSIGN_OR_RETURN(const auto knowledge, OpenNewestKnowledge(options.data, log));
  const Answerer answerer(clock);
  const Ask ask = [&](const Question& question) { return answerer.Reply(question, *knowledge); };
  return options.batch ? AnswerAll(ask) : AnswerOne(options, ask, knowledge->searcher->DataFiles());
}

int Run(const AskOptions& options) {
  const Status answered = AskOne(options);
  if (answered) return 0;
  std::cerr << "pomocnik ask: " << answered.error().message << '\n';
  return 1;
}

}  // namespace

void AddAsk(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<AskOptions>();
  options->question.channel = "cli";
  CLI::App* command = program.add_subcommand("ask", "Answer a question here, without a server");
  command->add_option("question", options->question.text, "The question, in quotes");
  command->add_option("--data", options->data, "Data folder, as `pomocnik index` made it")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->add_option("--lang", options->question.lang, "Found out from the question if not given")
      ->check(CLI::IsMember({"sl", "en", "hr"}));
  command->add_option("--app", options->question.context.app, "Program that is asked from");
  command->add_option("--screen", options->question.context.screen, "Its F1 screen");
  command->add_option("--module", options->question.context.module, "Its module");
  command->add_option("--at", options->at, "Moment that counts as now: 2026-11-23T10:00:00Z");
  command->add_flag("--literal", options->literal, "Read no word as a misspelt one");
  command->add_flag("--explain", options->explain, "Show how each score came about");
  command->add_flag(
      "--batch", options->batch,
      "Read questions from stdin, a JSON object a line with id, text, and optionally\n"
      "lang and context; write a JSON object a line");
  command->get_option("--literal")->excludes("--batch");
  command->footer(
      "Examples:\n"
      "  pomocnik ask \"Kako storniram račun?\" --data data\n"
      "  pomocnik ask \"opomini\" --data data --explain --at 2026-11-23T10:00:00Z\n"
      "  pomocnik ask --batch --data data < questions.jsonl > answers.jsonl");
  command->callback([options, &exit_code] {
    if (options->literal) options->question.reading = index::Reading::kLiteral;
    exit_code = Run(*options);
  });
}

}  // namespace pomocnik::bot::commands
