#include "bot/answerer.h"

#include <utility>

#include "bot/composer.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

constexpr int kCandidates = 10;

Result<Signals> Read(const Turn& turn, const Knowledge& knowledge, Instant now) {
  const Question& question = turn.question;
  Signals signals;
  signals.intent = knowledge.intents.Match(question.text);
  signals.reference = knowledge.intents.ReferenceOf(question.text);
  signals.support_case = knowledge.facts.Find(question.text);
  signals.matter = knowledge.facts.MatterOf(signals.support_case);
  signals.days = knowledge.days.Find(question.text, index::LocalDay(now));
  const std::string& asked = turn.before.open_fact;
  if (!asked.empty() && !signals.support_case.facts.contains(asked)) {
    if (auto told = knowledge.facts.AnswerTo(asked, question.text)) {
      signals.support_case.facts.emplace(asked, *std::move(told));
    }
  }
  if (question.choice.empty()) return signals;
  ASSIGN_OR_RETURN(const auto article, knowledge.searcher->FindArticle(question.choice));
  if (article) signals.chosen = index::InfoOf(*article);
  return signals;
}

std::string RuleOf(const Event& event) {
  switch (event.kind) {
    case Event::Kind::kQuestion:
      return "question";
    case Event::Kind::kFollowUp:
      return "follow_up";
    case Event::Kind::kChoice:
      return "choice";
    case Event::Kind::kCase:
      return "case";
    case Event::Kind::kIntent:
      return "intent:" + event.intent->id;
  }
  return "";
}

}  // namespace

Result<Answer> Answerer::Reply(const Turn& turn, const Knowledge& knowledge) const {
  const Instant now = clock_.Now();
  const Question& question = turn.question;
  ASSIGN_OR_RETURN(const Signals signals, Read(turn, knowledge, now));
  Event event = Interpret(turn.before, question, signals);
  index::Query query{event.query, question.context, kCandidates, now, question.reading};
  ASSIGN_OR_RETURN(auto found, knowledge.searcher->Search(query));
  if (event.kind == Event::Kind::kFollowUp) {
    query.text = question.text;
    ASSIGN_OR_RETURN(auto alone, knowledge.searcher->Search(query));
    if (StandsAlone(turn.before, found, alone, knowledge.thresholds)) {
      event.kind = Event::Kind::kQuestion;
      event.query = question.text;
      found = std::move(alone);
    }
  }
  Step step = Advance(turn.before, event, question, found, knowledge.thresholds);
  ASSIGN_OR_RETURN(auto composed, Compose({turn, event, step, found, knowledge, now}));
  step.after.open_fact = std::move(composed.open_fact);
  step.after.lang = composed.reply.lang;
  Answer answer;
  answer.reply = std::move(composed.reply);
  answer.conversation = std::move(step.after);
  answer.returned = std::move(step.returned);
  answer.candidates = std::move(found.hits);
  answer.terms = std::move(found.terms);
  answer.features = found.features;
  answer.confidence = found.confidence;
  answer.thresholds = knowledge.thresholds;
  answer.searched = std::move(query.text);
  answer.rule = RuleOf(event);
  answer.index_version = std::string(knowledge.searcher->version());
  return answer;
}

Result<Answer> Answerer::Reply(const Question& question, const Knowledge& knowledge) const {
  const Conversation fresh;
  return Reply({question, fresh, [](int) { return std::string(); }}, knowledge);
}

}  // namespace pomocnik::bot
