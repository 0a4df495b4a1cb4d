#include "bot/store/ledger_check.h"

#include <map>
#include <optional>
#include <utility>

#include "bot/deflection/daily_counts.h"
#include "bot/store/event_queries.h"
#include "bot/store/ledger_queries.h"
#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

using deflection::Change;
using deflection::Counted;
using deflection::EpisodeRecord;
using deflection::Event;
using deflection::EventKind;

using ArticleDays = std::map<std::pair<std::string, std::string>, deflection::ArticleCounts>;
using VisitDays = std::map<std::string, std::int64_t>;  // by all columns of the key

std::string VisitKey(std::string_view day, std::string_view channel, std::string_view lang,
                     std::string_view module) {
  std::string key(day);
  for (const std::string_view part : {channel, lang, module}) {
    key += '\n';
    key += part;
  }
  return key;
}

// An episode as it is folded anew.
struct Replayed {
  EpisodeRecord episode;
  std::vector<Change> changes{};
  std::map<std::string, Event> votes{};  // by turn, the last one that counts
};

class Checker {
 public:
  Checker(sqlite::Database& database, const deflection::LedgerRules& rules)
      : database_(database), rules_(rules) {}

  Result<LedgerCheck> Check() {
    RETURN_IF_ERROR(FoldEpisodes());
    RETURN_IF_ERROR(FindThoseWithoutEvents());
    if (check_.gone > 0) return std::move(check_);
    check_.days = LedgerCheck::Days::kCompared;
    RETURN_IF_ERROR(CompareArticles());
    RETURN_IF_ERROR(CompareVisits());
    return std::move(check_);
  }

 private:
  void Differ(std::string sentence) {
    if (check_.differences.size() < kMaxDifferences) {
      check_.differences.push_back(std::move(sentence));
    }
  }

  Status FoldEpisodes() {
    ASSIGN_OR_RETURN(auto events, database_.Prepare(sql::kEventListOfEpisodes));
    std::optional<Replayed> now;
    for (;;) {
      ASSIGN_OR_RETURN(const auto step, events.Step());
      if (step == sqlite::Step::kDone) break;
      const Event event = ReadEvent(events);
      const bool same = now && now->episode.conversation_id == event.conversation_id &&
                        now->episode.number == event.episode;
      if (now && !same) RETURN_IF_ERROR(Compare(*now));
      if (!same) now.emplace();
      Fold(event, *now);
    }
    return now ? Compare(*now) : Status();
  }

  void Fold(const Event& event, Replayed& now) {
    if (const auto change = deflection::Apply(event, rules_, now.episode)) {
      now.changes.push_back(*change);
    }
    std::optional<Event> vote_before;
    const bool counted_vote = event.kind == EventKind::kVote && event.counted == Counted::kYes;
    const auto before = now.votes.find(event.turn_id);
    if (counted_vote && before != now.votes.end()) vote_before = before->second;
    for (const auto& change : deflection::CountArticles(event, now.episode, vote_before)) {
      articles_[{FormatDate(change.day), change.article}] += change.by;
    }
    if (counted_vote) now.votes.insert_or_assign(event.turn_id, event);
  }

  Status Compare(const Replayed& now) {
    const EpisodeRecord& episode = now.episode;
    const std::string name =
        "episode " + std::to_string(episode.number) + " of " + episode.conversation_id;
    ASSIGN_OR_RETURN(const auto kept,
                     SelectEpisode(database_, episode.conversation_id, episode.number));
    if (!kept) {
      Differ(name + " has events, but is not in the ledger");
      return {};
    }
    if (episode.events < kept->events) return {};  // counted as gone, with those that have none
    ++check_.checked;
    if (*kept != episode) {
      Differ(name + " is kept as " + Describe(*kept) + ", its events say " + Describe(episode));
    }
    return CompareChanges(now, name);
  }

