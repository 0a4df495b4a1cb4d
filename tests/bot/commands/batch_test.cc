#include "bot/commands/batch.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace pomocnik::bot::commands {
namespace {

using Json = nlohmann::json;

index::Hit HitOn(std::string id) {
  index::Hit hit;
  hit.article.id = std::move(id);
  return hit;
}

TEST_CASE("each line is answered by one line") {
  Question asked;
  const Ask ask = [&](const Question& question) -> Result<Answer> {
    asked = question;
    Answer answer;
    answer.reply.decision = Decision::kPolicy;
    answer.reply.verdict = {Verdict::kPaid, {"P5"}, "…"};
    answer.candidates = {HitOn("b"), HitOn("a")};
    answer.confidence = 0.5;
    return answer;
  };
  std::istringstream in(
      R"({"id":"1","text":"račun","lang":"sl","context":{"app":"icenter","screen":"s","module":"m"}})"
      "\n\n");
  std::ostringstream out;
  std::ostringstream errors;
  CHECK(AnswerBatch(in, out, errors, ask) == BatchOutcome::kAllAnswered);
  CHECK(errors.str().empty());
  CHECK(asked.text == "račun");
  CHECK(asked.lang == "sl");
  CHECK(asked.context.app == "icenter");
  CHECK(asked.context.screen == "s");
  CHECK(asked.context.module == "m");
  Json line = Json::parse(out.str(), nullptr, false);
  CHECK(line["micros"].is_number_integer());
  line.erase("micros");
  CHECK(line == Json{{"id", "1"},
                     {"decision", "policy"},
                     {"articles", {"b", "a"}},
                     {"confidence", 0.5},
                     {"verdict", "paid"},
                     {"rules", {"P5"}}});
}

TEST_CASE("a wrong line is told with its number and the others are answered") {
  const Ask ask = [](const Question& question) -> Result<Answer> {
    if (question.text == "fails") return Error::Internal("disk on fire");
    return Answer();
  };
  std::istringstream in(
      "{\"id\":\"1\",\"text\":\"a\"}\nnonsense\n{\"text\":\"a\"}\n{\"id\":\"4\"}\n"
      "{\"id\":\"5\",\"text\":\"fails\"}\n{\"id\":\"6\",\"text\":\"a\",\"context\":1}\n"
      "{\"id\":\"7\",\"text\":\"\"}\n");
  std::ostringstream out;
  std::ostringstream errors;
  CHECK(AnswerBatch(in, out, errors, ask) == BatchOutcome::kSomeFailed);
  CHECK(errors.str() ==
        "line 2: not a JSON object\nline 3: id is missing or not a string\n"
        "line 4: text is missing or not a string\nline 5: disk on fire\n"
        "line 6: context is not an object\n");
  std::istringstream lines(out.str());
  std::string first;
  std::string last;
  std::getline(lines, first);
  std::getline(lines, last);
  CHECK(Json::parse(first)["id"] == "1");
  CHECK(Json::parse(first)["verdict"].is_null());
  CHECK(Json::parse(last)["id"] == "7");
}

TEST_CASE("the lines are read back") {
  Answer answer;
  answer.reply.decision = Decision::kHandoff;
  answer.reply.verdict = {Verdict::kDepends, {}, "…"};
  answer.candidates = {HitOn("b"), HitOn("a")};
  answer.confidence = 0.125;
  const std::string lines = FormatBatchLine("1", answer, std::chrono::microseconds(7)) + "\n\n" +
                            FormatBatchLine("2", Answer(), {}) + "\n";
  const auto outcomes = ParseBatchLines(lines);
  REQUIRE_MESSAGE(outcomes, (outcomes ? "" : outcomes.error().message));
  REQUIRE(outcomes->size() == 2);
  const eval::Outcome& first = outcomes->at("1");
  CHECK(first.decision == Decision::kHandoff);
  CHECK(first.verdict == Verdict::kDepends);
  CHECK(first.articles == std::vector<std::string>{"b", "a"});
  CHECK(first.confidence == 0.125);
  CHECK(first.micros == 7);
  CHECK(outcomes->at("2").decision == Decision::kAbstain);
  CHECK_FALSE(outcomes->at("2").verdict);

  for (const char* broken :
       {"nonsense", "[]", "{\"id\":\"1\"}", "{\"id\":\"1\",\"decision\":\"maybe\",\"articles\":[]}",
        "{\"id\":\"1\",\"decision\":\"answer\",\"articles\":[1]}"}) {
    const auto read = ParseBatchLines("\n" + std::string(broken));
    REQUIRE_FALSE(read);
    CHECK(read.error().message == "line 2 is not what `pomocnik ask --batch` writes");
  }
}

}  // namespace
}  // namespace pomocnik::bot::commands
