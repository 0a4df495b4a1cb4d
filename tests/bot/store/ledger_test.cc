// What the store makes of events: the ledger, folded as they come.
#include <doctest/doctest.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "bot/deflection/source_share.h"
#include "bot/store/event_writer.h"
#include "bot/store/ledger_check.h"
#include "bot/store/ledger_writer.h"
#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "tests/bot/store/records.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using deflection::Counted;
using deflection::Event;
using deflection::EventKind;
using testing::RecordingLog;
using testing::TempFolder;

const Instant kNoon = *ParseRfc3339("2026-11-23T11:00:00Z");

Event AnswerEvent(const TurnRecord& turn, const std::string& source = "s") {
  Event event;
  event.at = turn.created_at;
  event.kind = EventKind::kQuestion;
  event.conversation_id = turn.conversation_id;
  event.episode = turn.episode;
  event.turn_id = turn.id;
  event.channel = "web";
  event.lang = "sl";
  event.module = turn.module;
  event.article = "storno-racuna";
  event.detail = "answer";
  event.source = source;
  return event;
}

Event View(const std::string& turn, std::string_view how = deflection::kOpened) {
  Event event;
  event.at = kNoon;
  event.kind = EventKind::kView;
  event.turn_id = turn;
  event.article = "storno-racuna";
  event.detail = how;
  return event;
}

// A store in a folder, and a connection that reads beside it.
struct LedgerScene {
  TempFolder folder;
  RecordingLog log;
  std::unique_ptr<SqliteTurnStore> store = *SqliteTurnStore::Open(folder.path().string(), log);
  sqlite::Database reader =
      *sqlite::Database::Open(StateFile(folder.path().string()), sqlite::OpenMode::kReadOnly);

  void Ask(const std::string& id, const std::string& source = "s") {
    const TurnRecord turn = MakeTurn("t" + id, "c" + id, "k" + id);
    const auto saved = store->SaveTurn(MakeConversation("c" + id), turn, std::nullopt,
                                       {AnswerEvent(turn, source)});
    REQUIRE_MESSAGE(saved, saved.error().message);
  }

  void Vote(const std::string& id, Helpful helpful, const std::string& source = "s") {
    REQUIRE(store->SaveFeedback({.turn_id = "t" + id,
                                 .helpful = helpful,
                                 .reason = "",
                                 .created_at = kNoon,
                                 .source = source}));
  }

  // One row, its columns with spaces between.
  std::string Row(const std::string& sql) {
    store->Settle();
    auto select = *reader.Prepare(sql);
    std::string text;
    for (auto step = select.Step(); step && *step == sqlite::Step::kRow; step = select.Step()) {
      text += (text.empty() ? "" : ", ") + std::string(select.Text(0));
    }
    return text;
  }

  std::string Outcome(const std::string& id) {
    return Row(
        "SELECT standing || ' ' || outcome || ' ' || reason FROM episode "
        "WHERE conversation_id = 'c" +
        id + "'");
  }

  std::vector<std::string> Differences() {
    store->Settle();
    const auto check = CheckLedger(reader, {});
    REQUIRE_MESSAGE(check, (check ? "" : check.error().message));
    CHECK(check->gone == 0);
    CHECK(check->days == LedgerCheck::Days::kCompared);
    return check->differences;
  }
};

TEST_CASE("a turn, its view and its vote are in the ledger as soon as they are saved") {
  LedgerScene scene;
  scene.Ask("1");
  CHECK(scene.Outcome("1") == "counted none unread");
  REQUIRE(scene.store->events().SaveEvents({View("t1")}));
  CHECK(scene.Outcome("1") == "counted potential read");
  scene.Vote("1", Helpful::kYes);
  CHECK(scene.Outcome("1") == "counted confirmed helpful");
  CHECK(scene.Row("SELECT day || ' ' || article || ' ' || shown || opened || helpful || unhelpful "
                  "FROM article_day ORDER BY day, article") == "2026-11-23 storno-racuna 1110");
  CHECK(scene.Row("SELECT was || ' ' || became FROM episode_change ORDER BY number") ==
        "none potential, potential confirmed");
  // What belongs to a turn takes over where that was taken.
  CHECK(scene.Row("SELECT kind || ' ' || conversation_id || ' ' || episode || ' ' || channel || ' "
                  "' || module "
                  "FROM event WHERE kind <> 'question' ORDER BY number") ==
        "view c1 2 web Fakturiranje, vote c1 2 web Fakturiranje");
  CHECK(scene.Differences().empty());
}

