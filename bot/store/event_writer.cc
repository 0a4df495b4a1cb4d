#include "bot/store/event_writer.h"

#include <utility>

#include "bot/store/event_queries.h"

namespace pomocnik::bot {
namespace {

using deflection::Event;
using deflection::EventKind;

// Whether it says what was said already.
Result<Known> IsKnown(sqlite::Database& database, const Event& event) {
  if (event.kind == EventKind::kView) return FindView(database, event);
  if (event.kind != EventKind::kVote) return Known::kNo;
  ASSIGN_OR_RETURN(const auto votes, SelectVotes(database, event, kAllEvents));
  return votes.last && votes.last->detail == event.detail ? Known::kYes : Known::kNo;
}

}  // namespace

Status KeepEvent(sqlite::Database& database, const Event& event) {
  if (!event.conversation_id.empty()) {
    ASSIGN_OR_RETURN(const Known known, IsKnown(database, event));
    if (known == Known::kYes) return {};
  }
  return InsertEvent(database, event);
}

Status KeepEventOfTurn(sqlite::Database& database, const Event& event) {
  ASSIGN_OR_RETURN(auto complete, SelectPlace(database, event.turn_id));
  if (!complete) return Error::NotFound("keep an event: no turn " + event.turn_id);
  complete->at = event.at;
  complete->kind = event.kind;
  complete->detail = event.detail;
  complete->source = event.source;
  if (event.kind == EventKind::kView) complete->article = event.article;
  return KeepEvent(database, *complete);
}

Status KeepEvents(sqlite::Database& database, const std::vector<Event>& events) {
  for (const Event& event : events) {
    const bool incomplete = !event.turn_id.empty() && event.conversation_id.empty();
    RETURN_IF_ERROR(incomplete ? KeepEventOfTurn(database, event) : KeepEvent(database, event));
  }
  return {};
}

}  // namespace pomocnik::bot
