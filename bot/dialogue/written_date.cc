#include "bot/dialogue/written_date.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cassert>

namespace pomocnik::bot {
namespace {

std::string Weekday(Date date, std::string_view lang) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(lang == "en"   ? "en"
                                                   : lang == "hr" ? "hr"
                                                                  : "sl"),
                                       status);
  assert(U_SUCCESS(status));
  std::int32_t count = 0;
  const icu::UnicodeString* names =
      symbols.getWeekdays(count, icu::DateFormatSymbols::STANDALONE, icu::DateFormatSymbols::WIDE);
  // Both count Sunday first, ICU from one on.
  const auto day =
      static_cast<std::int32_t>(std::chrono::weekday(std::chrono::sys_days(date)).c_encoding() + 1);
  assert(day < count);
  std::string name;
  return names[day].toUTF8String(name);
}

}  // namespace

std::string WrittenDate(Date date, std::string_view lang) {
  if (lang == "en") return FormatDate(date);
  std::string text = std::to_string(static_cast<unsigned>(date.day())) + ". " +
                     std::to_string(static_cast<unsigned>(date.month())) + ". " +
                     std::to_string(static_cast<int>(date.year()));
  return lang == "hr" ? text + "." : text;
}

std::string WrittenDay(Date date, std::string_view lang) {
  return Weekday(date, lang) + ", " + WrittenDate(date, lang);
}

std::string WrittenTime(std::chrono::minutes since_midnight, std::string_view lang) {
  const auto minutes = since_midnight.count() % 60;
  return std::to_string(since_midnight.count() / 60) + (lang == "en" ? ":" : ".") +
         (minutes < 10 ? "0" : "") + std::to_string(minutes);
}

}  // namespace pomocnik::bot
