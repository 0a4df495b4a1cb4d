#include "bot/demo/answer_book.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot::demo {
namespace {

TEST_CASE("a made-up turn is kept with all that a real one is kept with") {
  index::ArticleInfo article;
  article.id = "storno-racuna";
  Answer answer;
  answer.reply.decision = Decision::kAnswer;
  answer.reply.citations = {{article, ""}};
  answer.candidates.emplace_back().article = article;
  answer.index_version = "1";
  Question question;
  question.text = "kako storniram račun";
  const BookedAnswer booked(question, answer,
                            [](const TurnHeader&, const Reply&) { return std::string(); });
  const TurnRecord record = booked.RecordFor("conversation", "turn", 2);
  CHECK(record.article == "storno-racuna");
  CHECK(record.articles == "storno-racuna");
  CHECK_FALSE(record.explanation.empty());
  CHECK(record.question == question.text);
  CHECK(record.conversation_id == "conversation");
  CHECK(record.id == "turn");
  CHECK(record.episode == 2);
}

}  // namespace
}  // namespace pomocnik::bot::demo
