#include "bot/store/sqlite_staff_store.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "tests/support/fake_clock.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using namespace std::chrono_literals;

struct StaffStateScene {
  testing::TempFolder folder;
  testing::RecordingLog log;
  testing::FakeClock clock;
  std::unique_ptr<SqliteTurnStore> turns = *SqliteTurnStore::Open(folder.path().string(), log);

  SqliteStaffStore& store() { return turns->staff(); }

  Status Try(std::string account, std::string address) {
    return store().CountTry({std::move(account), std::move(address), clock.Now()});
  }

  SessionRecord Session(std::string digest, std::string name = "ana") {
    return {.number = 0,
            .digest = std::move(digest),
            .name = std::move(name),
            .stamp = "stamp",
            .created_at = clock.Now(),
            .seen_at = clock.Now()};
  }
};

TEST_CASE("the sixth try in a quarter of an hour is refused, by account and by address") {
  StaffStateScene scene;
  for (int i = 0; i < 4; ++i) {
    CHECK(scene.Try("ana", "near"));
    scene.clock.Tick(1min);
  }
  CHECK(scene.Try("ana", "far"));
  for (const char* address : {"near", "far", "elsewhere"}) {
    const Status sixth = scene.Try("ana", address);
    REQUIRE_FALSE(sixth);
    CHECK(sixth.error().code == ErrorCode::kExhausted);
    CHECK(sixth.error().retry_after == 11min);
  }
  CHECK(scene.Try("bor", "near"));
  CHECK_FALSE(scene.Try("cene", "near"));
  CHECK(scene.Try("cene", "far"));
  // What was refused was not counted: one try is free as soon as the first is forgotten.
  scene.clock.Tick(11min);
  CHECK(scene.Try("ana", "far"));
  CHECK_FALSE(scene.Try("ana", "far"));
}

TEST_CASE("a try that was right is taken back, alone") {
  StaffStateScene scene;
  for (int i = 0; i < 4; ++i) CHECK(scene.Try("ana", "near"));
  const SignInTry right{"ana", "near", scene.clock.Now()};
  for (int i = 0; i < 3; ++i) {
    CHECK(scene.store().CountTry(right));
    CHECK(scene.store().ForgetTry(right));
  }
  CHECK(scene.store().CountTry(right));
  CHECK_FALSE(scene.store().CountTry(right));
}

TEST_CASE("a clock that is set back for long forgets tries, one that trembles does not") {
  StaffStateScene scene;
  for (int i = 0; i < 5; ++i) CHECK(scene.Try("ana", "near"));
  scene.clock.Tick(-10min);
  CHECK_FALSE(scene.Try("ana", "near"));
  scene.clock.Tick(-5min);
  CHECK(scene.Try("ana", "near"));
}

TEST_CASE("a code is used once, and none that is older after it") {
  StaffStateScene scene;
  CHECK(scene.store().UseCode("ana", 100));
  for (const std::int64_t step : {100, 99}) {
    const Status again = scene.store().UseCode("ana", step);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::kConflict);
  }
  CHECK(scene.store().UseCode("bor", 100));
  CHECK(scene.store().UseCode("ana", 101));
}

TEST_CASE("sessions are found by their digest, listed and closed by their account") {
  StaffStateScene scene;
  CHECK_FALSE(*scene.store().FindSession("first"));
  CHECK(scene.store().OpenSession(scene.Session("first")));
  scene.clock.Tick(1min);
  CHECK(scene.store().OpenSession(scene.Session("second")));
  CHECK(scene.store().OpenSession(scene.Session("other", "bor")));
  const auto first = *scene.store().FindSession("first");
  REQUIRE(first);
  CHECK(first->name == "ana");
  CHECK(first->stamp == "stamp");
  CHECK(first->created_at == scene.clock.Now() - 1min);
  const auto listed = *scene.store().ListSessions("ana");
  REQUIRE(listed.size() == 2);
  CHECK(listed[0].digest == "second");
  CHECK(listed[1] == *first);

  const Status foreign = scene.store().CloseSession("bor", first->number);
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().code == ErrorCode::kNotFound);
  CHECK(scene.store().CloseSession("ana", first->number));
  CHECK_FALSE(*scene.store().FindSession("first"));
  CHECK_FALSE(scene.store().CloseSession("ana", first->number));
}

