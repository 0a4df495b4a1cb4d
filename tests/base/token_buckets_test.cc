#include "base/token_buckets.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace pomocnik {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
constexpr auto kTaken = std::chrono::nanoseconds::zero();
constexpr std::size_t kMany = 1000;

// Somewhere in the life of a machine.
const TokenBuckets::Time kStart = TokenBuckets::Time() + std::chrono::hours(100);

int TakeAll(TokenBuckets& buckets, const std::string& key, TokenBuckets::Time now) {
  int taken = 0;
  while (buckets.Take(key, now) == kTaken) ++taken;
  return taken;
}

TEST_CASE("a bucket gives its burst at once, and then as many as come in") {
  TokenBuckets buckets({.per_second = 10, .burst = 100}, kMany);
  CHECK(TakeAll(buckets, "a", kStart) == 100);
  CHECK(TakeAll(buckets, "a", kStart + milliseconds(99)) == 0);
  CHECK(TakeAll(buckets, "a", kStart + milliseconds(100)) == 1);
  CHECK(TakeAll(buckets, "a", kStart + milliseconds(1100)) == 10);
  CHECK(TakeAll(buckets, "a", kStart + seconds(1000)) == 100);
}

TEST_CASE("who is refused is told when a token will be there, and has lost none by asking") {
  TokenBuckets buckets({.per_second = 0.1, .burst = 2}, kMany);
  CHECK(TakeAll(buckets, "a", kStart) == 2);
  CHECK(buckets.Take("a", kStart) == seconds(10));
  CHECK(buckets.Take("a", kStart + seconds(4)) == seconds(6));
  CHECK(buckets.Take("a", kStart + seconds(10)) == kTaken);
  CHECK(buckets.Take("a", kStart + seconds(10)) == seconds(10));
}

TEST_CASE("keys have buckets of their own") {
  TokenBuckets buckets({.per_second = 1, .burst = 3}, kMany);
  CHECK(TakeAll(buckets, "a", kStart) == 3);
  CHECK(TakeAll(buckets, "b", kStart) == 3);
}

TEST_CASE("a bucket that is full again takes no memory") {
  TokenBuckets buckets({.per_second = 1, .burst = 5}, kMany);
  for (int i = 0; i < 100; ++i) CHECK(buckets.Take(std::to_string(i), kStart) == kTaken);
  CHECK(TakeAll(buckets, "busy", kStart) == 5);
  CHECK(buckets.size() == 101);
  CHECK(buckets.Take("other", kStart + seconds(2)) == kTaken);
  CHECK(buckets.size() == 2);
  CHECK(TakeAll(buckets, "busy", kStart + seconds(2)) == 2);
}

TEST_CASE("more keys than there is room for share one bucket until there is room again") {
  TokenBuckets buckets({.per_second = 0.1, .burst = 2}, 10);
  for (int i = 0; i < 10; ++i) CHECK(buckets.Take(std::to_string(i), kStart) == kTaken);
  int let_in = 0;
  for (int i = 10; i < 10'000; ++i) {
    if (buckets.Take(std::to_string(i), kStart + milliseconds(i)) == kTaken) ++let_in;
  }
  CHECK(let_in == 2);
  CHECK(buckets.size() == 10);
  // Those who had a bucket before keep theirs.
  CHECK(buckets.Take("3", kStart + milliseconds(9999)) == kTaken);
  CHECK(TakeAll(buckets, "late", kStart + seconds(30)) == 2);
}

TEST_CASE("another rate counts at once, and the same one changes nothing") {
  TokenBuckets buckets({.per_second = 1, .burst = 2}, kMany);
  CHECK(TakeAll(buckets, "a", kStart) == 2);
  buckets.Configure({.per_second = 1, .burst = 2});
  CHECK(TakeAll(buckets, "a", kStart) == 0);
  buckets.Configure({.per_second = 5, .burst = 7});
  CHECK(TakeAll(buckets, "a", kStart) == 7);
  CHECK(TakeAll(buckets, "a", kStart + seconds(1)) == 5);
}

TEST_CASE("threads together get no more than there is") {
  TokenBuckets buckets({.per_second = 1, .burst = 1000}, kMany);
  std::atomic<int> taken = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { taken += TakeAll(buckets, "a", kStart); });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(taken == 1000);
}

}  // namespace
}  // namespace pomocnik
