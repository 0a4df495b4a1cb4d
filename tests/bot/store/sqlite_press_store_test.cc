#include "bot/store/sqlite_press_store.h"

#include <doctest/doctest.h>

#include <array>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "bot/store/press_queries.h"
#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "tests/bot/store/records.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::RecordingLog;
using testing::TempFolder;

PressRecord Press(std::string screen, std::string match = "none", std::string day = "2026-11-23") {
  return {.day = std::move(day),
          .app = "icenter",
          .screen = std::move(screen),
          .match = std::move(match)};
}

// "app/screen match presses, …"
std::string Text(const Result<std::vector<MissedScreen>>& missed) {
  REQUIRE(missed);
  std::string text;
  for (const MissedScreen& screen : *missed) {
    text += (text.empty() ? "" : ", ") + screen.app + "/" + screen.screen + " " + screen.match +
            " " + std::to_string(screen.presses);
  }
  return text;
}

// A store in a folder; closing it waits for what was noted.
struct PressScene {
  TempFolder folder;
  RecordingLog log;
  std::unique_ptr<SqliteTurnStore> store;

  explicit PressScene(StoreOptions options = {}) { Open(options); }

  void Open(StoreOptions options = {}) {
    store.reset();
    auto opened = SqliteTurnStore::Open(folder.path().string(), log, options);
    REQUIRE_MESSAGE(opened, (opened ? "" : opened.error().message));
    store = std::move(*opened);
  }

  std::string Missed(const std::string& since = "2026-01-01", int limit = 10,
                     const std::string& last = "2027-12-31") {
    Open();
    return Text(store->presses().ListMissedScreens({*ParseDate(since), *ParseDate(last)}, limit));
  }
};

TEST_CASE("the most pressed screens without a topic come first, over a restart") {
  PressScene scene;
  PressStore& presses = scene.store->presses();
  for (int i = 0; i < 3; ++i) presses.NotePress(Press("FAK.Nov", "module"));
  for (int i = 0; i < 9; ++i) presses.NotePress(Press("FAK.Racun", "screen"));
  presses.NotePress(Press("X"));
  presses.NotePress(Press("X", "none", "2026-11-24"));
  presses.NotePress(Press("A", "search"));
  presses.NotePress(Press("staro", "none", "2025-11-24"));
  CHECK(scene.Missed() == "icenter/FAK.Nov module 3, icenter/X none 2, icenter/A search 1");
  scene.store->presses().NotePress(Press("X"));
  scene.store->presses().NotePress(Press("X"));
  CHECK(scene.Missed() == "icenter/X none 4, icenter/FAK.Nov module 3, icenter/A search 1");
  CHECK(scene.Missed("2026-11-24") == "icenter/X none 1");
  CHECK(scene.Missed("2026-01-01", 1) == "icenter/X none 4");
  CHECK(scene.Missed("2027-01-01") == "");
  CHECK(scene.Missed("2026-01-01", 1, "2026-11-23") == "icenter/FAK.Nov module 3");
  CHECK(scene.log.text().empty());
}

TEST_CASE("hostile names fill a day only so far; listed screens are counted all the same") {
  auto database = *sqlite::Database::Open(":memory:", sqlite::OpenMode::kReadWriteCreate);
  REQUIRE(MigrateState(database));
  PressCounts flood;
  for (std::int64_t i = 0; i < kMaxPressedNames + 500; ++i) {
    flood[{"2026-11-23", "icenter", "x" + std::to_string(1'000'000 + i), "none"}] = 1;
  }
  REQUIRE(AddPresses(database, flood));
  PressKey listed = {"2026-11-23", "icenter", "FAK.Racun", "module", PressRecord::Name::kListed};
  PressKey unlisted = {"2026-11-23", "icenter", "nov", "none"};
  PressKey known = {"2026-11-23", "icenter", "x1000007", "none"};
  PressKey next_day = {"2026-11-24", "icenter", "nov", "none"};
  REQUIRE(AddPresses(database, {{listed, 2000}, {unlisted, 1}, {known, 300}, {next_day, 250}}));
  CHECK(
      Text(
          SelectMissedScreens(database, {*ParseDate("2026-11-23"), *ParseDate("2027-01-01")}, 4)) ==
      "icenter/FAK.Racun module 2000, / none 501, icenter/x1000007 none 301, icenter/nov none 250");
  auto count = *database.Prepare("SELECT COUNT(*) FROM screen_press WHERE day = '2026-11-23'");
  REQUIRE(count.Step());
  CHECK(count.Integer(0) == kMaxPressedNames + 2);  // and the listed one, and those without a name
}

TEST_CASE("presses never wait: while the writer is held they are collected into one write") {
  const TempFolder folder;
  RecordingLog log;
  std::promise<void> held;
  std::promise<void> go;
  const std::string path = folder.File("state.db");
  auto writer = *Writer::Start(
      [&path]() -> Result<sqlite::Database> {
        ASSIGN_OR_RETURN(auto opened,
                         sqlite::Database::Open(path, sqlite::OpenMode::kReadWriteCreate));
        RETURN_IF_ERROR(MigrateState(opened));
        return opened;
      },
      {}, log);
  ReaderPool readers(path, 1);
  SqlitePressStore store(*writer, readers, 1 << 30);
  writer->Post([&](sqlite::Database&) -> Status {
    held.set_value();
    go.get_future().wait();
    return {};
  });
  held.get_future().wait();
  for (int i = 0; i < 5000; ++i) store.NotePress(Press("x" + std::to_string(i % 1500)));
  CHECK(writer->counters().queue_depth == 1);
  go.set_value();
  // A write that is waited for comes after it.
  REQUIRE(writer->Write([](sqlite::Database&) { return Status(); }));
  const auto missed =
      store.ListMissedScreens({*ParseDate("2026-01-01"), *ParseDate("2026-12-31")}, 5000);
  REQUIRE(missed);
  CHECK(missed->size() == 1001);  // as many names as may wait, and all others together
  std::int64_t sum = 0;
  for (const MissedScreen& screen : *missed) sum += screen.presses;
  CHECK(sum == 5000);
  CHECK(writer->counters().commits >= 2);
}

TEST_CASE("a state that is full keeps no presses, and none is stuck") {
  PressScene scene({.limit_bytes = 1, .writer = {}});
  for (int i = 0; i < 3; ++i) scene.store->presses().NotePress(Press("X"));
  CHECK(scene.Missed() == "");
  scene.store->presses().NotePress(Press("X"));
  CHECK(scene.Missed() == "icenter/X none 1");
}

TEST_CASE("from many threads no press is lost or counted twice") {
  PressScene scene;
  std::array<std::thread, 4> threads;
  for (std::thread& thread : threads) {
    thread = std::thread([&] {
      for (int i = 0; i < 200; ++i) scene.store->presses().NotePress(Press("X"));
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(scene.Missed() == "icenter/X none 800");
}

}  // namespace
}  // namespace pomocnik::bot
