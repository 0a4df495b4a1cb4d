#include "bot/turn_events.h"

namespace pomocnik::bot {
namespace {

using deflection::EventKind;

// The article that answers; empty when none does.
std::string AnsweredWith(const Reply& reply) {
  const bool answers = reply.decision == Decision::kAnswer || reply.decision == Decision::kPolicy;
  return answers && !reply.citations.empty() ? reply.citations.front().article.id : std::string();
}

std::string DetailOf(const Answer& answer) {
  const bool unreadable = answer.reply.decision == Decision::kAbstain && answer.terms.empty();
  return std::string(unreadable ? deflection::kUnreadable : DecisionName(answer.reply.decision));
}

}  // namespace

std::vector<deflection::Event> EventsOf(const Answer& answer, const TurnRecord& record,
                                        const Asker& asker) {
  deflection::Event event;
  event.at = record.created_at;
  event.conversation_id = record.conversation_id;
  event.episode = record.episode;
  event.turn_id = record.id;
  event.channel = asker.channel;
  event.lang = record.lang;
  event.app = record.app;
  event.screen = record.screen;
  event.module = record.module;
  event.article = AnsweredWith(answer.reply);
  event.index_version = record.index_version;
  event.source = asker.source;
  event.arm = asker.arm;

  const bool picked = !asker.choice.empty() && event.article == asker.choice;
  event.kind = picked ? EventKind::kChoice : EventKind::kQuestion;
  event.detail = DetailOf(answer);
  std::vector<deflection::Event> events = {event};
  if (answer.reply.handoff.draft) {
    event.kind = EventKind::kDraft;
    const bool held = answer.reply.held == Reply::Held::kYes;
    event.detail = held ? deflection::kHeldDraft : DecisionName(answer.reply.decision);
    events.push_back(event);
  }
  event.kind = EventKind::kReturn;
  event.detail.clear();
  for (const int episode : answer.returned) {
    event.episode = episode;
    events.push_back(event);
  }
  return events;
}

}  // namespace pomocnik::bot
