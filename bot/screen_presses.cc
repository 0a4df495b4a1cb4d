#include "bot/screen_presses.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "bot/privacy/redaction.h"
#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kMaxNameCodePoints = 100;

std::string NameToKeep(std::string_view sent) {
  return std::string(TruncateCodePoints(Redact(sent).text, kMaxNameCodePoints));
}

deflection::Event EventOf(const PressRecord& press, const index::ScreenTopics& found,
                          const PressPlace& place) {
  deflection::Event event;
  event.kind = found.match == index::ScreenMatch::kScreen ? deflection::EventKind::kF1Opened
                                                          : deflection::EventKind::kF1Missed;
  event.channel = "f1";
  event.lang = place.lang;
  event.app = press.app;
  event.screen = press.screen;
  event.module = found.module;
  event.article = found.articles.empty() ? std::string() : found.articles.front().id;
  event.index_version = place.index_version;
  event.detail = press.match;
  event.source = place.source;
  return event;
}

}  // namespace

void ScreenPresses::Note(const ScreenQuestion& question, const index::ScreenTopics& found,
                         const PressPlace& place) {
  counters_[static_cast<std::size_t>(found.match)].fetch_add(1, std::memory_order_relaxed);
  PressRecord press;
  const Instant now = clock_.Now();
  press.day = FormatDate(index::LocalDay(now));
  press.match = index::MatchName(found.match);
  if (found.screen) {
    press.name = PressRecord::Name::kListed;
    press.app = found.screen->app;
    press.screen = found.screen->id;
  } else {
    press.app = NameToKeep(question.app);
    press.screen = NameToKeep(question.screen);
  }
  store_.NotePress(press);
  deflection::Event event = EventOf(press, found, place);
  event.at = now;
  events_.NoteEvents({event});
}

}  // namespace pomocnik::bot
