#include "bot/eligibility/working_time.h"

#include <algorithm>

#include "bot/eligibility/named_days.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

// How far ahead an opening is looked for.
constexpr std::chrono::days kHorizon{366};

// The day's name; one that is work-free goes before others.
const kb::NamedDay* NameOf(const kb::SupportHours& hours, Date date) {
  const kb::NamedDay* name = nullptr;
  for (const kb::NamedDay& day : hours.days) {
    if (DateIn(date.year(), day) != date) continue;
    if (day.kind == kb::NamedDay::Kind::kWorkFree) return &day;
    if (!name) name = &day;
  }
  return name;
}

const kb::DayException* ExceptionOn(const kb::SupportHours& hours, Date date) {
  auto found = std::find_if(hours.exceptions.begin(), hours.exceptions.end(),
                            [&](const kb::DayException& other) { return other.date == date; });
  return found == hours.exceptions.end() ? nullptr : &*found;
}

// When the day's hours begin, as an instant; absent on a day without hours.
std::optional<Instant> OpeningOn(const kb::SupportHours& hours, Date date) {
  auto open = DescribeDay(hours, date).hours;
  return open ? std::optional(index::FromLocalTime(date, open->opens)) : std::nullopt;
}

}  // namespace

WorkDay DescribeDay(const kb::SupportHours& hours, Date date) {
  const unsigned weekday = std::chrono::weekday{std::chrono::sys_days{date}}.iso_encoding();
  WorkDay day;
  day.date = date;
  day.name = NameOf(hours, date);
  day.exception = ExceptionOn(hours, date);
  const auto& usual = hours.week[weekday - 1];
  if (day.exception) {
    day.hours = day.exception->hours;
    day.kind = day.hours ? WorkDay::Kind::kWorking : WorkDay::Kind::kClosed;
  } else if (day.name && day.name->kind == kb::NamedDay::Kind::kWorkFree) {
    day.kind = WorkDay::Kind::kWorkFree;
  } else {
    day.hours = usual;
    day.kind = usual ? WorkDay::Kind::kWorking : WorkDay::Kind::kWeekend;
  }
  return day;
}

Support SupportAt(const kb::SupportHours& hours, Instant instant) {
  auto now = index::ToLocalTime(instant);
  auto open = DescribeDay(hours, now.day).hours;
  bool within = open && open->opens <= now.since_midnight && now.since_midnight < open->closes;
  return within ? Support::kOpen : Support::kClosed;
}

std::optional<Instant> NextOpening(const kb::SupportHours& hours, Instant instant) {
  const std::chrono::sys_days today{index::LocalDay(instant)};
  for (auto day = today; day <= today + kHorizon; day += std::chrono::days{1}) {
    auto opening = OpeningOn(hours, Date{day});
    if (opening && *opening > instant) return opening;
  }
  return std::nullopt;
}

}  // namespace pomocnik::bot
