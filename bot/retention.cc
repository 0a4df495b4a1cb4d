#include "bot/retention.h"

#include "index/text/local_day.h"

namespace pomocnik::bot {

RetentionLimits LimitsAt(Instant now, const RetentionRules& rules) {
  const Instant episodes = now - rules.episodes;
  return {.texts = now - rules.texts,
          .events = now - rules.events,
          .episodes = episodes,
          .episodes_day = FormatDate(index::LocalDay(episodes))};
}

}  // namespace pomocnik::bot
