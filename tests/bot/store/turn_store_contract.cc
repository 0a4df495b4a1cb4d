#include "tests/bot/store/turn_store_contract.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "tests/bot/store/records.h"

namespace pomocnik::bot {
namespace {

void ATurnComesBackAsItWas(TurnStore& store) {
  TurnRecord turn = MakeTurn("t1", "c1", "k1");
  turn.reply += std::string(100'000, 'x');
  const auto saved = store.SaveTurn(MakeConversation("c1"), turn, std::nullopt, {});
  REQUIRE_MESSAGE(saved, saved.error().message);
  CHECK(*saved == turn);
  const auto found = store.FindTurnByKey("k1");
  REQUIRE(found);
  CHECK(*found == turn);
  CHECK(*store.CountTurns() == 1);
}

void AKeyIsStoredOnce(TurnStore& store) {
  const TurnRecord first = MakeTurn("t1", "c1", "k1");
  REQUIRE(store.SaveTurn(MakeConversation("c1"), first, std::nullopt, {}));
  const auto repeated =
      store.SaveTurn(MakeConversation("c2"), MakeTurn("t2", "c2", "k1"), std::nullopt, {});
  REQUIRE(repeated);
  CHECK(*repeated == first);
  CHECK(*store.CountTurns() == 1);
  CHECK_FALSE(store.FindConversationOfTurn("t2")->has_value());
}

void AConversationGoesOn(TurnStore& store) {
  REQUIRE(store.SaveTurn(MakeConversation("c1"), MakeTurn("t1", "c1", "k1"), std::nullopt, {}));
  REQUIRE(store.SaveTurn(MakeConversation("c1"), MakeTurn("t2", "c1", "k2"), std::nullopt, {}));
  CHECK(*store.CountTurns() == 2);
  CHECK(**store.FindConversationOfTurn("t2") == "c1");
}

void TheLastVoteCounts(TurnStore& store) {
  REQUIRE(store.SaveTurn(MakeConversation("c1"), MakeTurn("t1", "c1", "k1"), std::nullopt, {}));
  CHECK_FALSE(store.FindFeedback("t1")->has_value());
  const Instant noon = *ParseRfc3339("2026-11-23T12:00:00Z");
  for (const Helpful helpful : {Helpful::kYes, Helpful::kNo}) {
    REQUIRE(store.SaveFeedback(
        {.turn_id = "t1", .helpful = helpful, .reason = "ker", .created_at = noon}));
    const auto found = store.FindFeedback("t1");
    REQUIRE(found);
    REQUIRE(found->has_value());
    CHECK((*found)->helpful == helpful);
    CHECK((*found)->reason == "ker");
    CHECK((*found)->created_at == noon);
  }
}

void AConversationRemembersItsLastState(TurnStore& store) {
  CHECK_FALSE(store.FindState("c1")->has_value());
  ConversationRecord conversation = MakeConversation("c1");
  REQUIRE(store.SaveTurn(conversation, MakeTurn("t1", "c1", "k1"), std::nullopt, {}));
  CHECK(**store.FindState("c1") == conversation.state);
  conversation.state = R"({"episode":3})";
  REQUIRE(store.SaveTurn(conversation, MakeTurn("t2", "c1", "k2"), std::nullopt, {}));
  CHECK(**store.FindState("c1") == conversation.state);
}

void ADraftIsKeptAndEdited(TurnStore& store) {
  const Instant noon = *ParseRfc3339("2026-11-23T12:00:00Z");
  REQUIRE(store.SaveTurn(MakeConversation("c1"), MakeTurn("t1", "c1", "k1"), MakeDraft(), {}));
  REQUIRE(store.SaveTurn(MakeConversation("c1"), MakeTurn("t2", "c1", "k2"), std::nullopt, {}));
  CHECK(**store.FindDraft("t1") == MakeDraft());
  CHECK_FALSE(store.FindDraft("t2")->has_value());
  REQUIRE(store.EditDraft("t1", "Moj naslov", "Moje besedilo", noon));
  CHECK(**store.FindDraft("t1") ==
        DraftRecord{.reference = "P-7K3F9Q", .title = "Moj naslov", .text = "Moje besedilo"});
  for (const std::string turn : {"t2", "t3"}) {
    const Status edited = store.EditDraft(turn, "a", "b", noon);
    REQUIRE_FALSE(edited);
    CHECK(edited.error().code == ErrorCode::kNotFound);
  }
}

void WhatIsDoneWithADraftIsNoted(TurnStore& store) {
  const Instant noon = *ParseRfc3339("2026-11-23T12:00:00Z");
  REQUIRE(store.SaveTurn(MakeConversation("c1"), MakeTurn("t1", "c1", "k1"), MakeDraft(), {}));
  for (const DraftEvent event :
       {DraftEvent::kCopied, DraftEvent::kPortalOpened, DraftEvent::kCopied}) {
    CHECK(store.SaveDraftEvent({"t1", event, noon}));
  }
  const Status unknown = store.SaveDraftEvent({"t2", DraftEvent::kCopied, noon});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == ErrorCode::kNotFound);
}

void TurnsAreCountedByConversation(TurnStore& store) {
  for (const std::string conversation : {"c1", "c2"}) {
    for (const std::string turn : {"a", "b", "c"}) {
      const std::string id = conversation + turn;
      REQUIRE(store.SaveTurn(MakeConversation(conversation), MakeTurn(id, conversation, id),
                             std::nullopt, {}));
      if (conversation == "c1") break;
    }
  }
  CHECK(*store.CountTurnsIn("c1") == 1);
  CHECK(*store.CountTurnsIn("c2") == 3);
}

void UnknownThingsAreAbsent(TurnStore& store) {
  CHECK_FALSE(store.FindTurnByKey("k1")->has_value());
  CHECK_FALSE(store.FindConversationOfTurn("t1")->has_value());
  CHECK_FALSE(store.FindFeedback("t1")->has_value());
  CHECK(*store.CountTurns() == 0);
  CHECK(*store.CountTurnsIn("c1") == 0);
  const auto status = store.SaveFeedback({.turn_id = "t1", .reason = {}, .created_at = {}});
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::kNotFound);
}

void OneOfManyThreadsWinsAKey(TurnStore& store) {
  std::array<std::string, 8> winners;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < winners.size(); ++i) {
    threads.emplace_back([&store, &winner = winners[i], id = std::to_string(i)] {
      const auto saved = store.SaveTurn(MakeConversation("c" + id),
                                        MakeTurn("t" + id, "c" + id, "k"), std::nullopt, {});
      if (saved) winner = saved->id;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK_FALSE(winners[0].empty());
  for (const std::string& winner : winners) CHECK(winner == winners[0]);
  CHECK(*store.CountTurns() == 1);
}

}  // namespace

void CheckTurnStoreContract(TurnStore& store) {
  SUBCASE("a turn comes back as it was") { ATurnComesBackAsItWas(store); }
  SUBCASE("a key is stored once") { AKeyIsStoredOnce(store); }
  SUBCASE("a conversation goes on") { AConversationGoesOn(store); }
  SUBCASE("the last vote counts") { TheLastVoteCounts(store); }
  SUBCASE("a conversation remembers its last state") { AConversationRemembersItsLastState(store); }
  SUBCASE("a draft is kept and edited") { ADraftIsKeptAndEdited(store); }
  SUBCASE("what is done with a draft is noted") { WhatIsDoneWithADraftIsNoted(store); }
  SUBCASE("turns are counted by conversation") { TurnsAreCountedByConversation(store); }
  SUBCASE("unknown things are absent") { UnknownThingsAreAbsent(store); }
  SUBCASE("one of many threads wins a key") { OneOfManyThreadsWinsAKey(store); }
}

}  // namespace pomocnik::bot
