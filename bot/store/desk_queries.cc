#include "bot/store/desk_queries.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "bot/store/sql.h"

namespace pomocnik::bot {
namespace {

// How often a question was answered by an article, and the newest turn with it.
struct Asked {
  std::int64_t times = 0;
  std::int64_t newest = 0;
};
using AskedOfArticle = std::unordered_map<std::string, Asked>;  // by the question

Result<std::map<std::string, AskedOfArticle>> CountQuestions(sqlite::Database& database,
                                                             const TimeSpan& span) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kTurnListAnswered));
  select.Bind(1, Milliseconds(span.from)).Bind(2, Milliseconds(span.before));
  std::map<std::string, AskedOfArticle> counts;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return counts;
    Asked& asked = counts[std::string(select.Text(1))][std::string(select.Text(2))];
    ++asked.times;
    asked.newest = select.Integer(0);
  }
}

// The numbers of turns with the questions that are asked most.
std::vector<std::int64_t> MostAsked(const AskedOfArticle& questions, std::size_t limit) {
  std::vector<Asked> ranked;
  for (const auto& [question, asked] : questions) ranked.push_back(asked);
  const std::size_t size = std::min(limit, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(size),
                    ranked.end(), [](const Asked& left, const Asked& right) {
                      return std::pair(right.times, right.newest) <
                             std::pair(left.times, left.newest);
                    });
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < size; ++i) numbers.push_back(ranked[i].newest);
  return numbers;
}

}  // namespace

Result<std::vector<UnansweredTurn>> SelectUnanswered(sqlite::Database& database,
                                                     const TimeSpan& span, int limit) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kTurnListUnanswered));
  select.Bind(1, Milliseconds(span.from)).Bind(2, Milliseconds(span.before)).Bind(3, limit);
  std::vector<UnansweredTurn> turns;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) break;
    UnansweredTurn& turn = turns.emplace_back();
    turn.conversation_id = select.Text(1);
    turn.episode = static_cast<int>(select.Integer(2));
    turn.at = ToInstant(select.Integer(3));
    turn.lang = select.Text(4);
    turn.question = select.Text(5);
    turn.decision = select.Text(6);
    turn.module = select.Text(7);
    turn.candidates = select.Text(8);
    turn.article = select.Text(9);
    turn.index_version = select.Text(10);
    if (select.Integer(11) == 1) turn.vote = UnansweredTurn::Vote::kUnhelpful;
    turn.requests = static_cast<int>(select.Integer(12));
    turn.drafts = static_cast<int>(select.Integer(13));
  }
  std::reverse(turns.begin(), turns.end());
  return turns;
}

Result<std::vector<GapMark>> SelectGapMarks(sqlite::Database& database) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kGapStateList));
  std::vector<GapMark> marks;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return marks;
    marks.push_back({.id = std::string(select.Text(0)),
                     .state = std::string(select.Text(1)),
                     .at = ToInstant(select.Integer(2)),
                     .who = std::string(select.Text(3))});
  }
}

Status UpsertGapMark(sqlite::Database& database, const GapMark& mark) {
  ASSIGN_OR_RETURN(auto upsert, database.Prepare(sql::kGapStateUpsert));
  upsert.Bind(1, mark.id).Bind(2, mark.state).Bind(3, Milliseconds(mark.at)).Bind(4, mark.who);
  return upsert.Run();
}

Result<std::map<std::string, ArticleCounts>> SelectArticleCounts(sqlite::Database& database,
                                                                 const deflection::Period& period) {
  ASSIGN_OR_RETURN(auto select, database.Prepare(sql::kArticleDaySum));
  select.Bind(1, FormatDate(period.from)).Bind(2, FormatDate(period.to));
  std::map<std::string, ArticleCounts> counts;
  for (;;) {
    ASSIGN_OR_RETURN(const auto step, select.Step());
    if (step == sqlite::Step::kDone) return counts;
    counts[std::string(select.Text(0))] = {.shown = select.Integer(1),
                                           .opened = select.Integer(2),
                                           .helpful = select.Integer(3),
                                           .unhelpful = select.Integer(4),
                                           .requests = select.Integer(5)};
  }
}

Result<std::map<std::string, std::vector<std::string>>> SelectTopQuestions(
    sqlite::Database& database, const TimeSpan& span, std::size_t limit) {
  ASSIGN_OR_RETURN(const auto counts, CountQuestions(database, span));
  ASSIGN_OR_RETURN(auto find, database.Prepare(sql::kTurnFindQuestion));
  std::map<std::string, std::vector<std::string>> top;
  for (const auto& [article, questions] : counts) {
    for (const std::int64_t number : MostAsked(questions, limit)) {
      ASSIGN_OR_RETURN(const auto step, find.Bind(1, number).Step());
      if (step == sqlite::Step::kRow) top[article].emplace_back(find.Text(0));
      find.Reset();
    }
  }
  return top;
}

}  // namespace pomocnik::bot
