#include "kb/policy/support_hours.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kTimeZone = "Europe/Ljubljana";
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
// Beyond this a day would fall into another year than its Easter.
constexpr int kFarthestFromEaster = 80;

// "08:00"; 24:00 is the end of the day.
std::optional<std::chrono::minutes> ParseTimeOfDay(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (std::size_t i : {0U, 1U, 3U, 4U}) {
    if (!IsDigit(text[i])) return std::nullopt;
  }
  std::chrono::minutes time{((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 +
                            text[4] - '0'};
  if (text[3] > '5' || time > std::chrono::hours{24}) return std::nullopt;
  return time;
}

// "12-25". 29 February is refused: it would be no day in most years.
std::optional<std::chrono::month_day> ParseMonthDay(const std::string& text) {
  auto date = ParseDate("2023-" + text);
  if (!date) return std::nullopt;
  return std::chrono::month_day{date->month(), date->day()};
}

std::optional<std::chrono::minutes> ReadTime(const yaml::Node& parent, const char* key,
                                             FieldReader& reader) {
  auto node = reader.Required(parent, key);
  if (!node) return std::nullopt;
  auto time = ParseTimeOfDay(node->Scalar());
  if (!time) reader.Fail(node->line(), std::string(key) + ": expected a time like \"08:00\"");
  return time;
}

std::optional<OpeningHours> ReadOpeningHours(const yaml::Node& node, FieldReader& reader) {
  auto opens = ReadTime(node, "opens", reader);
  auto closes = ReadTime(node, "closes", reader);
  if (!opens || !closes) return std::nullopt;
  if (*closes <= *opens) {
    reader.Fail(node.Find("closes")->line(), "closes must be later than opens");
  }
  return OpeningHours{*opens, *closes};
}

// A map from days of the week to hours. A day that is not named is closed.
void ReadWeek(const yaml::Node& hours, SupportHours& result, FieldReader& reader) {
  auto week = reader.Required(hours, "week");
  if (!week) return;
  if (week->Entries().empty()) reader.Fail(week->line(), "week: expected hours a day of the week");
  for (const auto& [day, node] : week->Entries()) {
    auto found = std::find(kWeekdays.begin(), kWeekdays.end(), day);
    if (found == kWeekdays.end()) {
      reader.Fail(node.line(), "week: no day " + day + "; expected monday to sunday");
      continue;
    }
    reader.AllowKeys(node, {"opens", "closes"});
    result.week[static_cast<std::size_t>(found - kWeekdays.begin())] =
        ReadOpeningHours(node, reader);
  }
}

NamedDay::Kind ReadKind(const yaml::Node& node, FieldReader& reader) {
  std::string kind = reader.RequiredText(node, "kind");
  if (kind == "work_free") return NamedDay::Kind::kWorkFree;
  if (kind == "state_holiday") return NamedDay::Kind::kStateHoliday;
  if (kind != "ordinary") {
    reader.Fail(node.line(), "kind: expected work_free, state_holiday or ordinary");
  }
  return NamedDay::Kind::kOrdinary;
}

void ReadPlaceInYear(const yaml::Node& node, NamedDay& day, FieldReader& reader) {
  auto on = node.Find("on");
  auto easter = node.Find("after_easter");
  if (!on == !easter) return reader.Fail(node.line(), "expected either on or after_easter");
  if (on) {
    day.fixed = ParseMonthDay(on->Scalar());
    if (!day.fixed) reader.Fail(on->line(), "on: expected month and day like \"12-25\"");
    return;
  }
  auto days = reader.OptionalNumber(node, "after_easter", -kFarthestFromEaster);
  day.after_easter = days.value_or(0);
  if (day.after_easter > kFarthestFromEaster) {
    reader.Fail(easter->line(), "after_easter: at most " + std::to_string(kFarthestFromEaster));
  }
}

NamedDay ReadNamedDay(const yaml::Node& node, FieldReader& reader) {
  reader.AllowKeys(node, {"kind", "on", "after_easter", "from_year", "to_year", "name", "said"});
  NamedDay day;
  day.kind = ReadKind(node, reader);
  ReadPlaceInYear(node, day, reader);
  day.from_year = reader.OptionalNumber(node, "from_year", 1);
  day.to_year = reader.OptionalNumber(node, "to_year", 1);
  if (day.from_year && day.to_year && *day.to_year < *day.from_year) {
    reader.Fail(node.Find("to_year")->line(), "to_year is before from_year");
  }
  day.name = reader.RequiredLocal(node, "name");
  auto said = node.Find("said");
  if (!said) return day;
  if (said->Items().empty()) reader.Fail(said->line(), "said: expected a list");
  for (const auto& words : said->Items()) {
    if (words.Scalar().empty()) reader.Fail(words.line(), "said: expected words");
    day.said.push_back(words.Scalar());
  }
  return day;
}

// Either `closed: yes` or other hours.
DayException ReadException(const yaml::Node& node, FieldReader& reader) {
  reader.AllowKeys(node, {"date", "closed", "opens", "closes", "text"});
  DayException exception;
  exception.date = reader.RequiredDate(node, "date");
  bool closed = reader.OptionalYes(node, "closed");
  bool has_hours = node.Find("opens") || node.Find("closes");
  if (closed == has_hours) {
    reader.Fail(node.line(), "expected either closed: yes or opens and closes");
  } else if (has_hours) {
    exception.hours = ReadOpeningHours(node, reader);
  }
  exception.text = reader.RequiredLocal(node, "text");
  return exception;
}

void ReadExceptions(const yaml::Node& hours, SupportHours& result, FieldReader& reader) {
  auto list = hours.Find("exceptions");
  if (!list) return;
  if (!list->IsSequence()) reader.Fail(list->line(), "exceptions: expected a list");
  for (const auto& node : list->Items()) {
    auto exception = ReadException(node, reader);
    auto place = std::lower_bound(
        result.exceptions.begin(), result.exceptions.end(), exception.date,
        [](const DayException& other, const Date& date) { return other.date < date; });
    if (place != result.exceptions.end() && place->date == exception.date) {
      reader.Fail(node.line(), "the date " + FormatDate(exception.date) + " repeats");
    }
    result.exceptions.insert(place, std::move(exception));
  }
}

}  // namespace

SupportHours ReadSupportHours(const yaml::Node& document, FieldReader& reader) {
  SupportHours result;
  auto hours = reader.Required(document, "hours");
  if (!hours) return result;
  reader.AllowKeys(*hours, {"time_zone", "week", "days", "exceptions"});
  result.time_zone = reader.RequiredText(*hours, "time_zone");
  if (!result.time_zone.empty() && result.time_zone != kTimeZone) {
    reader.Fail(hours->Find("time_zone")->line(), "time_zone: only " + std::string(kTimeZone));
  }
  ReadWeek(*hours, result, reader);
  for (const auto& node : reader.RequiredItems(*hours, "days")) {
    result.days.push_back(ReadNamedDay(node, reader));
  }
  ReadExceptions(*hours, result, reader);
  return result;
}

}  // namespace pomocnik::kb
