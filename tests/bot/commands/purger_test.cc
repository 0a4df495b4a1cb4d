#include "bot/commands/purger.h"

#include <doctest/doctest.h>

#include "tests/support/fake_clock.h"
#include "tests/support/fake_retention_store.h"
#include "tests/support/recording_log.h"

namespace pomocnik::bot::commands {
namespace {

using namespace std::chrono_literals;

struct PurgeScene {
  testing::FakeClock clock;
  testing::RecordingLog log;
  testing::FakeRetentionStore store;
  Purger purger{store, {}, clock, log};

  void AddOfAge(std::chrono::milliseconds age) { store.Add(clock.Now() - age); }
};

constexpr std::chrono::milliseconds kKept = std::chrono::days(90);

TEST_CASE("everything old is taken out at the first look, part by part, and overwritten") {
  PurgeScene scene;
  for (int i = 0; i < 5; ++i) scene.AddOfAge(kKept + 1ms);
  scene.AddOfAge(kKept);
  scene.purger.Look();
  CHECK(scene.store.size() == 1);
  CHECK(scene.store.calls() == 4);
  CHECK(scene.store.overwritten() == 1);
  CHECK(scene.log.text() == "purged rows=5\n");
}

TEST_CASE("nothing stays a day longer than it may, over both changes of the clock") {
  for (const char* start :
       {"2026-10-24T20:17:00Z", "2027-03-27T20:17:00Z", "2026-11-23T00:00:00Z"}) {
    CAPTURE(std::string(start));
    PurgeScene scene;
    scene.clock.Set(*ParseRfc3339(start));
    // One is due every hour of two days.
    for (int i = 1; i <= 48; ++i) scene.AddOfAge(kKept - std::chrono::hours(i));
    const Instant begin = scene.clock.Now();
    for (int minute = 0; minute <= 72 * 60; ++minute) {
      scene.purger.Look();
      const auto passed = std::chrono::floor<std::chrono::hours>(scene.clock.Now() - begin).count();
      const auto due = static_cast<std::size_t>(std::clamp<long>(passed - 24, 0, 48));
      CHECK(scene.store.size() <= 48 - due);
      const auto early = static_cast<std::size_t>(std::clamp<long>(passed + 1, 0, 48));
      CHECK(scene.store.size() >= 48 - early);
      scene.clock.Tick(1min);
    }
    CHECK(scene.store.size() == 0);
    CHECK(scene.store.calls() <= 48 + 13);
  }
}

TEST_CASE("a clock that is set back takes nothing out early and delays nothing") {
  PurgeScene scene;
  scene.purger.Look();
  scene.AddOfAge(kKept - 1h);
  scene.clock.Set(scene.clock.Now() - std::chrono::days(30));
  scene.purger.Look();
  CHECK(scene.store.size() == 1);
  scene.AddOfAge(kKept + 1h);
  scene.clock.Tick(6h);
  scene.purger.Look();
  CHECK(scene.store.size() == 1);
}

TEST_CASE("what cannot be taken out now is tried again at the next look") {
  PurgeScene scene;
  scene.AddOfAge(kKept + 1h);
  scene.store.Break();
  scene.purger.Look();
  CHECK(scene.log.text() == "not_purged error=the fake store is broken\n");
  scene.store.Mend();
  scene.purger.Look();
  CHECK(scene.store.size() == 0);
}

TEST_CASE("the thread purges by itself and stops at once") {
  PurgeScene scene;
  scene.AddOfAge(kKept + 1h);
  scene.purger.Start();
  while (scene.store.size() > 0) std::this_thread::yield();
  scene.purger.Stop();
  CHECK(scene.store.size() == 0);
}

}  // namespace
}  // namespace pomocnik::bot::commands