TEST_CASE("what is said twice counts once") {
  LedgerScene scene;
  scene.Ask("1");
  // A repeat of the request is answered with another turn, which is not kept.
  const TurnRecord again = MakeTurn("t2", "c1", "k1");
  REQUIRE(scene.store->SaveTurn(MakeConversation("c1"), again, std::nullopt, {AnswerEvent(again)}));
  for (int i = 0; i < 3; ++i) {
    REQUIRE(
        scene.store->events().SaveEvents({View("t1"), View("t1", deflection::kDwell), View("t1")}));
    scene.Vote("1", Helpful::kYes);
  }
  CHECK(scene.Row("SELECT kind || COUNT(*) FROM event GROUP BY kind ORDER BY kind") ==
        "question1, view2, vote1");
  scene.Vote("1", Helpful::kNo);
  scene.Vote("1", Helpful::kYes);
  CHECK(scene.Row("SELECT shown || opened || helpful || unhelpful FROM article_day") == "1110");
  CHECK(scene.Row("SELECT became FROM episode_change ORDER BY number") ==
        "potential, confirmed, none, confirmed");
  CHECK(scene.Differences().empty());
}

TEST_CASE("what is done with a draft is an event the first time") {
  LedgerScene scene;
  const TurnRecord turn = MakeTurn("t1", "c1", "k1");
  REQUIRE(scene.store->SaveTurn(MakeConversation("c1"), turn, MakeDraft(), {AnswerEvent(turn)}));
  for (int i = 0; i < 2; ++i) {
    REQUIRE(scene.store->SaveDraftEvent({"t1", DraftEvent::kCopied, kNoon, "s"}));
  }
  CHECK(scene.Outcome("1") == "counted none drafted");
  CHECK(scene.Row("SELECT kind FROM event ORDER BY number") == "question, draft_copied");
}

TEST_CASE("an event of no such turn is not found, and nothing of its batch is kept") {
  LedgerScene scene;
  scene.Ask("1");
  const Status saved = scene.store->events().SaveEvents({View("t1"), View("t2")});
  REQUIRE_FALSE(saved);
  CHECK(saved.error().code == ErrorCode::kNotFound);
  CHECK(scene.Row("SELECT kind FROM event") == "question");
}

TEST_CASE("what is beyond the share of a source is kept, but not counted") {
  LedgerScene scene;
  for (int i = 0; i < 12; ++i) {
    scene.Ask(std::to_string(i));
    scene.Vote(std::to_string(i), Helpful::kYes);
  }
  CHECK(scene.Outcome("9") == "counted confirmed helpful");
  CHECK(scene.Outcome("10") == "counted none unread");
  CHECK(scene.Row("SELECT COUNT(*) FROM event WHERE kind = 'vote'") == "12");
  scene.Ask("other", "another");
  scene.Vote("other", Helpful::kYes, "another");
  CHECK(scene.Outcome("other") == "counted confirmed helpful");
  for (int i = 12; i < 202; ++i) scene.Ask(std::to_string(i));
  CHECK(scene.Outcome("199") == "counted none unread");
  CHECK(scene.Outcome("200") == "excess none unread");
  CHECK(scene.Row("SELECT shown FROM article_day") == "201");
  CHECK(scene.Differences().empty());
}

TEST_CASE("a new day gives a source a new share, and the old one is forgotten") {
  LedgerScene scene;
  std::vector<Event> visits(201);
  for (Event& visit : visits) {
    visit.at = kNoon;
    visit.kind = EventKind::kVisit;
    visit.channel = "web";
    visit.source = "s";
  }
  REQUIRE(scene.store->events().SaveEvents(visits));
  for (Event& visit : visits) visit.at += std::chrono::hours(24);
  REQUIRE(scene.store->events().SaveEvents(visits));
  CHECK(scene.Row("SELECT day || ' ' || visits FROM visit_day ORDER BY day") ==
        "2026-11-23 200, 2026-11-24 200");
  CHECK(scene.Row("SELECT day || ' ' || visits FROM source_day") == "2026-11-24 200");
  CHECK(scene.Differences().empty());
}

TEST_CASE("events that are only noted are kept in one write, as far as there is room") {
  LedgerScene scene;
  Event press;
  press.at = kNoon;
  press.kind = EventKind::kF1Missed;
  press.detail = "none";
  for (int i = 0; i < 50; ++i) scene.store->events().NoteEvents({press, press});
  scene.Ask("1");  // comes after them
  CHECK(scene.Row("SELECT COUNT(*) FROM event WHERE kind = 'f1_missed'") == "100");
}

TEST_CASE(
    "a ledger that was tampered with is told from its events, and one without them is not judged") {
  LedgerScene scene;
  for (const char* id : {"1", "2"}) scene.Ask(id);
  scene.Vote("1", Helpful::kYes);
  CHECK(scene.Differences().empty());
  auto writer = *sqlite::Database::Open(StateFile(scene.folder.path().string()),
                                        sqlite::OpenMode::kReadWriteCreate);
  REQUIRE(writer.Execute("UPDATE episode SET outcome = 'confirmed' WHERE conversation_id = 'c2'"));
  REQUIRE(writer.Execute("DELETE FROM episode_change"));
  REQUIRE(writer.Execute("UPDATE article_day SET helpful = 9"));
  REQUIRE(writer.Execute("INSERT INTO visit_day VALUES ('2026-11-23', 'web', 'sl', '', 5)"));
  CHECK(scene.Differences().size() == 4);
  REQUIRE(writer.Execute("DELETE FROM event WHERE conversation_id = 'c2'"));
  scene.store->Settle();
  const auto check = CheckLedger(scene.reader, {});
  REQUIRE(check);
  CHECK(check->checked == 1);
  CHECK(check->gone == 1);
  CHECK(check->days == LedgerCheck::Days::kSkipped);
}

