// How well a set of questions was answered. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/dialogue/answer.h"
#include "bot/eval/question_set.h"

namespace pomocnik::bot::eval {

// What counts of a reply.
struct Outcome {
  Decision decision = Decision::kAbstain;
  std::vector<std::string> articles =
      {};  // ids of the candidates, best first, whatever the decision
  double confidence = 0;
  std::optional<Verdict> verdict = {};
  std::int64_t micros = 0;        // time of the whole reply; 0: not known
  index::Features features = {};  // of the first candidate
};
using Outcomes = std::map<std::string, Outcome, std::less<>>;  // by the question's id

Outcome OutcomeOf(const Answer& answer);

// What one question adds to a figure, 0 to 1; the figure is the average.
struct Observation {
  std::string id;
  double value = 0;
};
using Figure = std::vector<Observation>;

// By name. Figures whose name begins with "wrong" should be low, the others high. Of answerable questions,
// each for .all, .sl and every style of Slovene or other language:
//   r1, r3  the right article is the first candidate, among the first three
//   mrr     1 / its place among the first ten candidates; 0 when it is not there
//   direct  answered with the right article first
//   solved  direct, or the right one is among the first three of a choice
//   wrong   answered or offered without being solved
// Of unanswerable ones wrong.absent (answered) and wrong.absent_choices (offered a choice). Of messages from
// outside wrong.offtopic and wrong.noise (answered or offered), wrong.legislation (answered) and
// legislation.paid, service and smalltalk (replied as such). Of questions on the policy verdict,
// verdict.<expected> and wrong.free_promised. A question without an outcome counts as one not answered.
using Figures = std::map<std::string, Figure, std::less<>>;
Figures Score(const QuestionSet& set, const Outcomes& outcomes);

// Each reply is good or bad in these, and all that is bad is bad in one of them.
inline constexpr std::string_view kListedFigures[] = {
    "r1.all",         "solved.all",  "wrong.absent",      "wrong.absent_choices",
    "wrong.offtopic", "wrong.noise", "wrong.legislation", "legislation.paid",
    "service",        "smalltalk",   "verdict",           "wrong.free_promised"};

enum class Goal { kHigh, kLow };
Goal GoalOf(std::string_view figure);

// REQUIRES: not empty.
double MeanOf(const Figure& figure);

// Place of an article among the first ten candidates, from 1; 0 when it is not there.
std::size_t RankOf(std::string_view article, const Outcome& outcome);

}  // namespace pomocnik::bot::eval
