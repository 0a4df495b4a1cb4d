#include "bot/demo/answer_book.h"

#include <utility>

#include "bot/conversation_json.h"
#include "bot/turn_record.h"

namespace pomocnik::bot::demo {
namespace {

// As long as what takes their places, and nothing that anybody asks.
constexpr std::string_view kConversationPlace = "conversation-of-a-demo";
constexpr std::string_view kTurnPlace = "turn-of-a-conversation";
constexpr std::string_view kReferencePlace = "P-000000";

void Replace(std::string& text, std::string_view place, std::string_view by) {
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at)) {
    text.replace(at, place.size(), by);
    at += by.size();
  }
}

}  // namespace

BookedAnswer::BookedAnswer(Question question, Answer answer, const ReplyWriter& write_reply)
    : question_(std::move(question)),
      answer_(std::move(answer)),
      reply_(write_reply({.conversation_id = std::string(kConversationPlace),
                          .secret = "",
                          .turn_id = std::string(kTurnPlace)},
                         answer_.reply)),
      record_(RecordOf(question_, answer_)) {}

TurnRecord BookedAnswer::RecordFor(const std::string& conversation_id, const std::string& turn_id,
                                   int episode) const {
  TurnRecord record = record_;
  record.id = turn_id;
  record.conversation_id = conversation_id;
  record.key = turn_id;  // nobody repeats it
  record.episode = episode;
  return record;
}

std::string BookedAnswer::ReplyFor(const TurnRecord& turn, const std::string& reference) const {
  std::string reply = reply_;
  Replace(reply, kConversationPlace, turn.conversation_id);
  Replace(reply, kTurnPlace, turn.id);
  Replace(reply, kReferencePlace, reference);
  return reply;
}

std::optional<DraftRecord> BookedAnswer::DraftFor(const std::string& reference) const {
  const auto& draft = answer_.reply.handoff.draft;
  if (!draft) return std::nullopt;
  DraftRecord record{reference, draft->title, draft->text};
  Replace(record.text, kReferencePlace, reference);
  return record;
}

std::string BookedAnswer::StateFor(int episode) const {
  Conversation conversation = answer_.conversation;
  conversation.episode = episode;
  return ToJson(conversation);
}

Result<const BookedAnswer*> AnswerBook::Ask(const Question& question) {
  return AskAfter({"", question.text, question.context.screen, question.context.module}, question,
                  Conversation());
}

Result<const BookedAnswer*> AnswerBook::Choose(const BookedAnswer& before, std::size_t choice) {
  Question question = before.question();
  const index::ArticleInfo& article = before.answer().reply.choices[choice].article;
  question.text = article.title;
  question.choice = article.id;
  return AskAfter(
      {article.id, before.question().text, question.context.screen, question.context.module},
      question, before.answer().conversation);
}

Result<const BookedAnswer*> AnswerBook::AskAfter(const Key& key, const Question& question,
                                                 const Conversation& before) {
  auto& place = answers_[key];
  if (place == nullptr) {
    const auto reference = [](int) { return std::string(kReferencePlace); };
    ASSIGN_OR_RETURN(auto answer, answerer_.Reply({question, before, reference}, knowledge_));
    place = std::make_unique<BookedAnswer>(question, std::move(answer), write_reply_);
  }
  return static_cast<const BookedAnswer*>(place.get());
}

}  // namespace pomocnik::bot::demo
