#include "bot/store/past_writer.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "bot/deflection/daily_counts.h"
#include "bot/store/ledger_queries.h"
#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

using deflection::ArticleChange;
using deflection::ArticleCounts;
using deflection::EpisodeRecord;
using deflection::Event;

void Add(const ArticleCounts& more, ArticleCounts& sum) {
  sum.shown += more.shown;
  sum.opened += more.opened;
  sum.helpful += more.helpful;
  sum.unhelpful += more.unhelpful;
  sum.requests += more.requests;
}

// What is to be written: each row once.
struct Past {
  std::map<std::pair<std::string, int>, EpisodeRecord> episodes;
  std::map<std::pair<Date, std::string>, ArticleCounts> articles;
};

Status Fold(sqlite::Database& database, const Event& event, const deflection::LedgerRules& rules,
            Past& past) {
  if (event.conversation_id.empty()) {
    const auto day = deflection::VisitDay(event);
    return day ? AddVisit(database, *day, event) : Status();
  }
  EpisodeRecord& episode = past.episodes[{event.conversation_id, event.episode}];
  const auto change = deflection::Apply(event, rules, episode);
  if (change) RETURN_IF_ERROR(InsertChange(database, episode, *change));
  for (const ArticleChange& counts : deflection::CountArticles(event, episode, std::nullopt)) {
    Add(counts.by, past.articles[{counts.day, counts.article}]);
  }
  return {};
}

}  // namespace

Status AddPastEvents(sqlite::Database& database, const std::vector<Event>& events,
                     const deflection::LedgerRules& rules) {
  Past past;
  for (const Event& event : events) RETURN_IF_ERROR(Fold(database, event, rules, past));
  for (const auto& [key, episode] : past.episodes) {
    RETURN_IF_ERROR(UpsertEpisode(database, episode));
  }
  for (const auto& [key, counts] : past.articles) {
    RETURN_IF_ERROR(AddArticleCounts(database, {key.first, key.second, counts}));
  }
  return {};
}

Status AddPastRequest(sqlite::Database& database, const PastRequest& request) {
  ASSIGN_OR_RETURN(auto insert, database.Lend(sql::kRequestAddPast));
  insert->Bind(1, request.number).Bind(2, request.created_at.time_since_epoch().count());
  insert->Bind(3, request.state);
  if (request.closed_at) {
    insert->Bind(4, request.closed_at->time_since_epoch().count());
  } else {
    insert->BindNull(4);
  }
  insert->Bind(5, request.solution).Bind(6, request.text).Bind(7, request.reference);
  return insert->Bind(8, request.conversation_id).Bind(9, request.episode).Run();
}

}  // namespace pomocnik::bot
