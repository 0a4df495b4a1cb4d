#include "bot/store/ledger_writer.h"

#include <optional>
#include <string>
#include <utility>

#include "bot/deflection/daily_counts.h"
#include "bot/deflection/source_share.h"
#include "bot/store/event_queries.h"
#include "bot/store/ledger_queries.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

using deflection::Counted;
using deflection::EpisodeRecord;
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

Status AddToDay(sqlite::Database& database, const Event& event) {
  const auto day = deflection::VisitDay(event);
  return day ? AddVisit(database, *day, event) : Status();
}

// What is known before the event is folded in.
struct Before {
  EpisodeRecord episode;  // fresh when it is the first event
  std::optional<Event> counted_vote{};
};

Status AddToEpisode(sqlite::Database& database, Before before, const Event& event,
                    const deflection::LedgerRules& rules) {
  EpisodeRecord& episode = before.episode;
  const auto change = deflection::Apply(event, rules, episode);
  RETURN_IF_ERROR(UpsertEpisode(database, episode));
  if (change) RETURN_IF_ERROR(InsertChange(database, episode, *change));
  for (const auto& counts : deflection::CountArticles(event, episode, before.counted_vote)) {
    RETURN_IF_ERROR(AddArticleCounts(database, counts));
  }
  return {};
}

// Whether it says what was said already; a vote that was not counted is not counted the second time either.
Result<Known> IsKnown(sqlite::Database& database, const Event& event,
                      std::optional<Event>& counted_vote) {
  if (event.kind == EventKind::kView) return FindView(database, event);
  if (event.kind != EventKind::kVote) return Known::kNo;
  ASSIGN_OR_RETURN(VotesBefore votes, SelectVotes(database, event));
  counted_vote = std::move(votes.counted);
  return votes.last && votes.last->detail == event.detail ? Known::kYes : Known::kNo;
}

}  // namespace

Status AddEvent(sqlite::Database& database, Event event, const deflection::LedgerRules& rules) {
  Before before;
  auto first = deflection::First::kNo;
  if (!event.conversation_id.empty()) {
    ASSIGN_OR_RETURN(const Known known, IsKnown(database, event, before.counted_vote));
    if (known == Known::kYes) return {};
    ASSIGN_OR_RETURN(auto episode, SelectEpisode(database, event.conversation_id, event.episode));
    if (!episode) first = deflection::First::kYes;
    before.episode = episode.value_or(EpisodeRecord());
  }
  ASSIGN_OR_RETURN(event.counted, TakeShare(database, event, first));
  RETURN_IF_ERROR(InsertEvent(database, event));
  if (event.conversation_id.empty()) return AddToDay(database, event);
  return AddToEpisode(database, std::move(before), event, rules);
}

Status AddEventOfTurn(sqlite::Database& database, const Event& event,
                      const deflection::LedgerRules& rules) {
  ASSIGN_OR_RETURN(auto complete, SelectPlace(database, event.turn_id));
  if (!complete) return Error::NotFound("keep an event: no turn " + event.turn_id);
  complete->at = event.at;
  complete->kind = event.kind;
  complete->detail = event.detail;
  complete->source = event.source;
  if (event.kind == EventKind::kView) complete->article = event.article;
  return AddEvent(database, *std::move(complete), rules);
}

Status AddEvents(sqlite::Database& database, const std::vector<Event>& events,
                 const deflection::LedgerRules& rules) {
  for (const Event& event : events) {
    const bool incomplete = !event.turn_id.empty() && event.conversation_id.empty();
    RETURN_IF_ERROR(incomplete ? AddEventOfTurn(database, event, rules)
                               : AddEvent(database, event, rules));
  }
  return {};
}

}  // namespace pomocnik::bot
