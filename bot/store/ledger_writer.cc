#include "bot/store/ledger_writer.h"

#include <cstdint>
#include <vector>

#include "bot/store/event_queries.h"
#include "bot/store/ledger_queries.h"

namespace pomocnik::bot {
namespace {

using deflection::ArticleChange;
using deflection::EpisodeRecord;
using deflection::Event;
using deflection::EventKind;

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
    ASSIGN_OR_RETURN(const std::vector<NumberedEvent> events, SelectUnfolded(database));
    if (events.empty()) return {};
    LedgerFolder folder(database, rules);
    for (const auto& [number, event] : events) {
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
