#include "bot/store/event_writer.h"

#include <utility>

#include "bot/deflection/source_share.h"
#include "bot/store/event_queries.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

using deflection::Counted;
using deflection::Event;
using deflection::EventKind;

// Counts the event against the share of its source.
Result<Counted> TakeShare(sqlite::Database& database, const Event& event, deflection::First first) {
  const deflection::Takes takes = deflection::TakenBy(event, first);
  if (takes == deflection::Takes::kNothing) return event.counted;
  const Date day = index::LocalDay(event.at);
  ASSIGN_OR_RETURN(const auto before, SelectSource(database, day, event.source));
  if (!before) RETURN_IF_ERROR(ForgetSourcesBefore(database, day));
  deflection::SourceCounts counts = before.value_or(deflection::SourceCounts());
  if (deflection::Take(takes, counts) == Counted::kNo) return Counted::kNo;
  RETURN_IF_ERROR(UpsertSource(database, day, event.source, counts));
  return Counted::kYes;
}

// Whether it says what was said already; a vote that was not counted is not counted the second time either.
Result<Known> IsKnown(sqlite::Database& database, const Event& event) {
  if (event.kind == EventKind::kView) return FindView(database, event);
  if (event.kind != EventKind::kVote) return Known::kNo;
  ASSIGN_OR_RETURN(const auto votes, SelectVotes(database, event, kAllEvents));
  return votes.last && votes.last->detail == event.detail ? Known::kYes : Known::kNo;
}

}  // namespace

Status KeepEvent(sqlite::Database& database, Event event) {
  auto first = deflection::First::kNo;
  if (!event.conversation_id.empty()) {
    ASSIGN_OR_RETURN(const Known known, IsKnown(database, event));
    if (known == Known::kYes) return {};
    ASSIGN_OR_RETURN(const Known begun, FindEpisodeOf(database, event));
    if (begun == Known::kNo) first = deflection::First::kYes;
  }
  ASSIGN_OR_RETURN(event.counted, TakeShare(database, event, first));
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
  return KeepEvent(database, *std::move(complete));
}

Status KeepEvents(sqlite::Database& database, const std::vector<Event>& events) {
  for (const Event& event : events) {
    const bool incomplete = !event.turn_id.empty() && event.conversation_id.empty();
    RETURN_IF_ERROR(incomplete ? KeepEventOfTurn(database, event) : KeepEvent(database, event));
  }
  return {};
}

}  // namespace pomocnik::bot
