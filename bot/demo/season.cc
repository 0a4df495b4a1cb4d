#include "bot/demo/season.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "bot/eligibility/working_time.h"

namespace pomocnik::bot::demo {
namespace {

using Kind = WorkDay::Kind;

constexpr std::array<double, 7> kByWeekday = {0.07, 1.25, 1.12, 1.05, 1.0, 0.8, 0.12};  // Sunday on
constexpr std::array<double, 12> kByMonth = {1.35, 1.05, 1.25, 1.0,  0.95, 0.95,
                                             0.72, 0.55, 1.0,  1.05, 1.05, 1.1};
constexpr double kOnHolidays = 0.06;
constexpr double kAroundNewYear = 0.5;  // 24 December to 2 January
constexpr double kNoise = 0.12;
constexpr double kGrowth = 1.0 / 3;

constexpr std::array<double, 24> kHoursOfWork = {0.1, 0.05, 0,  0,   0,   0.2, 1.5, 6,
                                                 11,  13,   13, 11,  9,   10,  9,   5,
                                                 2,   1.2,  1,  1.1, 1.2, 0.8, 0.4, 0.2};
constexpr std::array<double, 24> kHoursOfRest = {0.2, 0.1, 0, 0, 0, 0, 0.3, 0.8, 2, 3, 3, 3,
                                                 2,   2,   2, 2, 2, 2, 2,   2.5, 3, 2, 1, 0.4};

unsigned DayOf(Date day) { return static_cast<unsigned>(day.day()); }
unsigned MonthOf(Date day) { return static_cast<unsigned>(day.month()); }

unsigned DaysLeftInMonth(Date day) {
  const Date last = Date(day.year() / day.month() / std::chrono::last);
  return DayOf(last) - DayOf(day);
}

bool IsAroundNewYear(Date day) {
  return (MonthOf(day) == 12 && DayOf(day) >= 24) || (MonthOf(day) == 1 && DayOf(day) <= 2);
}

// Days of some months in which a module is in demand.
struct Rush {
  std::string_view module;
  unsigned first_month;
  unsigned last_month;
  unsigned first_day;
  unsigned last_day;
  double factor;
};

constexpr Rush kRushes[] = {
    {"Davek na dodano vrednost", 1, 12, 22, 31, 2.4},
    {"Davek na dodano vrednost", 1, 12, 18, 21, 1.4},
    {"Obračun plač", 1, 12, 4, 15, 2.0},
    {"Drugi osebni prejemki", 1, 1, 5, 31, 2.6},
    {"Dvostavno knjigovodstvo", 1, 3, 1, 31, 1.7},
    {"Osnovna sredstva", 1, 3, 1, 31, 2.1},
    {"Osnovna sredstva", 12, 12, 15, 31, 1.6},
    {"Materialno skladiščno poslovanje", 12, 12, 15, 31, 2.2},
    {"Materialno skladiščno poslovanje", 1, 1, 1, 20, 2.0},
    {"Kadrovska evidenca", 1, 3, 1, 31, 1.5},
    {"Potni nalogi", 1, 12, 25, 31, 1.8},
    {"mojINFO", 5, 7, 1, 31, 1.6},
    {"Obračun storitev", 8, 9, 20, 30, 2.3},
    {"Prejeti računi", 1, 12, 1, 8, 1.4},
    {"Spremljanje plačil računov", 1, 12, 10, 20, 1.3},
};

bool IsIn(const Rush& rush, Date day) {
  return MonthOf(day) >= rush.first_month && MonthOf(day) <= rush.last_month &&
         DayOf(day) >= rush.first_day && DayOf(day) <= rush.last_day;
}

}  // namespace

double BusynessOf(Date day, const kb::SupportHours& hours) {
  const std::chrono::weekday weekday{std::chrono::sys_days(day)};
  double busyness = kByWeekday[weekday.c_encoding()] * kByMonth[MonthOf(day) - 1];
  if (DescribeDay(hours, day).kind == Kind::kWorkFree) busyness *= kOnHolidays;
  if (IsAroundNewYear(day)) busyness *= kAroundNewYear;
  constexpr double kMonthEnd = 1.15;
  return DaysLeftInMonth(day) < 4 ? busyness * kMonthEnd : busyness;
}

double SeasonOf(std::string_view module, Date day) {
  double season = 1;
  for (const Rush& rush : kRushes) {
    if (rush.module == module && IsIn(rush, day)) season *= rush.factor;
  }
  return season;
}

std::chrono::seconds TimeOfDay(Date day, const kb::SupportHours& hours, Dice& dice) {
  const bool work = DescribeDay(hours, day).kind == Kind::kWorking;
  const auto hour = static_cast<int>(dice.Pick(work ? kHoursOfWork : kHoursOfRest));
  return std::chrono::hours(hour) + std::chrono::seconds(dice.Between(0, 3599));
}

std::vector<int> SpreadOver(const deflection::Period& period, int episodes,
                            const kb::SupportHours& hours, Dice& dice) {
  const int days = deflection::DaysIn(period);
  std::vector<double> weights;
  for (Date day = period.from; day <= period.to; day = deflection::DayAfter(day)) {
    const double grown = 1 + kGrowth * static_cast<double>(weights.size()) / days;
    const double noise = 1 + kNoise * (2 * dice.Share() - 1);
    weights.push_back(BusynessOf(day, hours) * grown * noise);
  }
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  // What is rounded away on one day is there on the next.
  std::vector<int> spread;
  double sum = 0;
  int given = 0;
  for (const double weight : weights) {
    sum += weight;
    const int due = static_cast<int>(std::lround(episodes * sum / total));
    spread.push_back(due - given);
    given = due;
  }
  return spread;
}

}  // namespace pomocnik::bot::demo
