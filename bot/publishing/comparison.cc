#include "bot/publishing/comparison.h"

#include <array>
#include <utility>

namespace pomocnik::bot::publishing {
namespace {

constexpr std::size_t kChoicesShown = 3;

bool ShowsArticles(const eval::Outcome& outcome) {
  return outcome.decision == Decision::kAnswer || outcome.decision == Decision::kChoices;
}

ArticleRef RefOf(const std::string& id, const Titles& titles) {
  const auto title = titles.find(id);
  return {id, title == titles.end() ? std::string() : title->second};
}

Shown ShownBy(const eval::SetQuestion& question, const eval::Outcomes& outcomes,
              const Titles& titles) {
  const auto found = outcomes.find(question.id);
  if (found == outcomes.end()) return {};
  const eval::Outcome& outcome = found->second;
  Shown shown;
  shown.decision = outcome.decision;
  shown.grade = GradeOf(question, outcome);
  if (ShowsArticles(outcome) && !outcome.articles.empty()) {
    shown.article = RefOf(outcome.articles.front(), titles);
  }
  return shown;
}

}  // namespace

ArticleChanges CompareArticles(const std::vector<index::ArticleDigest>& before,
                               const std::vector<index::ArticleDigest>& after) {
  ArticleChanges changes;
  auto was = before.begin();
  for (const index::ArticleDigest& now : after) {
    for (; was != before.end() && was->id < now.id; ++was) {
      changes.removed.push_back({was->id, was->title});
    }
    if (was == before.end() || was->id != now.id) {
      changes.added.push_back({now.id, now.title});
      continue;
    }
    if (was->digest != now.digest) changes.changed.push_back({now.id, now.title});
    ++was;
  }
  for (; was != before.end(); ++was) changes.removed.push_back({was->id, was->title});
  return changes;
}

std::string_view GradeName(Grade grade) {
  constexpr std::array<std::string_view, 3> kNames = {"missed", "offered", "answered"};
  return kNames[static_cast<std::size_t>(grade)];
}

Grade GradeOf(const eval::SetQuestion& question, const eval::Outcome& outcome) {
  const bool answers = outcome.decision == Decision::kAnswer;
  if (question.article.empty()) {
    if (!ShowsArticles(outcome)) return Grade::kAnswered;
    return answers ? Grade::kMissed : Grade::kOffered;
  }
  const std::size_t rank = eval::RankOf(question.article, outcome);
  if (answers && rank == 1) return Grade::kAnswered;
  const bool offered = outcome.decision == Decision::kChoices && rank >= 1 && rank <= kChoicesShown;
  return offered ? Grade::kOffered : Grade::kMissed;
}

QuestionChanges CompareQuestions(const std::vector<eval::SetQuestion>& questions,
                                 const eval::Outcomes& before, const eval::Outcomes& after,
                                 const Titles& titles) {
  QuestionChanges changes;
  for (const eval::SetQuestion& question : questions) {
    const Shown was = ShownBy(question, before, titles);
    const Shown now = ShownBy(question, after, titles);
    if (was.grade == now.grade) continue;
    auto& list = was.grade < now.grade ? changes.won : changes.lost;
    const ArticleRef expected =
        question.article.empty() ? ArticleRef() : RefOf(question.article, titles);
    list.push_back({question.id, question.text, expected, was, now});
  }
  return changes;
}

}  // namespace pomocnik::bot::publishing
