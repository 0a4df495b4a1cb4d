// When people of the vendor answer: the part `hours` of policy.yaml.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "kb/phrases/local_text.h"
#include "kb/policy/field_reader.h"

namespace pomocnik::kb {

// From the first minute to before the last one; since midnight on the wall clock.
struct OpeningHours {
  std::chrono::minutes opens{0};
  std::chrono::minutes closes{0};  // later than opens, at most 24 hours
  bool operator==(const OpeningHours&) const = default;
};

// A day of the year that has a name. On which date it falls is told by bot/eligibility/named_days.h.
struct NamedDay {
  enum class Kind {
    kWorkFree,      // by law nobody works
    kStateHoliday,  // a state holiday on which people work
    kOrdinary,      // people call it by a name, and that is all
  };

  Kind kind = Kind::kOrdinary;
  std::optional<std::chrono::month_day> fixed;  // the same date each year, or else:
  int after_easter = 0;                         // days after Easter Sunday; negative before it
  std::optional<int> from_year;                 // first and last year it is so
  std::optional<int> to_year;
  LocalText name;
  // Further ways to say it, in any of our languages; words in any form, "=dela" in that form only.
  std::vector<std::string> said;
};

// What holds on one date only, whatever day it is.
struct DayException {
  Date date;
  std::optional<OpeningHours> hours;  // absent: closed all day
  LocalText text;                     // why, as shown
};

struct SupportHours {
  std::string time_zone;                            // "Europe/Ljubljana"
  std::array<std::optional<OpeningHours>, 7> week;  // Monday first; absent: closed
  std::vector<NamedDay> days;
  std::vector<DayException> exceptions;  // by date, each date once
};

// Reads `hours`. What is wrong is told by the reader.
SupportHours ReadSupportHours(const yaml::Node& document, FieldReader& reader);

}  // namespace pomocnik::kb
