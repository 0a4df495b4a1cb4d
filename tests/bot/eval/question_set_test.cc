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

TEST_CASE("a question is put into the table as its columns want it") {
  const auto first = PutQuestion("", {"racun", "sl", "Kako storniram?"});
  REQUIRE(first);
  CHECK(*first == "qid\tarticle\tstyle\tlang\ttext\ndesk-1-a\tracun\tdesk\tsl\tKako storniram?\n");
  const auto other =
      PutQuestion("text\tqid\tnote\tarticle\tlang\tstyle\nKje?\tdesk-9-b\tx\ta\tsl\tnatural",
                  {"b", "en", "How?"});
  REQUIRE(other);
  CHECK(*other ==
        "text\tqid\tnote\tarticle\tlang\tstyle\nKje?\tdesk-9-b\tx\ta\tsl\tnatural\n"
        "How?\tdesk-10-a\t-\tb\ten\tdesk\n");
}

TEST_CASE("a question that is there gets the new article, and all else stays") {
  const std::string table =
      "qid\tarticle\tstyle\tlang\ttext\r\nn1-a\told\tnatural\tsl\tKako?\r\n\r\nn2-a\t-"
      "\tnatural\tsl\tKje?\r\n";
  const auto changed = PutQuestion(table, {"new", "sl", "Kako?"});
  REQUIRE(changed);
  CHECK(*changed ==
        "qid\tarticle\tstyle\tlang\ttext\r\nn1-a\tnew\tnatural\tsl\tKako?\r\n\r\nn2-a\t-"
        "\tnatural\tsl\tKje?\r\n");
  CHECK(PutQuestion(*changed, {"new", "sl", "Kako?"}).value_or("") == *changed);
}

TEST_CASE("a table that is broken is not added to") {
  CHECK_FALSE(PutQuestion("qid\tarticle\n", {"a", "sl", "Kako?"}).has_value());
  CHECK_FALSE(
      PutQuestion("qid\tarticle\tstyle\tlang\ttext\nn1\n", {"a", "sl", "Kako?"}).has_value());
}

}  // namespace
}  // namespace pomocnik::bot::eval
