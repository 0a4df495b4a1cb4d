// How well the questions of kb/questions.tsv, written from a list of needs (needs.tsv) without sight of the articles'
// texts, are answered. The bounds leave room for chance: a change that needs one lowered must say why.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "bot/commands/eval_run.h"
#include "bot/eval/calibration.h"
#include "bot/eval/examples.h"
#include "bot/eval/scores.h"
#include "tests/support/lemma_model.h"

namespace pomocnik::bot {
namespace {

const std::string kSource = POMOCNIK_SOURCE_DIR;

commands::EvalRun Ask(const std::string& set_folder) {
  testing::LearntLemmaModel();  // must be there
  // The model is used as it is: there are no lists to learn it anew from.
  auto run = commands::AskSet(
      {kSource + "/kb", POMOCNIK_BINARY_DIR "/lexicon", kSource + "/no_word_lists"}, set_folder);
  REQUIRE_MESSAGE(run, (run ? "" : run.error().message));
  return *std::move(run);
}

struct Bound {
  std::string_view figure;
  double least_or_most;  // by eval::GoalOf
};

void CheckBounds(const eval::Figures& figures, const std::vector<Bound>& bounds) {
  for (const Bound& bound : bounds) {
    CAPTURE(bound.figure);
    const auto figure = figures.find(bound.figure);
    REQUIRE(figure != figures.end());
    const double value = eval::MeanOf(figure->second);
    MESSAGE(bound.figure << " " << value << " of " << figure->second.size());
    const bool high = eval::GoalOf(bound.figure) == eval::Goal::kHigh;
    const double missing = high ? bound.least_or_most - value : value - bound.least_or_most;
    CHECK(missing <= 0);
  }
}

TEST_CASE("the knowledge base answers the questions about it") {
  const commands::EvalRun run = Ask(kSource + "/kb");
  REQUIRE(run.set.questions.size() >= 300);
  CheckBounds(eval::Score(run.set, run.outcomes), {{"r1.all", 0.81},
                                                   {"r3.all", 0.92},
                                                   {"solved.all", 0.73},
                                                   {"wrong.all", 0.05},
                                                   {"wrong.absent", 0.06}});
}

TEST_CASE("what is answered rightly is trusted more than what is not") {
  const commands::EvalRun run = Ask(kSource + "/kb");
  const eval::FitData data = eval::FitDataOf(run.set, run.outcomes, "");
  const auto calibration = eval::Calibrate(data.examples, data.probabilities);
  MESSAGE("discrimination " << calibration.discrimination << ", Brier score " << calibration.brier);
  CHECK(calibration.discrimination >= 0.85);
  CHECK(calibration.brier <= 0.15);
}

TEST_CASE("questions about articles that no rule was made for are answered as well") {
  const std::string set = kSource + "/../shared/eval";
  if (!std::filesystem::exists(set)) {
    MESSAGE("skipped: no ../shared/eval");
    return;
  }
  const commands::EvalRun run = Ask(set);
  CheckBounds(eval::Score(run.set, run.outcomes), {{"r1.all", 0.92},
                                                   {"direct.all", 0.75},
                                                   {"solved.all", 0.88},
                                                   {"wrong.all", 0.03},
                                                   {"wrong.absent", 0.26}});
}

}  // namespace
}  // namespace pomocnik::bot
