#include "bot/chat.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "bot/explanation.h"
#include "bot/store/sqlite_turn_store.h"
#include "tests/bot/chat_bench.h"
#include "tests/support/fake_turn_store.h"
#include "tests/support/files.h"
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

TEST_CASE("a first turn makes a conversation and is stored with what led to the answer") {
  FakeTurnStore store;
  ChatBench bench(store);
  ChatTurn turn = FirstTurn();
  turn.question.context = {"icenter", "FAK.01", "Fakturiranje", "2026.1"};
  const std::string body = bench.Take(turn);
  CHECK(Part(body, "saved") == "yes");
  CHECK(Part(body, "decision") == "answer");
  CHECK(Part(body, "secret") == bench.keys.SecretFor(Part(body, "conversation")));

  REQUIRE(store.turns().size() == 1);
  const TurnRecord stored = store.turns()[0];
  CHECK(stored.id == Part(body, "turn"));
  CHECK(stored.conversation_id == Part(body, "conversation"));
  CHECK(stored.created_at == bench.clock.Now());
  CHECK(stored.lang == "sl");
  CHECK(stored.question == "Kako storniram račun?");
  CHECK(stored.decision == "answer");
  CHECK(stored.articles == "storno-racuna");
  CHECK(stored.article == "storno-racuna");
  const auto explanation = ParseExplanation(stored.explanation);
  REQUIRE(explanation);
  CHECK(explanation->rule == "question");
  CHECK(explanation->hits.at(0).id == "storno-racuna");
  CHECK(stored.confidence == doctest::Approx(0.95));
  CHECK(stored.app == "icenter");
  CHECK(stored.screen == "FAK.01");
  CHECK(stored.module == "Fakturiranje");
  CHECK(stored.index_version == bench.searcher->version());
  REQUIRE(store.conversations().size() == 1);
  CHECK(store.conversations()[0].channel == "web");
  CHECK(bench.chat.counters().turns == 1);
  CHECK(bench.chat.counters().decisions[static_cast<std::size_t>(Decision::kAnswer)] == 1);
}

TEST_CASE("the secret and the client's key are stored nowhere") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string body = bench.Take(FirstTurn("janez.novak@example.com"));
  const TurnRecord stored = store.turns().at(0);
  CHECK(stored.reply.find(Part(body, "secret")) == std::string::npos);
  CHECK(stored.key.find("janez") == std::string::npos);
  CHECK(stored.key.size() == 64);
  CHECK(stored.request_digest.size() == 64);
}

TEST_CASE("a repeat gets the same body, the secret of a first turn included") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string first = bench.Take(FirstTurn());
  bench.clock.Tick(std::chrono::hours(1));
  CHECK(bench.Take(FirstTurn()) == first);

  const ChatTurn next = NextTurn(first, "key-00002");
  const std::string second = bench.Take(next);
  CHECK(Part(second, "conversation") == Part(first, "conversation"));
  CHECK(Part(second, "secret").empty());
  CHECK(bench.Take(next) == second);
  CHECK(store.turns().size() == 2);
  CHECK(bench.chat.counters().turns == 2);
  CHECK(bench.chat.counters().repeats == 2);
}

TEST_CASE("a repeat needs no index") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string first = bench.Take(FirstTurn());
  bench.knowledge.Publish(nullptr);
  CHECK(bench.Take(FirstTurn()) == first);
  const auto other = bench.chat.Take(FirstTurn("key-00002"));
  REQUIRE_FALSE(other);
  CHECK(other.error().code == ErrorCode::kUnavailable);
}

