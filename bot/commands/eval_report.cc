#include "bot/commands/eval_report.h"

#include <algorithm>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <map>
#include <string_view>

#include "bot/commands/answer_text.h"

namespace pomocnik::bot::commands {
namespace {

constexpr int kDeepest = 30;  // as far as a search tells scores

// A line that fits 200 characters.
[[gnu::format(printf, 1, 2)]] std::string Line(const char* format, ...) {
  char line[200];
  va_list arguments;
  va_start(arguments, format);
  std::vsnprintf(line, sizeof line, format, arguments);
  va_end(arguments);
  return line;
}

std::string Indented(const std::string& text) {
  std::string indented;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0 || text[i - 1] == '\n') indented += "    ";
    indented += text[i];
  }
  return indented;
}

std::string FormatTimes(const eval::Outcomes& outcomes) {
  std::vector<std::int64_t> micros;
  for (const auto& [id, outcome] : outcomes) {
    if (outcome.micros > 0) micros.push_back(outcome.micros);
  }
  if (micros.empty()) return "";
  std::sort(micros.begin(), micros.end());
  const auto p99 = static_cast<std::size_t>(static_cast<double>(micros.size()) * .99);
  return "A reply took " + std::to_string(micros[micros.size() / 2]) + " µs (median), " +
         std::to_string(micros[p99]) + " µs (99th percentile)\n";
}

using Misses = std::map<std::string, std::vector<std::string_view>, std::less<>>;  // by id

// The listed figures that each question is bad in.
Misses MissesOf(const eval::Figures& figures) {
  Misses misses;
  for (std::string_view name : eval::kListedFigures) {
    const auto figure = figures.find(name);
    if (figure == figures.end()) continue;
    const double good = eval::GoalOf(name) == eval::Goal::kHigh ? 1 : 0;
    for (const eval::Observation& observation : figure->second) {
      if (observation.value != good) misses[observation.id].push_back(name);
    }
  }
  return misses;
}

std::string Expected(const EvalRun& run, std::string_view id) {
  const auto& questions = run.set.questions;
  const auto found = std::find_if(questions.begin(), questions.end(),
                                  [&](const auto& question) { return question.id == id; });
  return found == questions.end() ? "" : found->article;
}

Result<std::string> FormatFailure(const EvalRun& run, const eval::Asked& asked) {
  const eval::Outcome& outcome = run.outcomes.find(asked.id)->second;
  const index::Query query{std::string(asked.text), {}, kDeepest, run.now};
  ASSIGN_OR_RETURN(const index::SearchResult found, run.knowledge->searcher->Search(query));
  std::string text =
      "  " + std::string(asked.text) + "\n  " + std::string(DecisionName(outcome.decision)) +
      Line(", confidence %.3f. ", outcome.confidence) + FormatFeatures(found.features);
  if (!found.hits.empty()) text += "  came:\n" + Indented(FormatHit(1, found.hits.front()));
  const std::string expected = Expected(run, asked.id);
  if (expected.empty()) return text;
  const auto place = std::find_if(found.hits.begin(), found.hits.end(), [&](const index::Hit& hit) {
    return hit.article.id == expected;
  });
  if (place == found.hits.end()) {
    return text + "  expected:\n    " + expected + ", not among the first " +
           std::to_string(kDeepest) + "\n";
  }
  const auto rank = static_cast<int>(place - found.hits.begin()) + 1;
  return rank == 1 ? text : text + "  expected:\n" + Indented(FormatHit(rank, *place));
}

std::string FormatIds(std::string_view label, const std::vector<std::string>& ids) {
  if (ids.empty()) return "";
  std::string text = "  " + std::string(label) + " " + std::to_string(ids.size()) + ":";
  for (const std::string& id : ids) text += " " + id;
  return text + "\n";
}

std::string FormatLosses(const char* label, const eval::Calibration& calibration) {
  return Line("| %s | %.4f | %.4f | %.3f |\n", label, calibration.log_loss, calibration.brier,
              calibration.discrimination);
}

}  // namespace

std::string FormatFigures(const eval::Figures& figures, const eval::Outcomes& outcomes) {
  std::string text = Line("%-24s %5s   %-15s %4s\n", "figure", "value", "95 % interval", "n");
  for (const auto& [name, figure] : figures) {
    const Interval interval = eval::ConfidenceInterval(figure);
    text += Line("%-24s %.3f   %.3f to %.3f  %4zu\n", name.c_str(), eval::MeanOf(figure),
                 interval.low, interval.high, figure.size());
  }
  return text +
         "Interval: Wilson's, with the questions reduced by the design effect of the needs they "
         "share\n" +
         FormatTimes(outcomes);
}

Result<std::string> FormatFailures(const EvalRun& run, const eval::Figures& figures,
                                   std::size_t limit) {
  const Misses misses = MissesOf(figures);
  std::string text = "Replies that miss a figure: " + std::to_string(misses.size()) + "\n";
  std::string others;
  std::size_t told = 0;
  for (const eval::Asked& asked : eval::AllOf(run.set)) {
    const auto missed = misses.find(asked.id);
    if (missed == misses.end()) continue;
    if (told == limit) {
      others += " " + missed->first;
      continue;
    }
    ++told;
    text += "\n" + missed->first + " misses";
    for (std::string_view figure : missed->second) text += " " + std::string(figure);
    ASSIGN_OR_RETURN(const std::string failure, FormatFailure(run, asked));
    text += "\n" + failure;
  }
  return others.empty() ? text : text + "\nAnd (--failures shows more):" + others + "\n";
}

std::string FormatDifferences(const std::vector<eval::Difference>& differences) {
  std::string table;
  std::string ids;
  for (const eval::Difference& difference : differences) {
    if (difference.won.empty() && difference.lost.empty()) continue;
    table += Line("%-24s %.3f   %.3f  %+10.3f  %4zu  %4zu   %.3f\n", difference.figure.c_str(),
                  difference.before, difference.after, difference.after - difference.before,
                  difference.won.size(), difference.lost.size(), difference.chance);
    const bool listed = std::find(std::begin(eval::kListedFigures), std::end(eval::kListedFigures),
                                  difference.figure) != std::end(eval::kListedFigures);
    if (!listed) continue;
    ids += FormatIds(difference.figure + " won", difference.won);
    ids += FormatIds(difference.figure + " lost", difference.lost);
  }
  if (table.empty()) return "No figure differs in any question\n";
  return Line("%-24s %-7s %-7s %-10s %4s  %4s   %s\n", "figure", "before", "after", "difference",
              "won", "lost", "chance") +
         table + "Chance: exact two-sided sign test over the questions won and lost\n" + ids;
}

std::string FormatFit(const FitReport& report) {
  std::string text =
      Line(
          "%zu examples of %zu needs\n\n| weights | log loss | Brier score | discrimination "
          "|\n|---|---|---|---|\n",
          report.examples, report.needs) +
      FormatLosses("those there are", report.before) +
      FormatLosses("new, on what they were fitted to", report.after) +
      FormatLosses(Line("new, on unseen needs (%zu folds)", report.folds).c_str(),
                   report.on_unseen) +
      "\n| confidence | predicted | right | 95 % interval | n |\n|---|---|---|---|---|\n";
  for (const eval::ReliabilityBin& bin : report.on_unseen.bins) {
    text += Line("| %.1f to %.1f | %.2f | %.2f | %.2f to %.2f | %zu |\n", bin.low, bin.high,
                 bin.predicted, bin.observed, bin.interval.low, bin.interval.high, bin.count);
  }
  return text;
}

}  // namespace pomocnik::bot::commands
