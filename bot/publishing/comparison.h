// A candidate beside the version in service: which articles differ, and which questions it answers better or worse. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bot/dialogue/reply.h"
#include "bot/eval/question_set.h"
#include "bot/eval/scores.h"
#include "index/search.h"

namespace pomocnik::bot::publishing {

struct ArticleRef {
  std::string id;  // empty: none
  std::string title;
  bool operator==(const ArticleRef&) const = default;
};

struct ArticleChanges {
  std::vector<ArticleRef> added;
  std::vector<ArticleRef> changed;  // titles as they are now
  std::vector<ArticleRef> removed;
  bool operator==(const ArticleChanges&) const = default;
};

// REQUIRES: both by id.
ArticleChanges CompareArticles(const std::vector<index::ArticleDigest>& before,
                               const std::vector<index::ArticleDigest>& after);

// How well a question of the set is served. Without an article of its own the best is that none is shown.
enum class Grade {
  kMissed,
  kOffered,   // the right article is among the choices; of none: choices are shown
  kAnswered,  // it is the answer
};
std::string_view GradeName(Grade grade);  // "missed", "offered", "answered"

Grade GradeOf(const eval::SetQuestion& question, const eval::Outcome& outcome);

// What a visitor would get.
struct Shown {
  Decision decision = Decision::kAbstain;
  ArticleRef article;  // that is answered with, or offered first; none with other decisions
  Grade grade = Grade::kMissed;
  bool operator==(const Shown&) const = default;
};

struct QuestionChange {
  std::string id;
  std::string text;
  ArticleRef expected;
  Shown was;
  Shown now;
  bool operator==(const QuestionChange&) const = default;
};

struct QuestionChanges {
  std::vector<QuestionChange> won;   // of a better grade than before
  std::vector<QuestionChange> lost;  // of a worse one
  bool operator==(const QuestionChanges&) const = default;
};

using Titles = std::map<std::string, std::string, std::less<>>;  // by the article's id

// In the order of the set. A question without an outcome was missed.
QuestionChanges CompareQuestions(const std::vector<eval::SetQuestion>& questions,
                                 const eval::Outcomes& before, const eval::Outcomes& after,
                                 const Titles& titles);

}  // namespace pomocnik::bot::publishing