TEST_CASE("a key used for another request is a conflict") {
  FakeTurnStore store;
  ChatBench bench(store);
  ChatTurn first = FirstTurn();
  first.question.context.module = "Fakturiranje";
  bench.Take(first);
  std::vector<ChatTurn> others(6, first);
  others[0].question.text = "Kako storniram dobropis?";
  others[1].question.lang = "en";
  others[2].question.context.app = "drug";
  others[3].question.context.screen = "FAK.02";
  // Parts moved over the border between two fields are another request as well.
  others[4].question.context = {"", "Faktu", "riranje", ""};
  others[5].question.context.version = "2026.1";
  for (const ChatTurn& other : others) {
    const auto body = bench.chat.Take(other);
    REQUIRE_FALSE(body);
    CHECK(body.error().code == ErrorCode::kConflict);
  }
  CHECK(store.turns().size() == 1);
}

TEST_CASE("a key counts within its conversation") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string one = bench.Take(FirstTurn("key-of-one"));
  const std::string two = bench.Take(FirstTurn("key-of-two"));
  const std::string next_of_one = bench.Take(NextTurn(one, "key-00001"));
  const std::string next_of_two = bench.Take(NextTurn(two, "key-00001"));
  CHECK(Part(next_of_one, "turn") != Part(next_of_two, "turn"));
  CHECK(store.turns().size() == 4);
}

TEST_CASE("foreign, altered and invented conversations are all not found alike") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string mine = bench.Take(FirstTurn("key-of-mine"));
  const std::string foreign = bench.Take(FirstTurn("key-of-other"));
  std::vector<ChatTurn> tries(4, NextTurn(mine, "key-00002"));
  tries[0].conversation_id = Part(foreign, "conversation");
  tries[1].secret.clear();
  tries[2].secret[0] = tries[2].secret[0] == 'A' ? 'B' : 'A';
  tries[3].conversation_id = bench.keys.NewId();
  std::set<std::string> messages;
  for (const ChatTurn& turn : tries) {
    const auto body = bench.chat.Take(turn);
    REQUIRE_FALSE(body);
    CHECK(body.error().code == ErrorCode::kNotFound);
    messages.insert(body.error().message);
  }
  CHECK(messages.size() == 1);
  CHECK(store.turns().size() == 2);
}

TEST_CASE("one key asked by many threads at once has one answer") {
  FakeTurnStore store;
  ChatBench bench(store);
  std::array<std::string, 8> bodies;
  std::vector<std::thread> threads;
  for (std::string& body : bodies) {
    threads.emplace_back([&] { body = bench.chat.Take(FirstTurn()).value_or("failed"); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& body : bodies) CHECK(body == bodies[0]);
  CHECK(store.turns().size() == 1);
  CHECK(store.conversations().size() == 1);
}

TEST_CASE("without a store the answer is given, and says that it was not saved") {
  FakeTurnStore store;
  ChatBench bench(store);
  store.Break();
  const std::string first = bench.Take(FirstTurn());
  CHECK(Part(first, "saved") == "no");
  CHECK(Part(first, "decision") == "answer");
  CHECK(Part(first, "secret") == bench.keys.SecretFor(Part(first, "conversation")));
  CHECK(bench.chat.counters().lost_turns == 1);
  REQUIRE(bench.log.lines().size() == 1);
  CHECK(bench.log.lines()[0].rfind("turn_lost turn=" + Part(first, "turn"), 0) == 0);

  // The conversation goes on all the same, and is stored as soon as that works again.
  const std::string second = bench.Take(NextTurn(first, "key-00002"));
  CHECK(Part(second, "saved") == "no");
  store.Restore();
  const std::string third = bench.Take(NextTurn(first, "key-00002"));
  CHECK(Part(third, "saved") == "yes");
  REQUIRE(store.conversations().size() == 1);
  CHECK(store.conversations()[0].id == Part(first, "conversation"));

  // A repeat of what was not saved runs again.
  const std::string again = bench.Take(FirstTurn());
  CHECK(Part(again, "saved") == "yes");
  CHECK(Part(again, "turn") != Part(first, "turn"));
}

TEST_CASE("a search that fails is an error and nothing is stored") {
  FakeTurnStore store;
  ChatBench bench(store);
  bench.searcher->failure = Error::Unavailable("time limit");
  const auto body = bench.chat.Take(FirstTurn());
  REQUIRE_FALSE(body);
  CHECK(body.error().code == ErrorCode::kUnavailable);
  CHECK(store.turns().empty());
  CHECK(bench.chat.counters().turns == 0);
}

TEST_CASE("a vote needs the secret of its turn's conversation") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string mine = bench.Take(FirstTurn("key-of-mine"));
  const std::string foreign = bench.Take(FirstTurn("key-of-other"));
  const std::string turn = Part(mine, "turn");
  const std::string secret = Part(mine, "secret");

  CHECK(bench.chat.Rate(turn, Part(foreign, "secret"), {Helpful::kNo, ""}).error().code ==
        ErrorCode::kNotFound);
  CHECK(bench.chat.Rate("unknown", secret, {Helpful::kNo, ""}).error().code ==
        ErrorCode::kNotFound);
  CHECK(bench.chat.Rate("unknown", "", {Helpful::kNo, ""}).error().code == ErrorCode::kNotFound);
  CHECK_FALSE(store.FindFeedback(turn)->has_value());

  REQUIRE(bench.chat.Rate(turn, secret, {Helpful::kNo, "pišite na ana.kranjc@example.com"}));
  const auto feedback = **store.FindFeedback(turn);
  CHECK((feedback.helpful == Helpful::kNo));
  CHECK(feedback.reason.find("ana.kranjc") == std::string::npos);
  CHECK(feedback.reason.find("pišite na") == 0);
  CHECK(feedback.created_at == bench.clock.Now());

  store.Break();
  CHECK(bench.chat.Rate(turn, secret, {Helpful::kYes, ""}).error().code == ErrorCode::kUnavailable);
}

// All bytes of all files in a folder.
std::string ReadFolder(const std::filesystem::path& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    bytes += testing::ReadFile(entry.path());
  }
  return bytes;
}

