#include "bot/store/ledger_queries.h"

#include <string>

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

using deflection::EpisodeRecord;
using sqlite::LentStatement;
using Has = EpisodeRecord::Has;

// Of what did not happen yet the state keeps 0.
std::int64_t MillisecondsOrZero(const std::optional<Instant>& instant) {
  return instant ? Milliseconds(*instant) : 0;
}

std::optional<Instant> InstantUnlessZero(std::int64_t milliseconds) {
  if (milliseconds == 0) return std::nullopt;
  return ToInstant(milliseconds);
}

Has ToHas(std::int64_t value) { return value == 1 ? Has::kYes : Has::kNo; }
int FromHas(Has has) { return has == Has::kYes ? 1 : 0; }

// The columns that are a name of ours.
Status ReadNames(const sqlite::Statement& row, EpisodeRecord& episode) {
  const auto day = ParseDate(row.Text(2));
  const auto standing = deflection::ParseStanding(row.Text(10));
  const auto outcome = deflection::ParseOutcome(row.Text(12));
  const auto reason = deflection::ParseReason(row.Text(13));
  if (!day || !standing || !outcome || !reason) {
    return Error::Internal("read the ledger: a row holds a name that is not known");
  }
  episode.day = *day;
  episode.standing = *standing;
  episode.outcome = *outcome;
  episode.reason = *reason;
  return {};
}

}  // namespace

Result<EpisodeRecord> ReadEpisode(const sqlite::Statement& row) {
  EpisodeRecord episode;
  RETURN_IF_ERROR(ReadNames(row, episode));
  episode.conversation_id = row.Text(0);
  episode.number = static_cast<int>(row.Integer(1));
  episode.started_at = ToInstant(row.Integer(3));
  episode.last_answer_at = InstantUnlessZero(row.Integer(4));
  episode.channel = row.Text(5);
  episode.lang = row.Text(6);
  episode.app = row.Text(7);
  episode.screen = row.Text(8);
  episode.module = row.Text(9);
  episode.article = row.Text(14);
  episode.questions = static_cast<int>(row.Integer(15));
  episode.requests = static_cast<int>(row.Integer(16));
  episode.arm = deflection::ParseArm(row.Text(17));
  episode.last_turn = row.Text(18);
  episode.vote = deflection::ParseVote(row.Text(19));
  episode.read = ToHas(row.Integer(20));
  episode.missed = ToHas(row.Integer(21));
  episode.drafted = ToHas(row.Integer(22));
  episode.unreadable = ToHas(row.Integer(23));
  episode.excess = ToHas(row.Integer(24));
  episode.requested_at = InstantUnlessZero(row.Integer(25));
  episode.returned_at = InstantUnlessZero(row.Integer(26));
  episode.events = static_cast<int>(row.Integer(27));
  return episode;
}

Result<std::optional<EpisodeRecord>> SelectEpisode(sqlite::Database& database,
                                                   std::string_view conversation_id, int number) {
  ASSIGN_OR_RETURN(LentStatement select, database.Lend(sql::kEpisodeFind));
  ASSIGN_OR_RETURN(const auto step, select->Bind(1, conversation_id).Bind(2, number).Step());
  if (step == sqlite::Step::kDone) return std::optional<EpisodeRecord>();
  ASSIGN_OR_RETURN(EpisodeRecord episode, ReadEpisode(*select));
  return std::optional(std::move(episode));
}

Status UpsertEpisode(sqlite::Database& database, const EpisodeRecord& episode) {
  ASSIGN_OR_RETURN(LentStatement upsert, database.Lend(sql::kEpisodeUpsert));
  upsert->Bind(1, episode.conversation_id).Bind(2, episode.number);
  upsert->Bind(3, FormatDate(episode.day)).Bind(4, Milliseconds(episode.started_at));
  upsert->Bind(5, MillisecondsOrZero(episode.last_answer_at)).Bind(6, episode.channel);
  upsert->Bind(7, episode.lang).Bind(8, episode.app).Bind(9, episode.screen);
  upsert->Bind(10, episode.module).Bind(11, deflection::StandingName(episode.standing));
  upsert->Bind(12, episode.answered() ? 1 : 0).Bind(13, deflection::OutcomeName(episode.outcome));
  upsert->Bind(14, deflection::ReasonName(episode.reason)).Bind(15, episode.article);
  upsert->Bind(16, episode.questions).Bind(17, episode.requests);
  upsert->Bind(18, deflection::ArmName(episode.arm)).Bind(19, episode.last_turn);
  upsert->Bind(20, deflection::VoteName(episode.vote)).Bind(21, FromHas(episode.read));
  upsert->Bind(22, FromHas(episode.missed)).Bind(23, FromHas(episode.drafted));
  upsert->Bind(24, FromHas(episode.unreadable)).Bind(25, FromHas(episode.excess));
  upsert->Bind(26, MillisecondsOrZero(episode.requested_at));
  upsert->Bind(27, MillisecondsOrZero(episode.returned_at)).Bind(28, episode.events);
  return upsert->Run();
}

Status InsertChange(sqlite::Database& database, const EpisodeRecord& episode,
                    const deflection::Change& change) {
  ASSIGN_OR_RETURN(LentStatement insert, database.Lend(sql::kEpisodeChangeInsert));
  insert->Bind(1, episode.conversation_id).Bind(2, episode.number);
  insert->Bind(3, Milliseconds(change.at)).Bind(4, deflection::OutcomeName(change.was));
  insert->Bind(5, deflection::OutcomeName(change.became));
  return insert->Bind(6, deflection::ReasonName(change.reason)).Run();
}

Status AddArticleCounts(sqlite::Database& database, const deflection::ArticleChange& change) {
  const deflection::ArticleCounts& by = change.by;
  ASSIGN_OR_RETURN(LentStatement add, database.Lend(sql::kArticleDayAdd));
  add->Bind(1, FormatDate(change.day)).Bind(2, change.article).Bind(3, by.shown);
  add->Bind(4, by.opened).Bind(5, by.helpful).Bind(6, by.unhelpful).Bind(7, by.requests);
  return add->Run();
}

Status AddVisit(sqlite::Database& database, Date day, const deflection::Event& visit) {
  ASSIGN_OR_RETURN(LentStatement add, database.Lend(sql::kVisitDayAdd));
  add->Bind(1, FormatDate(day)).Bind(2, visit.channel).Bind(3, visit.lang);
  return add->Bind(4, visit.module).Run();
}

}  // namespace pomocnik::bot
