#include "bot/store/event_queries.h"

#include <string>
#include <utility>

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

using deflection::Counted;
using deflection::Event;
using sqlite::LentStatement;

// So many events are held in memory.
constexpr int kFoldedAtOnce = 500;

Counted ToCounted(std::int64_t value) { return value == 1 ? Counted::kYes : Counted::kNo; }

void BindTurnOf(LentStatement& statement, const Event& event) {
  statement->Bind(1, event.conversation_id).Bind(2, event.episode).Bind(3, event.turn_id);
}

}  // namespace

Status InsertEvent(sqlite::Database& database, const Event& event) {
  ASSIGN_OR_RETURN(LentStatement insert, database.Lend(sql::kEventInsert));
  insert->Bind(1, Milliseconds(event.at)).Bind(2, deflection::KindName(event.kind));
  insert->Bind(3, event.conversation_id).Bind(4, event.episode).Bind(5, event.turn_id);
  insert->Bind(6, event.channel).Bind(7, event.lang).Bind(8, event.app).Bind(9, event.screen);
  insert->Bind(10, event.module).Bind(11, event.article).Bind(12, event.index_version);
  insert->Bind(13, event.detail).Bind(14, event.source);
  insert->Bind(15, deflection::ArmName(event.arm));
  insert->Bind(16, event.counted == Counted::kYes ? 1 : 0);
  return insert->Run();
}

Event ReadEvent(const sqlite::Statement& row) {
  Event event;
  event.at = ToInstant(row.Integer(0));
  event.kind = deflection::ParseKind(row.Text(1)).value_or(event.kind);
  event.conversation_id = row.Text(2);
  event.episode = static_cast<int>(row.Integer(3));
  event.turn_id = row.Text(4);
  event.channel = row.Text(5);
  event.lang = row.Text(6);
  event.app = row.Text(7);
  event.screen = row.Text(8);
  event.module = row.Text(9);
  event.article = row.Text(10);
  event.index_version = row.Text(11);
  event.detail = row.Text(12);
  event.source = row.Text(13);
  event.arm = deflection::ParseArm(row.Text(14));
  event.counted = ToCounted(row.Integer(15));
  return event;
}

Result<Known> FindView(sqlite::Database& database, const Event& view) {
  ASSIGN_OR_RETURN(LentStatement select, database.Lend(sql::kEventFindView));
  BindTurnOf(select, view);
  ASSIGN_OR_RETURN(const auto step, select->Bind(4, view.article).Bind(5, view.detail).Step());
  return step == sqlite::Step::kRow ? Known::kYes : Known::kNo;
}

Result<VotesBefore> SelectVotes(sqlite::Database& database, const Event& vote,
                                std::int64_t before_number) {
  ASSIGN_OR_RETURN(LentStatement select, database.Lend(sql::kEventListVotes));
  BindTurnOf(select, vote);
  select->Bind(4, before_number);
  VotesBefore votes;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select->Step());
    if (step == sqlite::Step::kDone) return votes;
    Event before;
    before.at = ToInstant(select->Integer(0));
    before.kind = deflection::EventKind::kVote;
    before.detail = select->Text(1);
    before.counted = ToCounted(select->Integer(2));
    if (!votes.last) votes.last = before;
    if (before.counted == Counted::kNo) continue;
    votes.counted = std::move(before);
    return votes;
  }
}

Result<std::optional<Event>> SelectPlace(sqlite::Database& database, std::string_view turn_id) {
  ASSIGN_OR_RETURN(LentStatement select, database.Lend(sql::kTurnFindPlace));
  ASSIGN_OR_RETURN(const auto step, select->Bind(1, turn_id).Step());
  if (step == sqlite::Step::kDone) return std::optional<Event>();
  Event event;
  event.turn_id = turn_id;
  event.conversation_id = select->Text(0);
  event.episode = static_cast<int>(select->Integer(1));
  event.channel = select->Text(2);
  event.lang = select->Text(3);
  event.app = select->Text(4);
  event.screen = select->Text(5);
  event.module = select->Text(6);
  event.index_version = select->Text(7);
  event.article = select->Text(8);
  event.arm = deflection::ParseArm(select->Text(9));
  return std::optional(std::move(event));
}

Result<std::vector<NumberedEvent>> SelectUnfolded(sqlite::Database& database) {
  ASSIGN_OR_RETURN(LentStatement select, database.Lend(sql::kEventListUnfolded));
  select->Bind(1, kFoldedAtOnce);
  std::vector<NumberedEvent> events;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select->Step());
    if (step == sqlite::Step::kDone) return events;
    events.push_back({.number = select->Integer(16), .event = ReadEvent(*select)});
  }
}

Status MarkUncounted(sqlite::Database& database, std::int64_t number) {
  ASSIGN_OR_RETURN(LentStatement update, database.Lend(sql::kEventUncount));
  return update->Bind(1, number).Run();
}

Status MarkFolded(sqlite::Database& database, std::int64_t number) {
  ASSIGN_OR_RETURN(LentStatement update, database.Lend(sql::kLedgerPositionUpdate));
  return update->Bind(1, number).Run();
}

Result<std::optional<deflection::SourceCounts>> SelectSource(sqlite::Database& database, Date day,
                                                             std::string_view source) {
  ASSIGN_OR_RETURN(LentStatement select, database.Lend(sql::kSourceDayFind));
  ASSIGN_OR_RETURN(const auto step, select->Bind(1, FormatDate(day)).Bind(2, source).Step());
  if (step == sqlite::Step::kDone) return std::optional<deflection::SourceCounts>();
  return std::optional(deflection::SourceCounts{.visits = static_cast<int>(select->Integer(0)),
                                                .episodes = static_cast<int>(select->Integer(1)),
                                                .votes = static_cast<int>(select->Integer(2))});
}

Status UpsertSource(sqlite::Database& database, Date day, std::string_view source,
                    const deflection::SourceCounts& counts) {
  ASSIGN_OR_RETURN(LentStatement upsert, database.Lend(sql::kSourceDayUpsert));
  upsert->Bind(1, FormatDate(day)).Bind(2, source).Bind(3, counts.visits);
  return upsert->Bind(4, counts.episodes).Bind(5, counts.votes).Run();
}

Status ForgetSourcesBefore(sqlite::Database& database, Date day) {
  ASSIGN_OR_RETURN(LentStatement forget, database.Lend(sql::kSourceDayDeleteBefore));
  return forget->Bind(1, FormatDate(day)).Run();
}

}  // namespace pomocnik::bot
