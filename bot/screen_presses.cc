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

}  // namespace

void ScreenPresses::Note(const ScreenQuestion& question, const index::ScreenTopics& found) {
  counters_[static_cast<std::size_t>(found.match)].fetch_add(1, std::memory_order_relaxed);
  PressRecord press;
  press.day = FormatDate(index::LocalDay(clock_.Now()));
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
}

}  // namespace pomocnik::bot
