#include "bot/store/figures_queries.h"

#include <cassert>
#include <string>
#include <utility>

#include "base/clock.h"
#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

using deflection::ArmCounts;
using deflection::Assumptions;
using deflection::LedgerCounts;
using deflection::Period;

// The parameters that all of these queries begin with.
void Bind(const Period& period, const deflection::Filter& filter, sqlite::Statement& statement) {
  statement.Bind(1, FormatDate(period.from)).Bind(2, FormatDate(period.to));
  statement.Bind(3, filter.channel).Bind(4, filter.module).Bind(5, filter.lang);
}

// Calls `take(statement)` for each row.
template <typename Take>
Status ForEachRow(sqlite::Statement& statement, const Take& take) {
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, statement.Step());
    if (step == sqlite::Step::kDone) return {};
    take(std::as_const(statement));
  }
}

// Reads a column of days that come in order: most rows have the day of the one before.
class DayColumn {
 public:
  Date Read(std::string_view text) {
    if (text != text_) {
      text_ = text;
      day_ = ParseDate(text).value_or(Date());
    }
    return day_;
  }

 private:
  std::string text_;
  Date day_{};
};

LedgerCounts::Episodes ReadEpisodes(const sqlite::Statement& row, Date day) {
  constexpr int kFirstReason = 8;
  LedgerCounts::Episodes counts{.day = day,
                                .standing = std::string(row.Text(1)),
                                .channel = std::string(row.Text(2)),
                                .module = std::string(row.Text(3)),
                                .lang = std::string(row.Text(4)),
                                .episodes = row.Integer(5),
                                .answered = row.Integer(6),
                                .questions = row.Integer(7),
                                .reasons = {}};
  for (std::size_t i = 0; i < counts.reasons.size(); ++i) {
    counts.reasons[i] = row.Integer(kFirstReason + static_cast<int>(i));
  }
  return counts;
}

Status ListEpisodes(sqlite::Database& database, const FiguresQuery& query, LedgerCounts& counts) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kEpisodeDayList));
  Bind(query.period, query.filter, select);
  DayColumn day;
  return ForEachRow(select, [&](const sqlite::Statement& row) {
    counts.episodes.push_back(ReadEpisodes(row, day.Read(row.Text(0))));
  });
}

Result<std::int64_t> CountOpen(sqlite::Database& database, const FiguresQuery& query,
                               const Period& period) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kEpisodeCountOpen));
  Bind(period, query.filter, select);
  RETURN_IF_ERROR(select.Bind(6, Milliseconds(query.open_since)).Step());
  return select.Integer(0);
}

Status CountTakenBack(sqlite::Database& database, const FiguresQuery& query, LedgerCounts& counts) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kEpisodeCountTakenBack));
  Bind(query.period, query.filter, select);
  return ForEachRow(select, [&](const sqlite::Statement& row) {
    counts.taken_back.push_back({.reason = std::string(row.Text(0)), .episodes = row.Integer(1)});
  });
}

Status CountVisits(sqlite::Database& database, const FiguresQuery& query, const Period& period,
                   std::vector<LedgerCounts::Visits>& visits) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kVisitDayCount));
  Bind(period, query.filter, select);
  DayColumn day;
  return ForEachRow(select, [&](const sqlite::Statement& row) {
    visits.push_back({.day = day.Read(row.Text(0)), .visits = row.Integer(1)});
  });
}

Status CountPrevious(sqlite::Database& database, const FiguresQuery& query, LedgerCounts& counts) {
  const Period period = deflection::PreviousOf(query.period);
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kEpisodeDayTotal));
  Bind(period, query.filter, select);
  RETURN_IF_ERROR(select.Step());
  counts.previous.questions = select.Integer(2);
  counts.previous.tally = {.episodes = select.Integer(0),
                           .answered = select.Integer(1),
                           .confirmed = select.Integer(3),
                           .potential = select.Integer(4),
                           .none = select.Integer(0) - select.Integer(3) - select.Integer(4)};
  ASSIGN_OR_RETURN(counts.previous.open, CountOpen(database, query, period));
  std::vector<LedgerCounts::Visits> visits;
  RETURN_IF_ERROR(CountVisits(database, query, period, visits));
  for (const auto& day : visits) counts.previous.visits += day.visits;
  return {};
}

Status CountArms(sqlite::Database& database, const FiguresQuery& query, LedgerCounts& counts) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kEpisodeCountByArm));
  Bind(query.period, query.filter, select);
  return ForEachRow(select, [&](const sqlite::Statement& row) {
    ArmCounts& arm = row.Text(0) == "held" ? counts.held : counts.shown;
    arm = {.episodes = row.Integer(1), .requests = row.Integer(2)};
  });
}

Status CountRequests(sqlite::Database& database, LedgerCounts& counts) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kRequestCount));
  RETURN_IF_ERROR(select.Step());
  counts.known.requests_imported = select.Integer(0);
  if (counts.known.requests_imported > 0) {
    counts.known.last_request_at = ToInstant(select.Integer(1));
  }
  return {};
}

}  // namespace

Result<LedgerCounts> CountFigures(sqlite::Database& database, const FiguresQuery& query) {
  ASSIGN_OR_RETURN(const auto snapshot, sqlite::ReadTransaction::Begin(database));
  LedgerCounts counts;
  RETURN_IF_ERROR(ListEpisodes(database, query, counts));
  ASSIGN_OR_RETURN(counts.open, CountOpen(database, query, query.period));
  RETURN_IF_ERROR(CountTakenBack(database, query, counts));
  RETURN_IF_ERROR(CountVisits(database, query, query.period, counts.visits));
  RETURN_IF_ERROR(CountPrevious(database, query, counts));
  RETURN_IF_ERROR(CountArms(database, query, counts));
  RETURN_IF_ERROR(CountRequests(database, counts));
  return counts;
}

Result<std::vector<Assumptions>> SelectAssumptions(sqlite::Database& database) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kAssumptionList));
  std::vector<Assumptions> history;
  RETURN_IF_ERROR(ForEachRow(select, [&](const sqlite::Statement& row) {
    history.push_back({.minutes_per_request = static_cast<int>(row.Integer(0)),
                       .cents_per_hour = static_cast<int>(row.Integer(1)),
                       .changed_by = std::string(row.Text(2)),
                       .changed_at = ToInstant(row.Integer(3))});
  }));
  return history;
}

Status InsertAssumptions(sqlite::Database& database, const Assumptions& assumptions) {
  assert(assumptions.changed_at);
  ASSIGN_OR_RETURN(auto insert, database.Prepare(sql::kAssumptionInsert));
  insert.Bind(1, Milliseconds(*assumptions.changed_at)).Bind(2, assumptions.changed_by);
  insert.Bind(3, assumptions.minutes_per_request).Bind(4, assumptions.cents_per_hour);
  return insert.Run();
}

}  // namespace pomocnik::bot
