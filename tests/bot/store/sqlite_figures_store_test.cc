#include "bot/store/sqlite_figures_store.h"

#include <doctest/doctest.h>

#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "tests/support/days.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using deflection::Event;
using deflection::EventKind;
using deflection::LedgerCounts;
using testing::Day;

Instant At(const char* text) { return ParseRfc3339(text).value(); }

// A state with what happened in it.
class State {
 public:
  State() : store_(*SqliteTurnStore::Open(folder_.path().string(), log_)) {}

  FiguresStore& figures() { return store_->figures(); }
  std::string path() const { return folder_.path().string(); }

  void Add(const std::vector<Event>& events) {
    REQUIRE(store_->events().SaveEvents(events));
    store_->Settle();
  }

 private:
  testing::TempFolder folder_;
  testing::RecordingLog log_;
  std::unique_ptr<SqliteTurnStore> store_;
};

struct Asked {
  const char* conversation;
  const char* at;
  const char* channel = "web";
  const char* module = "Fakturiranje";
  deflection::Arm arm = deflection::Arm::kNone;
};

Event Make(const Asked& asked, EventKind kind, const char* detail) {
  Event event;
  event.at = At(asked.at);
  event.kind = kind;
  event.conversation_id = asked.conversation;
  event.episode = 1;
  event.turn_id = std::string(asked.conversation) + "-turn";
  event.channel = asked.channel;
  event.lang = "sl";
  event.module = asked.module;
  event.article = "fak-dobropis";
  event.detail = detail;
  event.arm = asked.arm;
  return event;
}

FiguresQuery Query(const char* from, const char* to, deflection::Filter filter = {}) {
  return {.period = {Day(from), Day(to)},
          .filter = std::move(filter),
          .open_since = At("2026-11-09T12:00:00Z")};
}

LedgerCounts Count(State& state, const FiguresQuery& query) {
  auto counts = state.figures().Count(query);
  REQUIRE_MESSAGE(counts, (counts ? "" : counts.error().message));
  return *counts;
}

std::int64_t EpisodesIn(const LedgerCounts& counts) {
  std::int64_t episodes = 0;
  for (const auto& row : counts.episodes) episodes += row.episodes;
  return episodes;
}

TEST_CASE("episodes are counted by their day in Slovenia, standing and place") {
  State state;
  // Half an hour past midnight in Ljubljana is the day before in UTC.
  const Asked late{.conversation = "late", .at = "2026-11-09T23:30:00Z"};
  const Asked noon{.conversation = "noon", .at = "2026-11-10T11:00:00Z", .channel = "f1"};
  const Asked test{.conversation = "test", .at = "2026-11-10T11:00:00Z", .channel = "test"};
  const Asked before{.conversation = "before", .at = "2026-11-09T22:30:00Z"};
  for (const Asked& asked : {late, noon, test, before}) {
    state.Add({Make(asked, EventKind::kQuestion, "answer")});
  }
  state.Add({Make(noon, EventKind::kVote, "yes"), Make(late, EventKind::kView, "opened")});

  const LedgerCounts counts = Count(state, Query("2026-11-10", "2026-11-10"));
  REQUIRE(counts.episodes.size() == 3);
  CHECK(counts.episodes[0].standing == "counted");
  CHECK(counts.episodes[0].channel == "f1");
  CHECK(counts.episodes[0].module == "Fakturiranje");
  CHECK(counts.episodes[0].reasons[0] == 1);
  CHECK(counts.episodes[1].channel == "web");
  CHECK(counts.episodes[1].reasons[1] == 1);
  CHECK(counts.episodes[1].answered == 1);
  CHECK(counts.episodes[2].standing == "test");
  CHECK(counts.episodes[2].day == Day("2026-11-10"));
  CHECK(counts.previous.tally.episodes == 1);
  CHECK(counts.previous.questions == 1);
}

TEST_CASE("a filter leaves out what is of another channel, module or language") {
  State state;
  state.Add(
      {Make({.conversation = "a", .at = "2026-11-10T11:00:00Z"}, EventKind::kQuestion, "answer")});
  state.Add({Make({.conversation = "b", .at = "2026-11-10T11:00:00Z", .channel = "f1"},
                  EventKind::kQuestion, "answer")});
  state.Add({Make({.conversation = "c", .at = "2026-11-10T11:00:00Z", .module = "Naročila"},
                  EventKind::kQuestion, "abstain")});
  struct Row {
    deflection::Filter filter;
    std::int64_t episodes;
    std::int64_t open;  // those that were answered
  };
  const Row rows[] = {
      {{}, 3, 2},
      {{.channel = "web", .module = "", .lang = ""}, 2, 1},
      {{.channel = "web", .module = "Naročila", .lang = ""}, 1, 0},
      {{.channel = "", .module = "Fakturiranje", .lang = "sl"}, 2, 2},
      {{.channel = "", .module = "", .lang = "en"}, 0, 0},
  };
  for (const Row& row : rows) {
    const LedgerCounts counts = Count(state, Query("2026-11-01", "2026-11-30", row.filter));
    CHECK(EpisodesIn(counts) == row.episodes);
    CHECK(counts.open == row.open);
  }
}

