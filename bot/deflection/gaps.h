// Which matters are asked for and not answered: questions on one matter, brought together by their words. Pure.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "bot/deflection/period.h"

namespace pomocnik::bot::deflection {

// A content word of a question.
struct GapWord {
  std::string word;   // as typed
  std::string lemma;  // its class: the same for every form of it, with or without č, š and ž
  double idf = 0;     // how much it tells
};

// A question that was not answered, or whose answer was of no use.
struct GapQuestion {
  std::string conversation;
  int episode = 1;
  Instant at;
  Date day{};  // in Slovenia
  std::string lang;
  std::string text;  // redacted
  std::string decision;
  std::string module;         // that was asked from; empty: not known
  std::string candidate;      // id of the article that came nearest; empty: none
  std::string voted_down;     // id of the article that was of no use; empty: nothing was found
  std::string index_version;  // that was asked
  int requests = 0;           // filed in its episode
  int drafts = 0;             // 1: one was drafted in its episode
  std::vector<GapWord> words;
};

struct WeekCount {
  Date monday;
  int count = 0;
  bool operator==(const WeekCount&) const = default;
};

// Questions on one matter. Elements of `questions` and `typical` are indices into what FindGaps was given.
struct Gap {
  std::string id;  // the classes of its words: "avans.storno"
  std::vector<std::string>
      terms;  // its words as they are mostly typed, those first that tell the most
  std::vector<std::size_t> questions;  // newest first
  std::vector<std::size_t>
      typical;  // one for each of its commonest wordings, the most typical first; at most three
  std::size_t episodes = 0;
  std::size_t conversations = 0;
  int requests = 0;
  int drafts = 0;                // episodes with a draft
  std::string module;            // most of its questions'; empty: none is known
  std::string nearest;           // the article that came nearest most often; empty: none
  std::vector<WeekCount> trend;  // every week of the period
};

// The gaps, the largest first. Depends on what was asked only, not on its order. Questions without a content word are
// in none. 20,000 questions take less than a second.
std::vector<Gap> FindGaps(const std::vector<GapQuestion>& questions, const Period& period);

// The question that stands for the gap, as it is typed most often. REQUIRES: a gap of these questions.
const std::string& TitleOf(const Gap& gap, const std::vector<GapQuestion>& questions);

enum class GapState { kOpen, kOutOfScope, kAnswered };
std::string_view GapStateName(GapState state);  // "open", "out_of_scope", "answered"

// What was decided on a gap by its id.
struct GapDecision {
  std::string id;
  GapState state = GapState::kOpen;  // kOpen or kOutOfScope
};

// What was decided on it, or on one that has mostly the same words: a gap keeps its state while its questions come and
// go. kOpen when there is no decision.
GapState DecidedState(const Gap& gap, const std::vector<GapDecision>& decisions);

// What the index that is served answers a question with.
struct AnswerNow {
  std::string article;
  std::optional<Date> updated;
  std::string index_version;
};
using AskNow = std::function<std::optional<AnswerNow>(const GapQuestion&)>;  // absent: no answer

// Whether most of what is typically asked is answered now. An article that was of no use counts again once it was
// changed, on the day of the vote or later, and another version than that of the vote is served.
enum class Answered { kNo, kYes };
Answered IsAnsweredNow(const Gap& gap, const std::vector<GapQuestion>& questions,
                       const AskNow& ask);

}  // namespace pomocnik::bot::deflection
