#include "bot/publishing/comparison.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::publishing {
namespace {

using Refs = std::vector<ArticleRef>;

TEST_CASE("articles are told apart by id and digest") {
  const ArticleChanges changes =
      CompareArticles({{"a", "A", "1"}, {"b", "B", "1"}, {"d", "D", "1"}, {"f", "F", "1"}},
                      {{"b", "B", "1"}, {"c", "C", "1"}, {"d", "D new", "2"}, {"e", "E", "1"}});
  CHECK(changes.added == Refs{{"c", "C"}, {"e", "E"}});
  CHECK(changes.changed == Refs{{"d", "D new"}});
  CHECK(changes.removed == Refs{{"a", "A"}, {"f", "F"}});
  CHECK(CompareArticles({}, {{"a", "A", "1"}}).added == Refs{{"a", "A"}});
  CHECK(CompareArticles({{"a", "A", "1"}}, {}).removed == Refs{{"a", "A"}});
}

eval::Outcome Said(Decision decision, std::vector<std::string> articles) {
  eval::Outcome outcome;
  outcome.decision = decision;
  outcome.articles = std::move(articles);
  return outcome;
}

TEST_CASE("a question is served by the right article, better as the answer than among choices") {
  struct Row {
    const char* article;
    eval::Outcome outcome;
    Grade grade;
  };
  const Row rows[] = {
      {"a", Said(Decision::kAnswer, {"a", "b"}), Grade::kAnswered},
      {"a", Said(Decision::kAnswer, {"b", "a"}), Grade::kMissed},
      {"a", Said(Decision::kChoices, {"b", "c", "a"}), Grade::kOffered},
      {"a", Said(Decision::kChoices, {"b", "c", "d", "a"}), Grade::kMissed},
      {"a", Said(Decision::kAbstain, {"a"}), Grade::kMissed},
      {"a", Said(Decision::kPolicy, {"a"}), Grade::kMissed},
      {"", Said(Decision::kAbstain, {"a"}), Grade::kAnswered},
      {"", Said(Decision::kPolicy, {}), Grade::kAnswered},
      {"", Said(Decision::kChoices, {"a"}), Grade::kOffered},
      {"", Said(Decision::kAnswer, {"a"}), Grade::kMissed},
  };
  for (const Row& row : rows) {
    CAPTURE(row.article);
    CAPTURE(DecisionName(row.outcome.decision));
    CHECK(GradeOf({"q", row.article, "", "sl", "?"}, row.outcome) == row.grade);
  }
}

TEST_CASE("questions are won and lost by their grade, with what was and would be shown") {
  const std::vector<eval::SetQuestion> questions = {{"q1", "a", "", "sl", "better"},
                                                    {"q2", "a", "", "sl", "worse"},
                                                    {"q3", "a", "", "sl", "same"},
                                                    {"q4", "", "", "sl", "of no article"},
                                                    {"q5", "a", "", "sl", "new"}};
  const eval::Outcomes before = {{"q1", Said(Decision::kChoices, {"b", "a"})},
                                 {"q2", Said(Decision::kAnswer, {"a"})},
                                 {"q3", Said(Decision::kAnswer, {"a", "b"})},
                                 {"q4", Said(Decision::kAbstain, {"b"})}};
  const eval::Outcomes after = {{"q1", Said(Decision::kAnswer, {"a"})},
                                {"q2", Said(Decision::kAnswer, {"b", "a"})},
                                {"q3", Said(Decision::kAnswer, {"a", "c"})},
                                {"q4", Said(Decision::kAnswer, {"b"})},
                                {"q5", Said(Decision::kAnswer, {"a"})}};
  const QuestionChanges changes =
      CompareQuestions(questions, before, after, {{"a", "Naslov A"}, {"b", "Naslov B"}});
  REQUIRE(changes.won.size() == 2);
  CHECK(changes.won[0] == QuestionChange{"q1",
                                         "better",
                                         {"a", "Naslov A"},
                                         {Decision::kChoices, {"b", "Naslov B"}, Grade::kOffered},
                                         {Decision::kAnswer, {"a", "Naslov A"}, Grade::kAnswered}});
  CHECK(changes.won[1].id == "q5");
  CHECK(changes.won[1].was == Shown{});
  REQUIRE(changes.lost.size() == 2);
  CHECK(changes.lost[0].now.article.id == "b");
  CHECK(changes.lost[1].id == "q4");
  CHECK(changes.lost[1].was.article.id.empty());
  CHECK(changes.lost[1].expected.id.empty());
}

}  // namespace
}  // namespace pomocnik::bot::publishing
