#include "bot/eval/question_set.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::eval {
namespace {

TEST_CASE("a set is read by the names of its columns") {
  const auto set = ParseQuestionSet({
      .questions =
          "qid\tlang\tarticle\tstyle\ttext\r\nn1-a\tsl\tracun\tnatural\tKako \"storniram\"?\r\n"
          "\r\nn1-b\ten\t-\tother\tHow?\r\n",
      .outside = "qid\tkind\tlang\ttext\no1\tnoise\tund\t???\n",
      .policy = "qid\tlang\ttext\tfacts\tverdict\treason\np1\tsl\tKoliko?\t\tpaid\t\n",
  });
  REQUIRE_MESSAGE(set, (set ? "" : set.error().message));
  REQUIRE(set->questions.size() == 2);
  CHECK(set->questions[0].id == "n1-a");
  CHECK(set->questions[0].article == "racun");
  CHECK(set->questions[0].style == "natural");
  CHECK(set->questions[0].lang == "sl");
  CHECK(set->questions[0].text == "Kako \"storniram\"?");
  CHECK(set->questions[1].article.empty());
  REQUIRE(set->outside.size() == 1);
  CHECK(set->outside[0].kind == OutsideMessage::Kind::kNoise);
  REQUIRE(set->policy.size() == 1);
  CHECK(set->policy[0].verdict == "paid");
  const auto all = AllOf(*set);
  REQUIRE(all.size() == 4);
  CHECK(all[2].id == "o1");
  CHECK(all[3].text == "Koliko?");
}

TEST_CASE("what is wrong with a set is told with its table and line") {
  constexpr std::string_view kHeader = "qid\tarticle\tstyle\tlang\ttext\n";
  struct Row {
    SetTables tables;
    std::string_view error;
  };
  const std::string short_row = std::string(kHeader) + "a\tb\tc\tsl\td\n\nb\tb\tc\tsl\n";
  const std::string repeated = std::string(kHeader) + "a\tb\tc\tsl\td\na\tb\tc\tsl\te\n";
  const std::string not_text = std::string(kHeader) + "a\tb\tc\tsl\t\xff\n";
  const Row rows[] = {
      {{.questions = "qid\tarticle\tstyle\ttext\n"}, "questions.tsv:1: no column lang"},
      {{.questions = short_row}, "questions.tsv:4: no text"},
      {{.questions = not_text}, "questions.tsv:2: no text"},
      {{.questions = repeated}, "the id a repeats"},
      {{.outside = "qid\tkind\ttext\no1\tweather\tx\n"}, "outside.tsv:2: unknown kind weather"},
      {{.policy = "qid\ttext\n"}, "policy.tsv:1: no column verdict"},
  };
  for (const Row& row : rows) {
    const auto set = ParseQuestionSet(row.tables);
    REQUIRE_FALSE(set);
    CHECK(set.error().message == row.error);
  }
}

TEST_CASE("a need is an id without what is behind its last hyphen") {
  CHECK(NeedOf("n001-a") == "n001");
  CHECK(NeedOf("fak-1-b") == "fak-1");
  CHECK(NeedOf("o001") == "o001");
}

}  // namespace
}  // namespace pomocnik::bot::eval
