// What a chat remembers from turn to turn, and what becomes of its drafts.
#include <doctest/doctest.h>

#include <string>

#include "bot/store/sqlite_turn_store.h"
#include "tests/bot/chat_bench.h"
#include "tests/support/fake_turn_store.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::ChatBench;
using testing::FakeTurnStore;
using testing::FirstTurn;
using testing::NextTurn;
using testing::Part;
using testing::RecordingLog;
using testing::TempFolder;

TEST_CASE("a conversation goes on after a restart of the server") {
  TempFolder folder;
  RecordingLog log;
  std::string first;
  {
    auto store = SqliteTurnStore::Open(folder.path().string(), log);
    REQUIRE(store);
    ChatBench bench(**store);
    first = bench.Take(FirstTurn());
    CHECK(Part(first, "decision") == "answer");
  }
  auto store = SqliteTurnStore::Open(folder.path().string(), log);
  REQUIRE(store);
  TempFolder other;
  ChatBench bench(**store);
  ChatTurn turn = NextTurn(first, "key-00002");
  turn.secret = bench.keys.SecretFor(turn.conversation_id);
  // The same answer is not given twice in a row: it is remembered that it was given.
  CHECK(Part(bench.Take(turn), "decision") == "handoff");
}

TEST_CASE("what is remembered is lost with the store, the answer is not") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string first = bench.Take(FirstTurn());
  store.Break();
  CHECK(Part(bench.Take(NextTurn(first, "key-00002")), "decision") == "answer");
}

TEST_CASE("a state that cannot be read begins anew and is logged") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string first = bench.Take(FirstTurn());
  TurnRecord turn = store.turns().at(0);
  turn.key = "another";
  REQUIRE(
      store.SaveTurn({.id = turn.conversation_id, .created_at = {}, .channel = "", .state = "[]"},
                     turn, std::nullopt, {}));
  CHECK(Part(bench.Take(NextTurn(first, "key-00002")), "decision") == "answer");
  CHECK(bench.log.text().find("conversation_forgotten") != std::string::npos);
}

struct DraftBench {
  FakeTurnStore store;
  ChatBench bench{store};
  std::string body = Ask();
  std::string turn = Part(body, "turn");
  std::string secret = Part(body, "secret");

  std::string Ask() {
    ChatTurn asked = FirstTurn();
    asked.question.text = "Vijolični zmaj, 041 123 456";
    index::SearchResult nothing;
    nothing.terms = {{.word = "zmaj", .lemma = "zmaj", .read_as = ""}};
    bench.searcher->results[asked.question.text] = nothing;
    return bench.Take(asked);
  }
};

TEST_CASE("a draft is stored with a reference that stands in its text") {
  DraftBench draft;
  const auto stored = draft.store.FindDraft(draft.turn);
  REQUIRE(stored);
  REQUIRE(stored->has_value());
  CHECK((*stored)->reference == draft.bench.keys.ReferenceFor(Part(draft.body, "conversation"), 1));
  CHECK((*stored)->text.find((*stored)->reference) != std::string::npos);
  CHECK((*stored)->text.find("[telefon]") != std::string::npos);
  CHECK((*stored)->text.find("041") == std::string::npos);
  CHECK(draft.store.turns().at(0).verdict == "free");
}

TEST_CASE(
    "the visitor's own wording is kept without personal data, and it is said what was removed") {
  DraftBench draft;
  const auto kept = draft.bench.chat.EditDraft(
      draft.turn, draft.secret, {"Zmaj", "Pišite na janez.novak@example.com", ""}, "sl");
  REQUIRE_MESSAGE(kept, kept.error().message);
  CHECK(kept->text == "Pišite na [e-naslov]");
  CHECK(kept->removed.find("naslov") != std::string::npos);
  CHECK((*draft.store.FindDraft(draft.turn))->text == "Pišite na [e-naslov]");
}

TEST_CASE("a draft belongs to its conversation alone") {
  DraftBench draft;
  const auto edited = draft.bench.chat.EditDraft(draft.turn, "wrong", {"a", "b", ""}, "sl");
  REQUIRE_FALSE(edited);
  CHECK(edited.error().code == ErrorCode::kNotFound);
  const Status noted = draft.bench.chat.NoteDraftEvent(draft.turn, "wrong", DraftEvent::kCopied);
  REQUIRE_FALSE(noted);
  CHECK(noted.error().code == ErrorCode::kNotFound);
  CHECK(draft.store.draft_events().empty());
  CHECK(draft.bench.chat.NoteDraftEvent(draft.turn, draft.secret, DraftEvent::kPortalOpened));
  CHECK(draft.store.draft_events().size() == 1);
}

TEST_CASE("references name episodes and are easy to read out") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string reference = bench.keys.ReferenceFor("conversation", 1);
  CHECK(reference.size() == 8);
  CHECK(reference.substr(0, 2) == "P-");
  CHECK(reference.substr(2).find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") ==
        std::string::npos);
  CHECK(bench.keys.ReferenceFor("conversation", 1) == reference);
  CHECK(bench.keys.ReferenceFor("conversation", 2) != reference);
  CHECK(bench.keys.ReferenceFor("other", 1) != reference);
}

}  // namespace
}  // namespace pomocnik::bot
