#include <doctest/doctest.h>

#include <string>

#include "tests/bot/chat_bench.h"
#include "tests/support/fake_turn_store.h"

namespace pomocnik::bot {
namespace {

using testing::ChatBench;
using testing::FakeTurnStore;
using testing::FirstTurn;
using testing::NextTurn;
using testing::Part;

TEST_CASE("a conversation takes thirty turns in a row, and then one each ten seconds") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string first = bench.Take(FirstTurn());
  for (int i = 0; i < 30; ++i) bench.Take(NextTurn(first, "key-" + std::to_string(10'000 + i)));
  const auto refused = bench.chat.Take(NextTurn(first, "key-20000"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::kExhausted);
  CHECK(refused.error().retry_after == std::chrono::seconds(10));
  CHECK(bench.chat.counters().too_fast == 1);
  CHECK(store.turns().size() == 31);

  // Repeats and other conversations go on.
  bench.Take(NextTurn(first, "key-10000"));
  bench.Take(NextTurn(bench.Take(FirstTurn("key-other")), "key-20000"));

  bench.clock.Tick(std::chrono::seconds(10));
  bench.Take(NextTurn(first, "key-20000"));
  CHECK_FALSE(bench.chat.Take(NextTurn(first, "key-20001")));
}

TEST_CASE("who does not know the secret cannot use up a conversation's turns") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string first = bench.Take(FirstTurn());
  ChatTurn foreign = NextTurn(first, "key-00002");
  foreign.secret = "another";
  for (int i = 0; i < 50; ++i) CHECK_FALSE(bench.chat.Take(foreign));
  CHECK(bench.chat.counters().too_fast == 0);
  bench.Take(NextTurn(first, "key-00003"));
}

TEST_CASE("a conversation takes two hundred turns, however slowly they come, and no more") {
  FakeTurnStore store;
  ChatBench bench(store);
  const std::string first = bench.Take(FirstTurn());
  for (int i = 1; i < 200; ++i) {
    bench.clock.Tick(std::chrono::seconds(10));
    bench.Take(NextTurn(first, "key-" + std::to_string(10'000 + i)));
  }
  bench.clock.Tick(std::chrono::hours(10));
  const auto refused = bench.chat.Take(NextTurn(first, "key-20000"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::kFull);
  CHECK(bench.chat.counters().too_long == 1);
  CHECK(store.turns().size() == 200);
  // What was said already can be asked for, and a new conversation begun.
  bench.Take(NextTurn(first, "key-10001"));
  bench.Take(FirstTurn("key-other"));
  // A store that cannot count is no reason not to answer.
  store.Break();
  CHECK(Part(bench.Take(NextTurn(first, "key-20000")), "saved") == "no");
}

}  // namespace
}  // namespace pomocnik::bot