  static std::string Describe(const EpisodeRecord& episode) {
    return std::string(StandingName(episode.standing)) + " " +
           std::string(OutcomeName(episode.outcome)) + " " +
           std::string(ReasonName(episode.reason)) + " after " + std::to_string(episode.events) +
           " events";
  }

  Status CompareChanges(const Replayed& now, const std::string& name) {
    ASSIGN_OR_RETURN(auto select, database_.Lend(sql::kEpisodeChangeList));
    select->Bind(1, now.episode.conversation_id).Bind(2, now.episode.number);
    std::size_t count = 0;
    for (;;) {
      ASSIGN_OR_RETURN(const auto step, select->Step());
      if (step == sqlite::Step::kDone) break;
      const bool same = count < now.changes.size() && IsSame(now.changes[count], *select);
      if (!same) {
        Differ(name + ": its change " + std::to_string(count + 1) + " is not what its events say");
        return {};
      }
      ++count;
    }
    if (count < now.changes.size()) Differ(name + ": a change of its outcome is not kept");
    return {};
  }

  static bool IsSame(const Change& change, const sqlite::Statement& row) {
    return Milliseconds(change.at) == row.Integer(0) && OutcomeName(change.was) == row.Text(1) &&
           OutcomeName(change.became) == row.Text(2) && ReasonName(change.reason) == row.Text(3);
  }

  Status FindThoseWithoutEvents() {
    ASSIGN_OR_RETURN(auto count, database_.Prepare(sql::kEpisodeCount));
    RETURN_IF_ERROR(count.Step());
    check_.gone = count.Integer(0) - check_.checked;
    return {};
  }

  Status CompareArticles() {
    ASSIGN_OR_RETURN(auto rows, database_.Prepare(sql::kArticleDayList));
    for (;;) {
      ASSIGN_OR_RETURN(const auto step, rows.Step());
      if (step == sqlite::Step::kDone) break;
      const auto number = [&](int column) { return static_cast<int>(rows.Integer(column)); };
      const std::pair key{std::string(rows.Text(0)), std::string(rows.Text(1))};
      const deflection::ArticleCounts kept{number(2), number(3), number(4), number(5), number(6)};
      if (!(articles_[key] == kept)) {
        Differ("the counts of article " + key.second + " on " + key.first +
               " are not what the events say");
      }
      articles_.erase(key);
    }
    for (const auto& [key, counts] : articles_) {
      Differ("article " + key.second + " has no counts on " + key.first);
    }
    return {};
  }

  Status CountVisits(VisitDays& visits) {
    ASSIGN_OR_RETURN(auto events, database_.Prepare(sql::kEventListVisits));
    for (;;) {
      ASSIGN_OR_RETURN(const auto step, events.Step());
      if (step == sqlite::Step::kDone) return {};
      const Event visit = ReadEvent(events);
      if (const auto day = deflection::VisitDay(visit)) {
        ++visits[VisitKey(FormatDate(*day), visit.channel, visit.lang, visit.module)];
      }
    }
  }

  Status CompareVisits() {
    VisitDays counted;
    RETURN_IF_ERROR(CountVisits(counted));
    VisitDays kept;
    ASSIGN_OR_RETURN(auto rows, database_.Prepare(sql::kVisitDayList));
    for (;;) {
      ASSIGN_OR_RETURN(const auto step, rows.Step());
      if (step == sqlite::Step::kDone) break;
      kept[VisitKey(rows.Text(0), rows.Text(1), rows.Text(2), rows.Text(3))] = rows.Integer(4);
    }
    if (counted != kept) Differ("the visits are not what the events say");
    return {};
  }

  sqlite::Database& database_;
  const deflection::LedgerRules& rules_;
  LedgerCheck check_;
  ArticleDays articles_;
};

}  // namespace

Result<LedgerCheck> CheckLedger(sqlite::Database& database, const deflection::LedgerRules& rules) {
  return Checker(database, rules).Check();
}

}  // namespace pomocnik::bot
