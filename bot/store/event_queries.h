// The statements on events: records to rows and back.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/event.h"
#include "bot/deflection/source_share.h"
#include "index/sqlite/database.h"

namespace pomocnik::bot {

// REQUIRES, here and for all that write: a transaction of the only writer is open.
Status InsertEvent(sqlite::Database& database, const deflection::Event& event);

// The columns of event.insert.
deflection::Event ReadEvent(const sqlite::Statement& row);

// Whether the view is kept already.
enum class Known { kNo, kYes };
Result<Known> FindView(sqlite::Database& database, const deflection::Event& view);

// What was said of a turn before.
struct VotesBefore {
  std::optional<deflection::Event> last{};     // at, detail and counted are set
  std::optional<deflection::Event> counted{};  // the last one that is counted
};
// `before`: the number of the event that is looked back from.
inline constexpr std::int64_t kAllEvents = std::numeric_limits<std::int64_t>::max();
Result<VotesBefore> SelectVotes(sqlite::Database& database, const deflection::Event& vote,
                                std::int64_t before);

// An event with where the turn was taken and what it was answered with; the time and the kind are the caller's. Absent
// for an unknown turn.
Result<std::optional<deflection::Event>> SelectPlace(sqlite::Database& database,
                                                     std::string_view turn_id);

// What of a source was counted on a day; absent when nothing was yet.
Result<std::optional<deflection::SourceCounts>> SelectSource(sqlite::Database& database, Date day,
                                                             std::string_view source);

Status UpsertSource(sqlite::Database& database, Date day, std::string_view source,
                    const deflection::SourceCounts& counts);
// Sources of an earlier day are never named again.
Status ForgetSourcesBefore(sqlite::Database& database, Date day);

// Some of the events that are not in the ledger yet, the first ones first; empty when all are in it.
struct NumberedEvent {
  std::int64_t number = 0;
  deflection::Event event{};
};
Result<std::vector<NumberedEvent>> SelectUnfolded(sqlite::Database& database);
// Notes that the event is beyond the share of its source.
Status MarkUncounted(sqlite::Database& database, std::int64_t number);
Status MarkFolded(sqlite::Database& database, std::int64_t number);

}  // namespace pomocnik::bot