TEST_CASE("that a session is used is noted, never back in time") {
  StaffStateScene scene;
  CHECK(scene.store().OpenSession(scene.Session("first")));
  const Instant later = scene.clock.Now() + 5min;
  scene.store().NoteSeen("first", later);
  scene.store().NoteSeen("first", scene.clock.Now());
  CHECK(scene.store().UseCode("ana", 1));  // waits for what was posted before
  CHECK((*scene.store().FindSession("first"))->seen_at == later);
}

TEST_CASE("sessions that have ended are dropped when the next one opens") {
  StaffStateScene scene;
  CHECK(scene.store().OpenSession(scene.Session("idle")));
  CHECK(scene.store().OpenSession(scene.Session("used")));
  scene.clock.Tick(kSessionIdle);
  scene.store().NoteSeen("used", scene.clock.Now());
  CHECK(scene.store().OpenSession(scene.Session("new")));
  CHECK_FALSE(*scene.store().FindSession("idle"));
  CHECK(*scene.store().FindSession("used"));
}

TEST_CASE("the staff log tells who did what, the newest first") {
  StaffStateScene scene;
  const Instant begin = scene.clock.Now();
  CHECK(scene.store().Note({begin, "ana", StaffDeed::kSignedIn, ""}));
  CHECK(scene.store().Note({begin, "ana", StaffDeed::kViewed, "conversation/x"}));
  scene.store().NoteLater({begin + 1h, "bor", StaffDeed::kSignInRefused, ""});
  CHECK(scene.store().Note({begin + 2h, "bor", StaffDeed::kErased, "conversation/y"}));
  const std::vector<StaffEntry> entries = {{begin + 1h, "bor", "sign_in_refused", ""},
                                           {begin, "ana", "viewed", "conversation/x"},
                                           {begin, "ana", "signed_in", ""}};
  CHECK(*scene.store().List(begin, begin + 2h, 10) == entries);
  CHECK(scene.store().List(begin, begin + 2h + 1ms, 1)->at(0).act == "erased");
  CHECK(scene.store().List(begin - 1h, begin, 10)->empty());
}

TEST_CASE("nothing changes the staff log, and nothing takes an entry out before its time") {
  StaffStateScene scene;
  CHECK(scene.store().Note(
      {*ParseRfc3339("2020-01-01T00:00:00Z"), "ana", StaffDeed::kErased, "old"}));
  CHECK(scene.store().Note({SystemClock().Now(), "ana", StaffDeed::kErased, "new"}));
  scene.turns.reset();
  auto database = *sqlite::Database::Open(StateFile(scene.folder.path().string()),
                                          sqlite::OpenMode::kReadWriteCreate);
  for (const char* statement : {"UPDATE staff_log SET name = 'bor'", "DELETE FROM staff_log",
                                "DELETE FROM staff_log WHERE object = 'new'",
                                "INSERT OR REPLACE INTO staff_log (number, at, name, act, object) "
                                "SELECT number, 0, '', '', "
                                "'' FROM staff_log"}) {
    CAPTURE(statement);
    CHECK_FALSE(database.Execute(statement));
  }
  // Two years after.
  CHECK(database.Execute("DELETE FROM staff_log WHERE object = 'old'"));
}

TEST_CASE("what is older than two years goes when something is noted") {
  StaffStateScene scene;
  const Instant old = *ParseRfc3339("2020-01-01T00:00:00Z");
  CHECK(scene.store().Note({old, "ana", StaffDeed::kViewed, "first"}));
  CHECK(scene.store().Note({old + kStaffLogLife - 1ms, "ana", StaffDeed::kViewed, "second"}));
  CHECK(scene.store().List(old, old + 24h, 10)->size() == 1);
  CHECK(scene.store().Note({old + kStaffLogLife, "ana", StaffDeed::kViewed, "third"}));
  CHECK(scene.store().List(old, old + 24h, 10)->empty());
}

}  // namespace
}  // namespace pomocnik::bot
