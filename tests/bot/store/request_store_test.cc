#include <doctest/doctest.h>

#include <string>

#include "bot/store/ledger_check.h"
#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "tests/bot/store/records.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

FiledRequest Filed(const std::string& number, const std::string& created,
                   std::vector<std::string> references = {}) {
  FiledRequest request;
  request.number = number;
  request.created_at = *ParseRfc3339(created);
  request.state = "odprt";
  request.text = "besedilo";
  request.references = std::move(references);
  return request;
}

// A store with an episode that was answered after a draft, and confirmed.
struct RequestScene {
  testing::TempFolder folder;
  testing::RecordingLog log;
  std::unique_ptr<SqliteTurnStore> store = *SqliteTurnStore::Open(folder.path().string(), log);
  sqlite::Database reader =
      *sqlite::Database::Open(StateFile(folder.path().string()), sqlite::OpenMode::kReadOnly);

  RequestScene() {
    const TurnRecord turn = MakeTurn("t1", "c1", "k1");
    deflection::Event event;
    event.at = turn.created_at;
    event.conversation_id = "c1";
    event.episode = 2;
    event.turn_id = "t1";
    event.detail = "answer";
    event.article = "storno-racuna";
    REQUIRE(store->SaveTurn(MakeConversation("c1"), turn, MakeDraft(), {event}));
    REQUIRE(store->SaveFeedback(
        {.turn_id = "t1", .helpful = Helpful::kYes, .reason = "", .created_at = turn.created_at}));
  }

  ImportCounts Import(const std::vector<FiledRequest>& requests) {
    const auto counts = store->requests().ImportRequests(requests);
    REQUIRE_MESSAGE(counts, (counts ? "" : counts.error().message));
    return *counts;
  }

  std::string Row(const std::string& sql) {
    store->Settle();
    auto select = *reader.Prepare(sql);
    REQUIRE(select.Step());
    return std::string(select.Text(0));
  }
};

TEST_CASE(
    "a request is joined with the episode whose reference stands in it, and takes its success "
    "back") {
  RequestScene scene;
  CHECK(scene.Row("SELECT outcome FROM episode") == "confirmed");
  const ImportCounts counts = scene.Import(
      {Filed("Z-1", "2026-11-25T10:00:00Z", {"P-000000", "P-7K3F9Q"}),
       Filed("Z-2", "2026-11-25T10:00:00Z", {"P-000000"}), Filed("Z-3", "2026-11-25T10:00:00Z")});
  CHECK(counts == ImportCounts{.added = 3, .updated = 0, .joined = 1});
  CHECK(scene.Row("SELECT outcome || ' ' || reason || ' ' || requests FROM episode") ==
        "none filed 1");
  CHECK(scene.Row("SELECT reference || ' ' || conversation_id || ' ' || episode FROM request WHERE "
                  "number = 'Z-1'") == "P-7K3F9Q c1 2");
  CHECK(scene.Row(
            "SELECT reference || conversation_id || episode FROM request WHERE number = 'Z-2'") ==
        "0");
  CHECK(scene.Row("SELECT kind || ' ' || detail FROM event ORDER BY number DESC") == "request Z-1");
  CHECK(scene.Row("SELECT day || ' ' || requests FROM article_day WHERE requests > 0") ==
        "2026-11-25 1");
  scene.store->Settle();
  const auto check = CheckLedger(scene.reader, {});
  REQUIRE(check);
  CHECK(check->differences.empty());
}

TEST_CASE("imported again, a request takes over how far it is and nothing else") {
  RequestScene scene;
  std::vector<FiledRequest> requests = {Filed("Z-1", "2026-11-25T10:00:00Z", {"P-7K3F9Q"})};
  scene.Import(requests);
  CHECK(scene.Import(requests) == ImportCounts());
  requests[0].state = "zaprt";
  requests[0].closed_at = *ParseRfc3339("2026-11-26T10:00:00Z");
  requests[0].solution = "Opravljeno.";
  requests[0].text = "drugo";
  requests[0].created_at = *ParseRfc3339("2020-01-01T10:00:00Z");
  CHECK(scene.Import(requests) == ImportCounts{.added = 0, .updated = 1, .joined = 0});
  CHECK(scene.Row("SELECT state || ' ' || solution || ' ' || text FROM request") ==
        "zaprt Opravljeno. besedilo");
  CHECK(scene.Row("SELECT requests FROM episode") == "1");
}

TEST_CASE("a large file is written some requests at a time") {
  RequestScene scene;
  std::vector<FiledRequest> requests;
  for (int i = 0; i < 450; ++i)
    requests.push_back(Filed(std::to_string(i), "2026-11-25T10:00:00Z"));
  CHECK(scene.Import(requests).added == 450);
  CHECK(scene.store->counters().writes == 2 + 5);
}

}  // namespace
}  // namespace pomocnik::bot
