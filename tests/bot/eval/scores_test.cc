#include "bot/eval/scores.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::eval {
namespace {

constexpr std::string_view kQuestions =
    "qid\tarticle\tstyle\tlang\ttext\n"
    "n1-a\tx\tnatural\tsl\tq\n"   // first, answered
    "n1-b\tx\tkeywords\tsl\tq\n"  // third, in a choice
    "n1-c\tx\tsloppy\tsl\tq\n"    // fourth, in a choice that shows three
    "n1-d\tx\tother\ten\tq\n"     // first, but nothing is said
    "n2-a\tx\tnatural\tsl\tq\n"   // second, and another one is the answer
    "n2-b\tx\tnatural\tsl\tq\n"   // eleventh
    "n3-a\tx\tnatural\tsl\tq\n"   // no reply at all
    "n4-a\t-\tnatural\tsl\tq\n"   // has no article, answered all the same
    "n4-b\t-\tnatural\tsl\tq\n"   // … offered a choice
    "n4-c\t-\tnatural\tsl\tq\n";  // … abstained
constexpr std::string_view kOutside =
    "qid\tkind\ttext\n"
    "o1\tofftopic\tq\no2\tofftopic\tq\n"
    "o3\tnoise\tq\n"
    "o4\tlegislation\tq\no5\tlegislation\tq\no6\tlegislation\tq\n"
    "o7\tservice\tq\no8\tservice\tq\no9\tservice\tq\n"
    "s1\tsmalltalk\tq\ns2\tsmalltalk\tq\n";
constexpr std::string_view kPolicy =
    "qid\ttext\tverdict\n"
    "p1\tq\tpaid\np2\tq\tpaid\np3\tq\tfree\np4\tq\tinfo\np5\tq\tnone\n";

Outcomes Replies() {
  const std::vector<std::string> eleven = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "x"};
  return {
      {"n1-a", {Decision::kAnswer, {"x", "a"}}},
      {"n1-b", {Decision::kChoices, {"a", "b", "x"}}},
      {"n1-c", {Decision::kChoices, {"a", "b", "c", "x"}}},
      {"n1-d", {Decision::kAbstain, {"x"}}},
      {"n2-a", {Decision::kAnswer, {"a", "x"}}},
      {"n2-b", {Decision::kAnswer, eleven}},
      {"n4-a", {Decision::kAnswer, {"a"}}},
      {"n4-b", {Decision::kChoices, {"a", "b"}}},
      {"n4-c", {Decision::kAbstain, {"a"}}},
      {"o1", {Decision::kAbstain, {"a"}}},
      {"o2", {Decision::kChoices, {"a"}}},
      {"o3", {Decision::kAnswer, {"a"}}},
      {"o4", {.decision = Decision::kPolicy, .verdict = Verdict::kPaid}},
      {"o5", {.decision = Decision::kPolicy}},
      {"o6", {Decision::kAnswer, {"a"}}},
      {"o7", {.decision = Decision::kStatus}},
      {"o8", {.decision = Decision::kHandoff}},
      {"o9", {.decision = Decision::kAnswer}},
      {"s1", {.decision = Decision::kSmalltalk}},
      {"p1", {.decision = Decision::kPolicy, .verdict = Verdict::kPaid}},
      {"p2", {.decision = Decision::kPolicy, .verdict = Verdict::kFree}},
      {"p3", {.decision = Decision::kPolicy, .verdict = Verdict::kFree}},
      {"p4", {.decision = Decision::kPolicy}},
  };
}

TEST_CASE("figures are those computed by hand") {
  const auto set = ParseQuestionSet({kQuestions, kOutside, kPolicy});
  REQUIRE_MESSAGE(set, (set ? "" : set.error().message));
  const Figures figures = Score(*set, Replies());
  struct Row {
    std::string_view name;
    double value;
    std::size_t count;
  };
  const Row rows[] = {
      {"direct.all", 1.0 / 7, 7},
      {"direct.en", 0, 1},
      {"direct.keywords", 0, 1},
      {"direct.natural", 1.0 / 4, 4},
      {"direct.sl", 1.0 / 6, 6},
      {"direct.sloppy", 0, 1},
      {"legislation.paid", 1.0 / 3, 3},
      {"mrr.all", (1 + 1.0 / 3 + 1.0 / 4 + 1 + 1.0 / 2) / 7, 7},
      {"mrr.en", 1, 1},
      {"mrr.keywords", 1.0 / 3, 1},
      {"mrr.natural", 1.5 / 4, 4},
      {"mrr.sl", (1 + 1.0 / 3 + 1.0 / 4 + 1.0 / 2) / 6, 6},
      {"mrr.sloppy", 1.0 / 4, 1},
      {"r1.all", 2.0 / 7, 7},
      {"r1.en", 1, 1},
      {"r1.keywords", 0, 1},
      {"r1.natural", 1.0 / 4, 4},
      {"r1.sl", 1.0 / 6, 6},
      {"r1.sloppy", 0, 1},
      {"r3.all", 4.0 / 7, 7},
      {"r3.en", 1, 1},
      {"r3.keywords", 1, 1},
      {"r3.natural", 2.0 / 4, 4},
      {"r3.sl", 3.0 / 6, 6},
      {"r3.sloppy", 0, 1},
      {"service", 2.0 / 3, 3},
      {"smalltalk", 1.0 / 2, 2},
      {"solved.all", 2.0 / 7, 7},
      {"solved.en", 0, 1},
      {"solved.keywords", 1, 1},
      {"solved.natural", 1.0 / 4, 4},
      {"solved.sl", 2.0 / 6, 6},
      {"solved.sloppy", 0, 1},
      {"verdict", 3.0 / 5, 5},
      {"verdict.free", 1, 1},
      {"verdict.info", 1, 1},
      {"verdict.none", 0, 1},
      {"verdict.paid", 1.0 / 2, 2},
      {"wrong.absent", 1.0 / 3, 3},
      {"wrong.absent_choices", 1.0 / 3, 3},
      {"wrong.all", 3.0 / 7, 7},
      {"wrong.en", 0, 1},
      {"wrong.free_promised", 1.0 / 5, 5},
      {"wrong.keywords", 0, 1},
      {"wrong.legislation", 1.0 / 3, 3},
      {"wrong.natural", 2.0 / 4, 4},
      {"wrong.noise", 1, 1},
      {"wrong.offtopic", 1.0 / 2, 2},
      {"wrong.sl", 3.0 / 6, 6},
      {"wrong.sloppy", 1, 1},
  };
  CHECK(figures.size() == std::size(rows));
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto figure = figures.find(row.name);
    REQUIRE(figure != figures.end());
    CHECK(MeanOf(figure->second) == doctest::Approx(row.value));
    CHECK(figure->second.size() == row.count);
  }
}

TEST_CASE("an outcome is what counts of an answer") {
  Answer answer;
  answer.reply.decision = Decision::kChoices;
  answer.reply.verdict = VerdictInfo{Verdict::kPaid, {"P1"}, ""};
  answer.candidates.resize(2);
  answer.candidates[0].article.id = "b";
  answer.candidates[1].article.id = "a";
  answer.confidence = 0.25;
  const Outcome outcome = OutcomeOf(answer);
  CHECK(outcome.decision == Decision::kChoices);
  CHECK(outcome.articles == std::vector<std::string>{"b", "a"});
  CHECK(outcome.verdict == Verdict::kPaid);
  CHECK(outcome.confidence == 0.25);
}

}  // namespace
}  // namespace pomocnik::bot::eval
