#include "bot/store/sqlite_retention_store.h"

#include <doctest/doctest.h>

#include "tests/bot/store/desk_scene.h"

namespace pomocnik::bot {
namespace {

using testing::DeskScene;

const Instant kNow = *ParseRfc3339("2026-11-23T12:00:00Z");

void PurgeAll(RetentionStore& store, Instant now) {
  const RetentionLimits limits = LimitsAt(now, {});
  for (;;) {
    const auto taken = store.PurgeSome(limits);
    REQUIRE_MESSAGE(taken, (taken ? "" : taken.error().message));
    if (*taken == 0) break;
  }
  REQUIRE(store.Overwrite());
}

TEST_CASE("what is old goes, each kind at its own age, and to the millisecond") {
  DeskScene scene;
  scene.Say({"old", "t1", "2026-08-25T11:59:59.999Z", "staro sledilo"});
  scene.Say({"edge", "t2", "2026-08-25T12:00:00.000Z", "mejno sledilo"});
  scene.Say({"both", "t3", "2026-08-25T11:00:00Z", "prvo sledilo"});
  scene.Say({"both", "t4", "2026-11-01T11:00:00Z", "drugo sledilo"});
  scene.Vote("t1", Helpful::kNo, "razlog sledilo");
  PurgeAll(scene.store->retention(), kNow);
  CHECK(scene.Count("SELECT COUNT(*) FROM turn") == 2);
  CHECK_FALSE(scene.store->desk().FindConversation("old")->has_value());
  CHECK((*scene.store->desk().FindConversation("edge"))->turns.size() == 1);
  CHECK((*scene.store->desk().FindConversation("both"))->turns.size() == 1);
  for (const char* gone : {"staro", "prvo", "razlog"}) {
    CHECK(scene.TimesOnDisk(std::string(gone) + " sledilo") == 0);
  }
  CHECK(scene.TimesOnDisk("drugo sledilo") > 0);
  // What happened is forgotten sooner, the ledger later.
  CHECK(scene.Count("SELECT COUNT(*) FROM event WHERE conversation_id = 'edge'") == 0);
  CHECK(scene.Count("SELECT COUNT(*) FROM event WHERE turn_id = 't4'") == 1);
  CHECK(scene.Count("SELECT COUNT(*) FROM episode WHERE conversation_id = 'old'") == 1);
}

TEST_CASE("counts of days go with the ledger, and requests lose their texts first") {
  DeskScene scene;
  scene.Say({"c1", "t1", "2024-09-13T08:00:00Z", "davno"});
  scene.Execute(
      "INSERT INTO visit_day VALUES ('2024-09-13', 'web', 'sl', '', 1), ('2024-09-14', 'web', "
      "'sl', '', 1);"
      "INSERT INTO article_day VALUES ('2024-09-13', 'z', 1, 1, 1, 1, 1), ('2024-09-14', 'z', 1, "
      "1, 1, 1, 1);"
      "INSERT INTO screen_press VALUES ('2024-09-13', 'a', 's', 'none', 1), ('2024-09-14', 'a', "
      "'s', 'none', 1);"
      "INSERT INTO request VALUES ('1', 1, 's', 0, 'r', 't', '', '', 0),"
      " ('2', 1787659199999, 's', 0, 'r', 't', '', '', 0), ('3', 1787659200000, 's', 0, 'r', 't', "
      "'', '', 0)");
  PurgeAll(scene.store->retention(), kNow);
  CHECK(scene.Count("SELECT COUNT(*) FROM episode") == 0);
  CHECK(scene.Count("SELECT COUNT(*) FROM visit_day") == 1);
  CHECK(scene.Count("SELECT COUNT(*) FROM article_day WHERE article = 'z'") == 1);
  CHECK(scene.Count("SELECT COUNT(*) FROM screen_press") == 1);
  CHECK(scene.Count("SELECT COUNT(*) FROM request WHERE number = '1'") == 0);
  CHECK(scene.Count("SELECT COUNT(*) FROM request WHERE number = '2' AND text = ''") == 1);
  CHECK(scene.Count("SELECT COUNT(*) FROM request WHERE number = '3' AND text = 't'") == 1);
}

TEST_CASE("a part at a time is taken out, until nothing is left") {
  DeskScene scene;
  for (int i = 0; i < 120; ++i) {
    const std::string id = std::to_string(i);
    scene.Say({"c" + id, "t" + id, "2026-01-01T08:00:00Z", "staro"});
  }
  const RetentionLimits limits = LimitsAt(kNow, {});
  int parts = 0;
  while (*scene.store->retention().PurgeSome(limits) > 0) ++parts;
  CHECK(parts == 4);
  CHECK(scene.Count("SELECT COUNT(*) FROM turn") == 0);
  CHECK(scene.Count("SELECT COUNT(*) FROM conversation") == 0);
}

}  // namespace
}  // namespace pomocnik::bot
