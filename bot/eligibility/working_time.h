// When people of the vendor answer: on which days, and whether now.
#pragma once

#include <optional>

#include "base/clock.h"
#include "kb/policy/support_hours.h"

namespace pomocnik::bot {

// What kind of day a date is. Points into the hours, which must outlive it.
struct WorkDay {
  enum class Kind {
    kWorking,
    kWeekend,   // or another day of the week on which nobody works
    kWorkFree,  // by law
    kClosed,    // by an exception
  };

  Date date;
  Kind kind = Kind::kWorking;
  std::optional<kb::OpeningHours> hours;  // absent unless kWorking
  // What the day is called; of several the one that is work-free. May be set with any kind: 23 November
  // is a state holiday and a working day.
  const kb::NamedDay* name = nullptr;
  const kb::DayException* exception = nullptr;  // why it is not as usual
};

// REQUIRES: date.ok().
WorkDay DescribeDay(const kb::SupportHours& hours, Date date);

enum class Support { kClosed, kOpen };

// Whether somebody answers at that moment, by the clock in Slovenia. Thread-safe.
Support SupportAt(const kb::SupportHours& hours, Instant instant);

// The first opening after the moment, one that is just then not counted: within hours it is that of the
// next working day. Absent when nothing opens for a year. Thread-safe.
std::optional<Instant> NextOpening(const kb::SupportHours& hours, Instant instant);

}  // namespace pomocnik::bot
