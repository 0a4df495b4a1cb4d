#include "bot/explanation.h"

#include <doctest/doctest.h>

namespace pomocnik::bot {
namespace {

Answer Answered() {
  Answer answer;
  answer.rule = "question";
  answer.thresholds.answer = 0.7;
  answer.thresholds.choices = 0.35;
  answer.searched = "kako storniram račun";
  answer.terms = {
      {.word = "storniram", .lemma = "stornir", .known = true, .read_as = "", .idf = 3.14159},
      {.word = "račun", .lemma = "racun", .known = true, .read_as = "", .idf = 1.5}};
  for (const char* id : {"a", "b", "c", "d"}) {
    index::Hit& hit = answer.candidates.emplace_back();
    hit.article.id = id;
    hit.article.title = "Storno računa";
    hit.score = 12.34567;
    hit.explanation = {{index::ScorePart::Kind::kTerm, "storniram → stornir (title 1)", 2.5, {}},
                       {index::ScorePart::Kind::kTerm, "racun → racun (title 1, body 3)", 1.25, {}},
                       {index::ScorePart::Kind::kFactor, "coverage", 1.1, {}}};
  }
  return answer;
}

TEST_CASE("an explanation tells words, the best articles and the rule, and can be kept") {
  const Explanation explanation = Explain(Answered());
  CHECK(explanation.rule == "question");
  CHECK(explanation.answer_from == 0.7);
  CHECK(explanation.choices_from == 0.35);
  REQUIRE(explanation.terms.size() == 2);
  CHECK(explanation.terms[1] == Explanation::Term{"račun", "racun", 1.5});
  REQUIRE(explanation.hits.size() == kExplainedHits);
  CHECK(explanation.hits[0].id == "a");
  REQUIRE(explanation.hits[0].parts.size() == 3);
  CHECK(explanation.hits[0].parts[2] ==
        Explanation::Part{Explanation::Part::Kind::kFactor, "coverage", 1.1});
  const std::string kept = ToJson(explanation);
  CHECK(kept.size() < 700);
  const auto read = ParseExplanation(kept);
  REQUIRE(read);
  CHECK(read->terms[0].idf == 3.142);
  CHECK(read->hits[1].score == 12.346);
  CHECK(ToJson(*read) == kept);
}

TEST_CASE("a word that redaction takes out of the question is in no part of the explanation") {
  Answer answer = Answered();
  answer.searched = "storniram račun za ana.kovac@primer.si";
  answer.terms.push_back(
      {.word = "ana.kovac", .lemma = "ana.kovac", .known = false, .read_as = ""});
  answer.terms.push_back({.word = "primer.si", .lemma = "primer.si", .known = true, .read_as = ""});
  answer.candidates[0].explanation.push_back(
      {index::ScorePart::Kind::kTerm, "primer.si → primer (body 1)", 1, {}});
  const Explanation explanation = Explain(answer);
  const std::string kept = ToJson(explanation);
  CHECK(kept.find("kovac") == std::string::npos);
  CHECK(kept.find("primer") == std::string::npos);
  CHECK(explanation.terms.size() == 2);
  CHECK(explanation.hits[0].parts.size() == 3);
}

TEST_CASE("a word that is a part of something personal is kept only where it stands by itself") {
  Answer answer = Answered();
  answer.searched = "račun 70 na 041 987 652";
  answer.terms = {{.word = "račun", .lemma = "racun", .known = true, .read_as = ""},
                  {.word = "70", .lemma = "70", .known = true, .read_as = ""},
                  {.word = "987", .lemma = "987", .known = true, .read_as = ""}};
  const std::string kept = ToJson(Explain(answer));
  CHECK(kept.find("\"70\"") != std::string::npos);
  CHECK(kept.find("987") == std::string::npos);
}

TEST_CASE("what is no explanation is refused") {
  for (const char* text :
       {"", "{}", "[]", "null", R"({"rule":"q","from":[1,2],"terms":[["a","b"]],"hits":[]})",
        R"({"rule":1,"from":[1,2],"terms":[],"hits":[]})",
        R"({"rule":"q","from":[1],"terms":[],"hits":[]})",
        R"({"rule":"q","from":[1,2],"terms":[],"hits":[["a","b",1,[["x","y","z"]]]]})"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(ParseExplanation(text));
  }
}

}  // namespace
}  // namespace pomocnik::bot