TEST_CASE("no personal data reaches the disk or the log, whatever field it comes in") {
  const std::string mail = "ana.kranjc@example.com";
  const std::string iban = "SI56 1910 0000 0123 438";
  const TempFolder folder;
  RecordingLog store_log;
  auto store = SqliteTurnStore::Open(folder.path().string(), store_log);
  REQUIRE(store);
  ChatBench bench(**store);
  ChatTurn turn = FirstTurn(mail);
  turn.question.text = "Moj naslov je " + mail + ", račun " + iban;
  turn.question.context = {mail, mail, mail, mail};
  turn.question.channel = mail;
  const std::string body = bench.Take(turn);
  CHECK(Part(body, "saved") == "yes");
  REQUIRE(bench.chat.Rate(Part(body, "turn"), Part(body, "secret"), {Helpful::kNo, mail}));
  CHECK(bench.Take(turn) == body);

  for (const std::string& text :
       {body, ReadFolder(folder.path()), bench.log.text(), store_log.text()}) {
    CHECK(text.find("kranjc") == std::string::npos);
    CHECK(text.find("0123 438") == std::string::npos);
  }
  CHECK(ReadFolder(folder.path()).find("Moj naslov je") != std::string::npos);
  CHECK(ReadFolder(folder.path()).find(Part(body, "secret")) == std::string::npos);
}

TEST_CASE("a word taken out of the question does not come back as a corrected one") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string text = "Kako storniram raccun? geslo: Skrivnoost7";
  index::SearchResult found = bench.searcher->results.begin()->second;
  found.terms = {
      {.word = "Skrivnoost7", .lemma = "skrivnost", .known = true, .read_as = "skrivnost"},
      {.word = "raccun", .lemma = "racun", .known = true, .read_as = "račun"}};
  bench.searcher->results[text] = found;
  ChatTurn turn = FirstTurn();
  turn.question.text = text;
  const std::string body = bench.Take(turn);
  CHECK(store.turns().at(0).question.find("Skrivnoost7") == std::string::npos);
  CHECK(body.find("Skrivnoost7") == std::string::npos);
  CHECK(body.find("raccun → račun") != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot
