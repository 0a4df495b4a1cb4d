#include "bot/deflection/period.h"

#include <chrono>

namespace pomocnik::bot::deflection {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

}  // namespace

int DaysIn(const Period& period) {
  return static_cast<int>((sys_days(period.to) - sys_days(period.from)).count()) + 1;
}

Period PreviousOf(const Period& period) {
  const days length(DaysIn(period));
  return {Date(sys_days(period.from) - length), Date(sys_days(period.from) - days(1))};
}

Period LastFullDays(Date today, int count) {
  return {Date(sys_days(today) - days(count)), Date(sys_days(today) - days(1))};
}

Date MondayOf(Date day) {
  const std::chrono::weekday weekday{sys_days(day)};
  return Date(sys_days(day) - (weekday - std::chrono::Monday));
}

Date DayAfter(Date day) { return Date(sys_days(day) + days(1)); }

}  // namespace pomocnik::bot::deflection
