// A year of traffic, day by day: conversations, visits without one, and presses of F1.
#pragma once

#include <cstdint>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/deflection/period.h"
#include "bot/demo/answer_book.h"
#include "bot/demo/dice.h"
#include "bot/demo/question_pool.h"
#include "bot/demo/story.h"
#include "bot/press_store.h"
#include "kb/policy/support_hours.h"

namespace pomocnik::bot::demo {

struct TrafficPlan {
  deflection::Period period;
  int episodes = 0;
  std::uint64_t seed = 1;
};

struct DayOfTraffic {
  Date day;
  std::vector<Story> stories;
  std::vector<deflection::Event> visits;  // one before each story, and those that asked nothing
  std::vector<deflection::Event> f1;
  std::vector<PressRecord> presses;  // the same as f1, as they are counted
};

// The same plan on the same knowledge gives the same traffic. Not thread-safe; book and hours must outlive it.
class Traffic {
 public:
  Traffic(const TrafficPlan& plan, const std::vector<kb::Article>& articles, AnswerBook& book,
          const kb::SupportHours& hours);

  int days() const { return static_cast<int>(episodes_.size()); }

  // REQUIRES: fewer than days() calls so far. Errors are those of Searcher.
  Result<DayOfTraffic> NextDay();

 private:
  Instant SomeTime();
  void AddVisits(DayOfTraffic& traffic);
  void AddPresses(DayOfTraffic& traffic);

  const kb::SupportHours& hours_;
  Dice dice_;
  QuestionPool pool_;
  Storyteller storyteller_;
  std::vector<int> episodes_;  // of each day
  Date day_;                   // the next
  std::size_t done_ = 0;
};

}  // namespace pomocnik::bot::demo
