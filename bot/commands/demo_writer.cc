#include "bot/commands/demo_writer.h"

#include <string>
#include <vector>

#include "bot/store/event_writer.h"
#include "bot/store/ledger_writer.h"
#include "bot/store/past_writer.h"
#include "bot/store/press_queries.h"
#include "bot/store/state_file.h"
#include "bot/store/turn_queries.h"

namespace pomocnik::bot::commands {
namespace {

Status WriteTurn(sqlite::Database& database, const demo::Story& story,
                 const demo::StoryTurn& told) {
  const demo::BookedAnswer& answer = *told.answer;
  TurnRecord turn = told.record;
  turn.reply = answer.ReplyFor(turn, told.reference);
  const ConversationRecord conversation{.id = story.conversation_id,
                                        .created_at = story.began,
                                        .channel = story.channel,
                                        .state = answer.StateFor(turn.episode)};
  RETURN_IF_ERROR(InsertTurn(database, conversation, turn, answer.DraftFor(told.reference)));
  if (told.vote) RETURN_IF_ERROR(UpsertFeedback(database, *told.vote));
  for (const DraftEventRecord& done : told.done) {
    RETURN_IF_ERROR(InsertDraftEvent(database, done));
  }
  return {};
}

Status WriteTurns(sqlite::Database& database, const demo::DayOfTraffic& traffic) {
  for (const demo::Story& story : traffic.stories) {
    for (const demo::StoryTurn& turn : story.turns) {
      RETURN_IF_ERROR(WriteTurn(database, story, turn));
    }
  }
  return {};
}

Status WritePastRequests(sqlite::Database& database, const demo::DayOfTraffic& traffic) {
  for (const demo::Story& story : traffic.stories) {
    for (const demo::FiledRequest& request : story.requests) {
      RETURN_IF_ERROR(AddPastRequest(database, {.number = request.number,
                                                .created_at = request.created_at,
                                                .closed_at = request.closed_at,
                                                .state = request.state,
                                                .solution = request.solution,
                                                .text = request.text,
                                                .reference = request.reference,
                                                .conversation_id = request.conversation_id,
                                                .episode = request.episode}));
    }
  }
  return {};
}

PressCounts CountPresses(const std::vector<PressRecord>& presses) {
  PressCounts counts;
  for (const PressRecord& press : presses) {
    ++counts[{press.day, press.app, press.screen, press.match, press.name}];
  }
  return counts;
}

Status WriteEvents(sqlite::Database& database, const std::vector<deflection::Event>& events,
                   Kept::Is kept, const deflection::LedgerRules& rules) {
  if (kept == Kept::Is::kNo) return AddPastEvents(database, events, rules);
  RETURN_IF_ERROR(KeepEvents(database, events));
  return FoldKeptEvents(database, rules);
}

}  // namespace

Status CheckIsEmpty(sqlite::Database& database) {
  ASSIGN_OR_RETURN(const Holds holds, HoldsConversations(database));
  if (holds == Holds::kNothing) return {};
  return Error::Conflict(
      "the data folder has conversations or episodes already, and made-up ones could not be told "
      "from them; give a folder of its own: pomocnik index --kb kb --data demo-data");
}

Status WriteDay(sqlite::Database& database, const demo::DayOfTraffic& traffic, Kept kept,
                const deflection::LedgerRules& rules) {
  std::vector<deflection::Event> events = traffic.visits;
  events.insert(events.end(), traffic.f1.begin(), traffic.f1.end());
  for (const demo::Story& story : traffic.stories) {
    events.insert(events.end(), story.events.begin(), story.events.end());
  }
  RETURN_IF_ERROR(WriteEvents(database, events, kept.events, rules));
  RETURN_IF_ERROR(AddPresses(database, CountPresses(traffic.presses)));
  RETURN_IF_ERROR(WritePastRequests(database, traffic));
  return kept.turns == Kept::Is::kYes ? WriteTurns(database, traffic) : Status();
}

}  // namespace pomocnik::bot::commands
