// The statements on the ledger and the counts of a day: records to rows and back.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "bot/deflection/daily_counts.h"
#include "bot/deflection/ledger.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

Result<std::optional<deflection::EpisodeRecord>> SelectEpisode(sqlite::Database& database,
                                                               std::string_view conversation_id,
                                                               int number);

// The columns of episode.upsert. kInternal: not what UpsertEpisode writes.
Result<deflection::EpisodeRecord> ReadEpisode(const sqlite::Statement& row);

// REQUIRES, here and for all that write: a transaction of the only writer is open.
Status UpsertEpisode(sqlite::Database& database, const deflection::EpisodeRecord& episode);
Status InsertChange(sqlite::Database& database, const deflection::EpisodeRecord& episode,
                    const deflection::Change& change);
Status AddArticleCounts(sqlite::Database& database, const deflection::ArticleChange& change);
Status AddVisit(sqlite::Database& database, Date day, const deflection::Event& visit);

}  // namespace pomocnik::bot
