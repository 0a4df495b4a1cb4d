#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>
#include <utility>

#include "bot/commands/batch.h"
#include "bot/commands/commands.h"
#include "bot/commands/eval_report.h"
#include "bot/commands/eval_run.h"
#include "bot/commands/lemma_model.h"
#include "bot/eval/examples.h"
#include "index/rank/confidence.h"
#include "kb/import/file_finder.h"
#include "kb/policy/confidence.h"

namespace pomocnik::bot::commands {
namespace {

struct EvalOptions {
  EvalSource source;
  std::vector<std::string> sets;
  std::string save;
  std::string against;
  std::string fit;
  std::size_t failures = 10;
};

constexpr std::size_t kMaxRunBytes = 512 * 1024 * 1024;
constexpr std::size_t kFolds = 10;
constexpr double kBeyondChance = 0.05;

enum class Comparison { kNotWorse, kWorse };

Status WriteText(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  return file ? Status() : Error::Unavailable("cannot write " + path);
}

// What both runs have answered.
Result<Comparison> CompareWith(const std::string& path, const EvalRun& run,
                               const eval::Figures& figures) {
  ASSIGN_OR_RETURN(const std::string lines, kb::ReadFile(path, kMaxRunBytes));
  const auto before = ParseBatchLines(lines);
  if (!before) return Error::InvalidArgument(path + ": " + before.error().message);
  const auto answered = [&](const auto& asked) { return before->count(asked.id) > 0; };
  eval::QuestionSet both = run.set;
  std::erase_if(both.questions, std::not_fn(answered));
  std::erase_if(both.outside, std::not_fn(answered));
  std::erase_if(both.policy, std::not_fn(answered));
  const auto differences = eval::Compare(eval::Score(both, *before), figures);
  std::cout << "\nAgainst " << path << ", over " << eval::AllOf(both).size() << " of "
            << run.outcomes.size() << " questions\n"
            << FormatDifferences(differences);
  const bool worse =
      std::any_of(differences.begin(), differences.end(), [](const eval::Difference& difference) {
        return (difference.figure == "r1.all" || difference.figure == "solved.all") &&
               difference.lost.size() > difference.won.size() && difference.chance < kBeyondChance;
      });
  return worse ? Comparison::kWorse : Comparison::kNotWorse;
}

Result<Comparison> Measure(const EvalOptions& options) {
  auto change = Comparison::kNotWorse;
  for (const std::string& folder : options.sets) {
    ASSIGN_OR_RETURN(const EvalRun run, AskSet(options.source, folder));
    const eval::Figures figures = eval::Score(run.set, run.outcomes);
    std::cout << folder << ", " << run.knowledge->searcher->article_count() << " articles\n"
              << FormatFigures(figures, run.outcomes) << '\n';
    ASSIGN_OR_RETURN(const std::string failures, FormatFailures(run, figures, options.failures));
    std::cout << failures;
    if (!options.save.empty()) RETURN_IF_ERROR(WriteText(options.save, run.lines));
    if (options.against.empty()) continue;
    ASSIGN_OR_RETURN(change, CompareWith(options.against, run, figures));
  }
  return change;
}

std::vector<double> Probabilities(const eval::Logistic& model,
                                  const std::vector<eval::Example>& examples) {
  std::vector<double> probabilities;
  probabilities.reserve(examples.size());
  for (const auto& example : examples) probabilities.push_back(model.Probability(example.features));
  return probabilities;
}

// The weights that the replies were given with.
Result<eval::Logistic> WeightsOf(const index::Searcher& searcher) {
  kb::Diagnostics diagnostics;
  const auto model = index::ConfidenceModel::Read(searcher.DataFiles(), diagnostics);
  if (!model) return Error::Internal(kb::FormatDiagnostic(diagnostics.front()));
  return eval::Logistic{model->intercept(), model->weights()};
}

Status Fit(const EvalOptions& options) {
  eval::FitData data;
  eval::Logistic start;
  for (const std::string& folder : options.sets) {
    ASSIGN_OR_RETURN(const EvalRun run, AskSet(options.source, folder));
    ASSIGN_OR_RETURN(start, WeightsOf(*run.knowledge->searcher));
    eval::FitData more = eval::FitDataOf(run.set, run.outcomes, folder);
    std::move(more.examples.begin(), more.examples.end(), std::back_inserter(data.examples));
    data.probabilities.insert(data.probabilities.end(), more.probabilities.begin(),
                              more.probabilities.end());
  }
  std::vector<eval::Effect> effects;
  for (const auto& feature : index::ConfidenceFeatures()) effects.push_back(feature.effect);
  ASSIGN_OR_RETURN(const auto model, eval::FitLogistic(data.examples, effects, start));
  ASSIGN_OR_RETURN(const auto unseen, eval::CrossValidate(data.examples, effects, start, kFolds));
  std::set<std::string_view> needs;
  for (const auto& example : data.examples) needs.insert(example.group);

  FitReport report;
  report.examples = data.examples.size();
  report.needs = needs.size();
  report.before = eval::Calibrate(data.examples, data.probabilities);
  report.after = eval::Calibrate(data.examples, Probabilities(model, data.examples));
  report.on_unseen = eval::Calibrate(data.examples, unseen);
  report.folds = kFolds;
  const std::string file = index::ConfidenceModel(model.intercept, model.weights).Format();
  std::cout << FormatFit(report) << '\n' << file;
  return WriteText(options.fit, file);
}

int Run(const EvalOptions& options) {
  Result<Comparison> change = Comparison::kNotWorse;
  if (options.fit.empty()) {
    change = Measure(options);
  } else if (Status fitted = Fit(options); !fitted) {
    change = std::move(fitted).error();
  }
  if (change) return *change == Comparison::kNotWorse ? 0 : 2;
  std::cerr << "pomocnik eval: " << change.error().message << '\n';
  return 1;
}

constexpr char kEvalHelp[] =
    "DIR holds questions.tsv (qid, article or - for none, style, lang, text), outside.tsv (qid, "
    "kind, text),\n"
    "policy.tsv (qid, text, verdict), each if there is one, and articles/, without which those of "
    "--kb are\n"
    "asked. Questions whose ids differ behind the last hyphen only ask for the same need.\n"
    "bot/eval/scores.h says what each figure means, docs/confidence.md what a fit is.\n"
    "Exit code: 0; 1 if it could not be measured; 2 if --against shows that r1.all or solved.all "
    "got worse\n"
    "beyond chance (p < 0.05). Examples:\n"
    "  pomocnik eval --kb kb --data data --set kb\n"
    "  pomocnik eval --kb kb --data data --set DIR --save before.jsonl\n"
    "  pomocnik eval --kb kb --data data --set DIR --against before.jsonl --failures 0\n"
    "  pomocnik eval --kb kb --data data --set DIR --set DIR2 --fit kb/policy/confidence.yaml";

}  // namespace

void AddEval(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = program.add_subcommand(
      "eval", "Measure how well a set of questions is answered, or fit the confidence to it");
  command
      ->add_option("--kb", options->source.kb, "Folder with articles, lexicon, phrases and policy")
      ->envname("POMOCNIK_KB")
      ->required();
  command
      ->add_option("--data", options->source.data,
                   "Data folder whose lemma model is used; its index and state are left alone")
      ->envname("POMOCNIK_DATA")
      ->required();
  auto* set =
      command->add_option("--set", options->sets, "Folder with the questions; may be repeated")
          ->required();
  auto* save = command->add_option("--save", options->save,
                                   "File that gets the replies, a JSON object a line");
  auto* against = command->add_option("--against", options->against,
                                      "File that --save or `ask --batch` wrote, to compare with");
  command
      ->add_option("--failures", options->failures, "Bad replies to explain; the others are named")
      ->capture_default_str();
  command
      ->add_option("--fit", options->fit,
                   "Fit the weights of the confidence to the sets, and write them to this file")
      ->excludes(save)
      ->excludes(against);
  AddWordListsOption(*command, options->source.word_lists);
  command->footer(kEvalHelp);
  command->callback([options, set, save, against, &exit_code] {
    if (set->count() > 1 && save->count() + against->count() > 0) {
      throw CLI::ValidationError("--save and --against", "take one --set");
    }
    exit_code = Run(*options);
  });
}

}  // namespace pomocnik::bot::commands