TEST_CASE("what is open, was asked and was taken back is counted by reason") {
  State state;
  const Asked voted{.conversation = "voted", .at = "2026-11-10T11:00:00Z"};
  const Asked old{.conversation = "old", .at = "2026-11-02T11:00:00Z"};
  const Asked back{.conversation = "back", .at = "2026-11-10T11:00:00Z"};
  for (const Asked& asked : {voted, old, back}) {
    state.Add({Make(asked, EventKind::kQuestion, "answer")});
    state.Add({Make(asked, EventKind::kVote, "yes")});
  }
  state.Add({Make(back, EventKind::kReturn, "")});
  const LedgerCounts counts = Count(state, Query("2026-11-01", "2026-11-30"));
  CHECK(counts.open == 2);
  REQUIRE(counts.episodes.size() == 2);
  CHECK(counts.episodes[0].reasons[0] == 1);
  CHECK(counts.episodes[1].questions == 2);
  // It was counted as helpful first.
  CHECK(counts.episodes[1].reasons == std::array<std::int64_t, 8>{1, 0, 0, 0, 0, 0, 0, 1});
  REQUIRE(counts.taken_back.size() == 1);
  CHECK(counts.taken_back[0].reason == "returned");
  CHECK(counts.taken_back[0].episodes == 1);
}

TEST_CASE("the arms of a trial are counted with the requests they led to") {
  State state;
  const Asked shown{
      .conversation = "shown", .at = "2026-11-10T11:00:00Z", .arm = deflection::Arm::kShown};
  const Asked held{
      .conversation = "held", .at = "2026-11-10T11:00:00Z", .arm = deflection::Arm::kHeld};
  for (const Asked& asked : {shown, held}) {
    state.Add({Make(asked, EventKind::kQuestion, "answer")});
  }
  state.Add({Make(held, EventKind::kRequest, "Z-1"), Make(held, EventKind::kRequest, "Z-2")});
  const LedgerCounts counts = Count(state, Query("2026-11-10", "2026-11-10"));
  CHECK(counts.shown == deflection::ArmCounts{.episodes = 1, .requests = 0});
  CHECK(counts.held == deflection::ArmCounts{.episodes = 1, .requests = 1});
  CHECK(counts.known.requests_imported == 0);
}

TEST_CASE("visits are counted by day") {
  State state;
  Event visit;
  visit.kind = EventKind::kVisit;
  visit.channel = "web";
  for (const char* at : {"2026-11-09T11:00:00Z", "2026-11-10T11:00:00Z", "2026-11-10T12:00:00Z"}) {
    visit.at = At(at);
    state.Add({visit});
  }
  const LedgerCounts counts = Count(state, Query("2026-11-10", "2026-11-10"));
  REQUIRE(counts.visits.size() == 1);
  CHECK(counts.visits[0].visits == 2);
  CHECK(counts.previous.visits == 1);
}

TEST_CASE("an assumption is kept with who stated it, before those of earlier") {
  State state;
  CHECK(state.figures().ListAssumptions()->empty());
  const deflection::Assumptions first{.minutes_per_request = 20,
                                      .cents_per_hour = 4500,
                                      .changed_by = "ana",
                                      .changed_at = At("2026-11-01T08:00:00Z")};
  deflection::Assumptions second = first;
  second.changed_by = "bor";
  second.minutes_per_request = 25;
  REQUIRE(state.figures().SaveAssumptions(first));
  REQUIRE(state.figures().SaveAssumptions(second));
  CHECK(*state.figures().ListAssumptions() == std::vector{second, first});
}

TEST_CASE("the figures are read beside the program that writes") {
  State state;
  state.Add(
      {Make({.conversation = "a", .at = "2026-11-10T11:00:00Z"}, EventKind::kQuestion, "answer")});
  auto file = SqliteFiguresFile::Open(state.path());
  REQUIRE(file);
  const auto counts = file->Count(Query("2026-11-10", "2026-11-10"));
  REQUIRE(counts);
  CHECK(EpisodesIn(*counts) == 1);
}

TEST_CASE("a folder without a state, or with that of another program, is told") {
  const testing::TempFolder folder;
  CHECK(SqliteFiguresFile::Open(folder.path().string()).error().code == ErrorCode::kNotFound);
  {
    auto database = sqlite::Database::Open(StateFile(folder.path().string()),
                                           sqlite::OpenMode::kReadWriteCreate);
    REQUIRE(database);
    REQUIRE(database->Execute("PRAGMA user_version = 3"));
  }
  const auto older = SqliteFiguresFile::Open(folder.path().string());
  REQUIRE_FALSE(older);
  CHECK(older.error().code == ErrorCode::kConflict);
  CHECK(older.error().message.find("older") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot
