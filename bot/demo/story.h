// One visit with the chat, told from its end: what was asked, and what became of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/event.h"
#include "bot/demo/answer_book.h"
#include "bot/demo/dice.h"
#include "bot/demo/question_pool.h"
#include "bot/turn_store.h"

namespace pomocnik::bot::demo {

struct StoryTurn {
  const BookedAnswer* answer = nullptr;  // of the book
  TurnRecord record;                     // without its reply
  std::string reference;                 // of its episode
  std::optional<FeedbackRecord> vote{};
  std::vector<DraftEventRecord> done{};  // with its draft
};

// A request that the vendor's register has.
struct FiledRequest {
  std::string number;
  Instant created_at;
  std::optional<Instant> closed_at;
  std::string state;
  std::string solution;
  std::string text;
  std::string reference;
  std::string conversation_id;
  int episode = 0;
};

struct Story {
  std::string conversation_id;
  std::string channel;
  Instant began;
  int episodes = 0;
  std::vector<StoryTurn> turns;
  std::vector<deflection::Event>
      events;  // each complete, in the order in which they are to be kept
  std::vector<FiledRequest> requests;
};

// What visitors are like. Not thread-safe; what is passed must outlive it.
class Storyteller {
 public:
  // No request is filed at `until` or later.
  Storyteller(const QuestionPool& pool, AnswerBook& book, Dice& dice, Instant until)
      : pool_(pool), book_(book), dice_(dice), until_(until) {}

  // Fixes what is asked about on that day, until the next call.
  void SetDay(Date day);

  // A conversation that begins then, with at most so many episodes. Errors are those of Searcher.
  Result<Story> Tell(Instant began, int most_episodes);

 private:
  struct Visitor;

  Status TellEpisode(Visitor& visitor);
  Status TellQuestion(Visitor& visitor, const Matter& matter);
  Status Ask(Visitor& visitor, const std::string& text, const Matter& matter);
  void Add(Visitor& visitor, const BookedAnswer& answer, const std::string& choice);
  Status React(Visitor& visitor, const Matter& matter);
  Status ReactToAnswer(Visitor& visitor, const Matter& matter);
  void Read(Visitor& visitor);
  void Vote(Visitor& visitor, Helpful helpful);
  void UseDraft(Visitor& visitor);
  void File(Visitor& visitor, Instant at);
  deflection::Event EventNow(const Visitor& visitor, deflection::EventKind kind,
                             std::string_view detail) const;

  const QuestionPool& pool_;
  AnswerBook& book_;
  Dice& dice_;
  const Instant until_;
  std::optional<Urn> matters_;
  int requests_ = 0;
};

}  // namespace pomocnik::bot::demo
