// What the assistant really answers to the questions of the demonstration: each asked once.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/answerer.h"
#include "bot/chat.h"
#include "bot/knowledge.h"

namespace pomocnik::bot::demo {

// An answer to a first message, without whose it is. Immutable.
class BookedAnswer {
 public:
  BookedAnswer(Question question, Answer answer, const ReplyWriter& write_reply);

  const Question& question() const { return question_; }
  const Answer& answer() const { return answer_; }
  Decision decision() const { return answer_.reply.decision; }
  bool answers() const {
    return decision() == Decision::kAnswer || decision() == Decision::kPolicy;
  }

  // As the turn is kept when it is the `episode`th of a conversation; the time is the caller's.
  TurnRecord RecordFor(const std::string& conversation_id, const std::string& turn_id,
                       int episode) const;
  // The body of the reply, and the draft in it, with the reference of the episode.
  std::string ReplyFor(const TurnRecord& turn, const std::string& reference) const;
  std::optional<DraftRecord> DraftFor(const std::string& reference) const;
  // What the conversation remembers.
  std::string StateFor(int episode) const;

 private:
  Question question_;
  Answer answer_;
  std::string reply_;  // with places for the ids and the reference
  TurnRecord record_;  // without what makes it somebody's
};

// Not thread-safe. What is passed must outlive it.
class AnswerBook {
 public:
  AnswerBook(const Answerer& answerer, const Knowledge& knowledge, ReplyWriter write_reply)
      : answerer_(answerer), knowledge_(knowledge), write_reply_(std::move(write_reply)) {}

  // Valid as long as the book.
  Result<const BookedAnswer*> Ask(const Question& question);
  // A choice that was offered with `before`.
  Result<const BookedAnswer*> Choose(const BookedAnswer& before, std::size_t choice);

 private:
  // The article that is picked, text, screen, module.
  using Key = std::tuple<std::string, std::string, std::string, std::string>;
  Result<const BookedAnswer*> AskAfter(const Key& key, const Question& question,
                                       const Conversation& before);

  const Answerer& answerer_;
  const Knowledge& knowledge_;
  ReplyWriter write_reply_;
  std::map<Key, std::unique_ptr<BookedAnswer>> answers_;
};

}  // namespace pomocnik::bot::demo
