#include "bot/retention.h"

#include "index/text/local_day.h"

namespace pomocnik::bot {

RetentionLimits LimitsAt(Instant now, const RetentionRules& rules) {
  const Instant episodes = now - rules.episodes;
  // What was done in a year goes together, when the last day of that year is old enough.
  const Date staff_log = index::LocalDay(now - rules.staff_log);
  const Date new_year{staff_log.year(), std::chrono::January, std::chrono::day(1)};
  return {.texts = now - rules.texts,
          .events = now - rules.events,
          .episodes = episodes,
          .episodes_day = FormatDate(index::LocalDay(episodes)),
          .staff_log = index::FromLocalTime(new_year, std::chrono::minutes(0))};
}

}  // namespace pomocnik::bot
