#include "bot/screen_presses.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_event_store.h"
#include "tests/support/fake_press_store.h"

namespace pomocnik::bot {
namespace {

index::ScreenTopics Topics(index::ScreenMatch match) {
  index::ScreenTopics topics;
  topics.match = match;
  return topics;
}

struct PressScene {
  testing::FakePressStore store;
  testing::FakeClock clock;
  testing::FakeEventStore events;
  ScreenPresses presses{store, events, clock};
};

TEST_CASE("a press is kept under the day in Slovenia and the listed name of its screen") {
  PressScene scene;
  index::ScreenTopics topics = Topics(index::ScreenMatch::kScreen);
  topics.screen = kb::Screen{"icenter", "FAK.Racun", 5201, "Račun", "Fakturiranje", "FAK"};
  scene.presses.Note({"ICENTER", "5201", "Račun"}, topics);
  scene.presses.Note({"icenter", "FAK.Racun.Gumb", ""}, Topics(index::ScreenMatch::kParent));
  const auto kept = scene.store.presses();
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].day == "2026-11-23");
  CHECK(scene.store.noted() ==
        std::vector<std::string>{"icenter/FAK.Racun screen", "icenter/FAK.Racun.Gumb parent"});
  CHECK(kept[0].name == PressRecord::Name::kListed);
  CHECK(kept[1].name == PressRecord::Name::kAsSent);
}

TEST_CASE("a name that is not listed is kept short and without personal data") {
  PressScene scene;
  std::string longest;
  for (int i = 0; i < 300; ++i) longest += "č";
  scene.presses.Note({longest, "ana.novak@podjetje.si", ""}, Topics(index::ScreenMatch::kNone));
  const auto kept = scene.store.presses();
  REQUIRE(kept.size() == 1);
  CHECK(CountCodePoints(kept[0].app) == 100);
  CHECK(kept[0].screen.find("novak") == std::string::npos);
}

TEST_CASE("presses are counted by what was found") {
  PressScene scene;
  for (const auto match : {index::ScreenMatch::kNone, index::ScreenMatch::kNone,
                           index::ScreenMatch::kSearch, index::ScreenMatch::kScreen}) {
    scene.presses.Note({"icenter", "x", ""}, Topics(match));
  }
  const PressCounters& counters = scene.presses.counters();
  CHECK(counters[0] == 1);
  CHECK(counters[1] == 0);
  CHECK(counters[2] == 0);
  CHECK(counters[3] == 1);
  CHECK(counters[4] == 2);
}

}  // namespace
}  // namespace pomocnik::bot
