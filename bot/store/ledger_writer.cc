#include "bot/store/ledger_writer.h"

#include <cstdint>
#include <vector>

#include "bot/deflection/source_share.h"
#include "bot/store/event_queries.h"
#include "bot/store/ledger_queries.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

using deflection::ArticleChange;
using deflection::Counted;
using deflection::EpisodeRecord;
using deflection::Event;
using deflection::EventKind;
using deflection::First;
using deflection::Takes;

// Counts the event against the share of its source, by what that has said on the day.
Result<Counted> TakeShare(sqlite::Database& database, const Event& event, First first) {
  const Takes takes = deflection::TakenBy(event, first);
  if (takes == Takes::kNothing) return event.counted;
  const Date day = index::LocalDay(event.at);
  ASSIGN_OR_RETURN(const auto before, SelectSource(database, day, event.source));
  if (!before) RETURN_IF_ERROR(ForgetSourcesBefore(database, day));
  deflection::SourceCounts counts = before.value_or(deflection::SourceCounts());
  if (deflection::Take(takes, counts) == Counted::kNo) return Counted::kNo;
  RETURN_IF_ERROR(UpsertSource(database, day, event.source, counts));
  return Counted::kYes;
}

}  // namespace

Result<EpisodeRecord*> LedgerFolder::EpisodeOf(const Event& event) {
  std::pair key{event.conversation_id, event.episode};
  auto found = episodes_.find(key);
  if (found == episodes_.end()) {
    ASSIGN_OR_RETURN(auto kept, SelectEpisode(database_, event.conversation_id, event.episode));
    found = episodes_.emplace(std::move(key), kept.value_or(EpisodeRecord())).first;
  }
  return &found->second;
}

Result<First> LedgerFolder::IsFirst(const Event& event) {
  if (event.conversation_id.empty()) return First::kNo;
  ASSIGN_OR_RETURN(const EpisodeRecord* const episode, EpisodeOf(event));
  return episode->events == 0 ? First::kYes : First::kNo;
}

Status LedgerFolder::Fold(const Event& event, const std::optional<Event>& vote_before) {
  if (event.conversation_id.empty()) {
    const auto day = deflection::VisitDay(event);
    return day ? AddVisit(database_, *day, event) : Status();
  }
  ASSIGN_OR_RETURN(EpisodeRecord* const episode, EpisodeOf(event));
  const auto change = deflection::Apply(event, rules_, *episode);
  if (change) changes_.emplace_back(episode, *change);
  for (const ArticleChange& counts : deflection::CountArticles(event, *episode, vote_before)) {
    articles_[{counts.day, counts.article}] += counts.by;
  }
  return {};
}

Status LedgerFolder::Write() {
  for (const auto& [key, episode] : episodes_) {
    RETURN_IF_ERROR(UpsertEpisode(database_, episode));
  }
  // Behind the episodes, which they mark.
  for (const auto& [episode, change] : changes_) {
    RETURN_IF_ERROR(InsertChange(database_, *episode, change));
  }
  for (const auto& [key, counts] : articles_) {
    RETURN_IF_ERROR(AddArticleCounts(database_, {key.first, key.second, counts}));
  }
  return {};
}

Status FoldKeptEvents(sqlite::Database& database, const deflection::LedgerRules& rules) {
  for (;;) {
    ASSIGN_OR_RETURN(std::vector<NumberedEvent> events, SelectUnfolded(database));
    if (events.empty()) return {};
    LedgerFolder folder(database, rules);
    for (auto& [number, event] : events) {
      ASSIGN_OR_RETURN(const First first, folder.IsFirst(event));
      ASSIGN_OR_RETURN(event.counted, TakeShare(database, event, first));
      if (event.counted == Counted::kNo) RETURN_IF_ERROR(MarkUncounted(database, number));
      std::optional<Event> vote_before;
      if (event.kind == EventKind::kVote) {
        ASSIGN_OR_RETURN(auto votes, SelectVotes(database, event, number));
        vote_before = std::move(votes.counted);
      }
      RETURN_IF_ERROR(folder.Fold(event, vote_before));
    }
    RETURN_IF_ERROR(folder.Write());
    RETURN_IF_ERROR(MarkFolded(database, events.back().number));
  }
}

}  // namespace pomocnik::bot
