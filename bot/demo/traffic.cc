#include "bot/demo/traffic.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "bot/demo/season.h"
#include "index/text/local_day.h"

namespace pomocnik::bot::demo {
namespace {

using deflection::Event;
using deflection::EventKind;

constexpr double kVisitsWithoutQuestion = 0.9;  // against those with one
constexpr double kPressesPerStory = 0.8;
constexpr std::chrono::minutes kMidnight{0};

// Screens that programs send and no topic is listed for yet.
struct MissedPlace {
  std::string_view screen;
  std::string_view match;
  std::string_view module;
  double weight;
};
constexpr MissedPlace kMissed[] = {
    {"BLA.PosTerminali", "module", "Blagajna", 9},
    {"PLA.DeloOdDoma", "module", "Obračun plač", 7},
    {"DK.BrutoBilanca", "module", "Dvostavno knjigovodstvo", 6},
    {"FAK.SpletnaTrgovina", "module", "Fakturiranje", 6},
    {"PRAC.Likvidacija.Seznam", "parent", "Prejeti računi", 4},
    {"OSD.Najemi", "module", "Osnovna sredstva", 3},
    {"SYS.Posodobitve", "none", "", 2},
};
constexpr double kMisses = 0.18;

}  // namespace

Traffic::Traffic(const TrafficPlan& plan, const std::vector<kb::Article>& articles,
                 AnswerBook& book, const kb::SupportHours& hours)
    : hours_(hours),
      dice_(plan.seed),
      pool_(QuestionPool::Make(articles, dice_)),
      storyteller_(pool_, book, dice_,
                   index::FromLocalTime(deflection::DayAfter(plan.period.to), kMidnight)),
      episodes_(SpreadOver(plan.period, plan.episodes, hours, dice_)),
      day_(plan.period.from) {}

Result<DayOfTraffic> Traffic::NextDay() {
  DayOfTraffic traffic;
  traffic.day = day_;
  storyteller_.SetDay(day_);
  for (int left = episodes_[done_]; left > 0;) {
    ASSIGN_OR_RETURN(Story story, storyteller_.Tell(SomeTime(), left));
    left -= story.episodes;
    traffic.stories.push_back(std::move(story));
  }
  AddVisits(traffic);
  AddPresses(traffic);
  day_ = deflection::DayAfter(day_);
  ++done_;
  return traffic;
}

Instant Traffic::SomeTime() {
  const auto since_midnight = TimeOfDay(day_, hours_, dice_);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(since_midnight);
  return index::FromLocalTime(day_, minutes) + (since_midnight - minutes);
}

void Traffic::AddVisits(DayOfTraffic& traffic) {
  for (const Story& story : traffic.stories) {
    const Event& first = story.events.front();
    Event visit;
    visit.kind = EventKind::kVisit;
    visit.channel = story.channel;
    visit.lang = first.lang;
    visit.app = first.app;
    visit.screen = first.screen;
    visit.module = first.module;
    visit.at = story.began - std::chrono::seconds(dice_.Between(5, 90));
    // Midnight stays between the days.
    if (index::LocalDay(visit.at) != traffic.day) visit.at = story.began;
    traffic.visits.push_back(visit);
    if (!dice_.Chance(kVisitsWithoutQuestion)) continue;
    visit.at = SomeTime();
    traffic.visits.push_back(std::move(visit));
  }
}

void Traffic::AddPresses(DayOfTraffic& traffic) {
  std::vector<double> missed;
  for (const MissedPlace& place : kMissed) missed.push_back(place.weight);
  const auto count =
      static_cast<int>(kPressesPerStory * static_cast<double>(traffic.stories.size()));
  for (int i = 0; i < count; ++i) {
    Event press;
    press.at = SomeTime();
    press.channel = "f1";
    press.app = "icenter";
    const Matter& matter = dice_.Of(pool_.matters);
    const bool misses = matter.screen.empty() || dice_.Chance(kMisses);
    const MissedPlace& place = kMissed[dice_.Pick(missed)];
    press.kind = misses ? EventKind::kF1Missed : EventKind::kF1Opened;
    press.screen = misses ? std::string(place.screen) : matter.screen;
    press.module = misses ? std::string(place.module) : matter.module;
    press.article = misses ? "" : matter.article;
    press.detail = misses ? place.match : "screen";
    traffic.presses.push_back(
        {.day = FormatDate(traffic.day),
         .app = press.app,
         .screen = press.screen,
         .match = press.detail,
         .name = misses ? PressRecord::Name::kAsSent : PressRecord::Name::kListed});
    traffic.f1.push_back(std::move(press));
  }
}

}  // namespace pomocnik::bot::demo