// Random lives of episodes, with all that can happen to them in any order.
class RandomEvents {
 public:
  explicit RandomEvents(std::uint32_t seed) : random_(seed) {}

  Event Next() {
    at_ += std::chrono::milliseconds(Pick(3'600'000));
    Event event;
    event.at = at_;
    event.source = "s" + std::to_string(Pick(3));
    if (Pick(10) == 0) {
      event.kind = EventKind::kVisit;
      event.channel = Pick(5) == 0 ? "test" : "web";
      event.module = "m" + std::to_string(Pick(2));
      return event;
    }
    event.conversation_id = "c" + std::to_string(Pick(12));
    event.episode = 1 + Pick(2);
    event.channel = Pick(20) == 0 ? "staff" : "web";
    std::vector<Event>& turns = turns_[event.conversation_id + std::to_string(event.episode)];
    if (turns.empty() || Pick(3) == 0) return Question(event, turns);
    return AfterQuestion(event,
                         turns[static_cast<std::size_t>(Pick(static_cast<int>(turns.size())))]);
  }

 private:
  int Pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

  Event Question(Event event, std::vector<Event>& turns) {
    static constexpr std::array<const char*, 8> kDecisions = {
        "answer", "answer", "policy", "choices", "abstain", "smalltalk", "status", "unreadable"};
    event.kind = EventKind::kQuestion;
    event.turn_id = "t" + std::to_string(++turn_);
    event.detail = kDecisions[static_cast<std::size_t>(Pick(8))];
    if (event.detail == "answer") event.article = "a" + std::to_string(Pick(4));
    turns.push_back(event);
    return event;
  }

  Event AfterQuestion(Event event, const Event& turn) {
    static constexpr std::array<EventKind, 9> kKinds = {
        EventKind::kView,   EventKind::kView,   EventKind::kVote,
        EventKind::kVote,   EventKind::kVote,   EventKind::kDraft,
        EventKind::kCopied, EventKind::kReturn, EventKind::kRequest};
    event.kind = kKinds[static_cast<std::size_t>(Pick(9))];
    event.turn_id = turn.turn_id;
    event.article = turn.article;
    if (event.kind == EventKind::kVote) {
      event.detail = Pick(2) == 0 ? deflection::kVotedYes : deflection::kVotedNo;
    } else if (event.kind == EventKind::kView) {
      event.detail = Pick(2) == 0 ? deflection::kOpened : deflection::kDwell;
    } else if (event.kind == EventKind::kDraft) {
      event.detail = turn.detail;
    } else if (event.kind == EventKind::kRequest) {
      event.at -= std::chrono::hours(Pick(24 * 12));  // imported long after
    }
    return event;
  }

  std::mt19937 random_;
  Instant at_ = *ParseRfc3339("2026-10-20T08:00:00Z");
  std::map<std::string, std::vector<Event>> turns_;
  int turn_ = 0;
};

TEST_CASE("what was kept before a crash is folded at the next start") {
  LedgerScene scene;
  scene.store.reset();
  {
    auto database = *sqlite::Database::Open(StateFile(scene.folder.path().string()),
                                            sqlite::OpenMode::kReadWriteCreate);
    auto transaction = *sqlite::Transaction::Begin(database);
    const TurnRecord turn = MakeTurn("t1", "c1", "k1");
    REQUIRE(KeepEvent(database, AnswerEvent(turn, "s")));
    REQUIRE(transaction.Commit());
  }
  CHECK(*CheckLedger(scene.reader, {}) == LedgerCheck{.days = LedgerCheck::Days::kCompared});
  scene.store = *SqliteTurnStore::Open(scene.folder.path().string(), scene.log);
  CHECK(scene.Outcome("1") == "counted none unread");
  CHECK(scene.Differences() == std::vector<std::string>());
}

TEST_CASE("folded as they come and from the beginning, events give the same ledger") {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    auto database = *sqlite::Database::Open(":memory:", sqlite::OpenMode::kReadWriteCreate);
    REQUIRE(MigrateState(database));
    RandomEvents events(seed);
    auto transaction = *sqlite::Transaction::Begin(database);
    for (int i = 0; i < 400; ++i) {
      const Status kept = KeepEvent(database, events.Next());
      REQUIRE_MESSAGE(kept, kept.error().message);
      // One by one, some together, and all that are left at the end.
      if (i % 7 < 3) REQUIRE(FoldKeptEvents(database, {}));
    }
    REQUIRE(FoldKeptEvents(database, {}));
    REQUIRE(transaction.Commit());
    const auto check = CheckLedger(database, {});
    REQUIRE_MESSAGE(check, (check ? "" : check.error().message));
    CHECK(check->checked >= 20);
    CHECK(check->gone == 0);
    CHECK(check->differences == std::vector<std::string>());
  }
}

}  // namespace
}  // namespace pomocnik::bot
