#include "bot/gap_finder.h"

#include <unordered_map>

#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

using deflection::AnswerNow;
using deflection::Gap;
using deflection::GapDecision;
using deflection::GapQuestion;
using deflection::GapState;

constexpr std::size_t kMaxKeptAnswers = 5'000;

std::vector<GapQuestion> ToQuestions(const std::vector<UnansweredTurn>& turns,
                                     const index::Searcher& searcher) {
  std::vector<std::string> texts;
  texts.reserve(turns.size());
  for (const UnansweredTurn& turn : turns) texts.push_back(turn.question);
  const auto read = searcher.ReadWords(texts);
  std::vector<GapQuestion> questions;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const UnansweredTurn& turn = turns[i];
    GapQuestion& question = questions.emplace_back();
    question.conversation = turn.conversation_id;
    question.episode = turn.episode;
    question.at = turn.at;
    question.day = index::LocalDay(turn.at);
    question.lang = turn.lang;
    question.text = turn.question;
    question.decision = turn.decision;
    question.module = turn.module;
    question.candidate = turn.candidates.substr(0, turn.candidates.find(','));
    if (turn.vote == UnansweredTurn::Vote::kUnhelpful) question.voted_down = turn.article;
    question.index_version = turn.index_version;
    question.requests = turn.requests;
    question.drafts = turn.drafts;
    for (const index::QueryTerm& term : read[i]) {
      question.words.push_back({term.word, term.lemma, term.idf});
    }
  }
  return questions;
}

std::vector<GapDecision> ToDecisions(const std::vector<GapMark>& marks) {
  std::vector<GapDecision> decisions;
  for (const GapMark& mark : marks) {
    const bool open = mark.state == deflection::GapStateName(GapState::kOpen);
    decisions.push_back({mark.id, open ? GapState::kOpen : GapState::kOutOfScope});
  }
  return decisions;
}

std::unordered_map<std::string, index::ArticleInfo> ArticlesById(const index::Searcher& searcher) {
  std::unordered_map<std::string, index::ArticleInfo> articles;
  for (auto& listed : searcher.ListAll()) {
    std::string id = listed.article.id;
    articles.emplace(std::move(id), std::move(listed.article));
  }
  return articles;
}

}  // namespace

Result<GapList> GapFinder::Find(const deflection::Period& period, const TimeSpan& span,
                                const Knowledge& knowledge) {
  ASSIGN_OR_RETURN(const auto turns, store_.ListUnanswered(span, kMaxGapQuestions));
  ASSIGN_OR_RETURN(const auto marks, store_.ListGapMarks());
  const auto decisions = ToDecisions(marks);
  const auto articles = ArticlesById(*knowledge.searcher);
  GapList list;
  list.questions = ToQuestions(turns, *knowledge.searcher);
  for (Gap& gap : deflection::FindGaps(list.questions, period)) {
    if (list.gaps.size() == kMaxListedGaps) break;
    ListedGap& listed = list.gaps.emplace_back();
    listed.state = deflection::DecidedState(gap, decisions);
    if (listed.state == GapState::kOpen) {
      const auto answered = deflection::IsAnsweredNow(
          gap, list.questions,
          [&](const GapQuestion& question) { return AskNow(question, knowledge); });
      if (answered == deflection::Answered::kYes) listed.state = GapState::kAnswered;
    }
    const auto nearest = articles.find(gap.nearest);
    if (nearest != articles.end()) listed.nearest = nearest->second;
    listed.gap = std::move(gap);
  }
  return list;
}

std::optional<AnswerNow> GapFinder::AskNow(const GapQuestion& question,
                                           const Knowledge& knowledge) {
  const std::string version(knowledge.searcher->version());
  const std::pair key(question.text, question.module);
  {
    std::lock_guard lock(mutex_);
    if (asked_version_ != version || asked_.size() > kMaxKeptAnswers) asked_.clear();
    asked_version_ = version;
    if (const auto known = asked_.find(key); known != asked_.end()) return known->second;
  }
  Question asked;
  asked.text = question.text;
  asked.lang = question.lang;
  asked.context.module = question.module;
  const auto answer = answerer_.Reply(asked, knowledge);
  // What cannot be asked now is asked again the next time.
  if (!answer) return std::nullopt;
  std::optional<AnswerNow> now;
  if (answer->reply.decision == Decision::kAnswer && !answer->reply.citations.empty()) {
    const index::ArticleInfo& article = answer->reply.citations.front().article;
    now = AnswerNow{article.id, article.updated, version};
  }
  std::lock_guard lock(mutex_);
  if (asked_version_ == version) asked_.emplace(key, now);
  return now;
}

}  // namespace pomocnik::bot
