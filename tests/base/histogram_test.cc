#include "base/histogram.h"

#include <doctest/doctest.h>

#include <numeric>
#include <thread>
#include <vector>

namespace pomocnik {
namespace {

using namespace std::chrono_literals;

TEST_CASE("a time is counted in the first bucket that it fits") {
  Histogram histogram;
  for (const auto time : {0ms, 1ms, 2ms, 10'000ms, 10'001ms}) histogram.Observe(time);
  const auto counts = histogram.Get();
  CHECK(counts.buckets[0] == 2);
  CHECK(counts.buckets[1] == 1);
  CHECK(counts.buckets[12] == 1);
  CHECK(counts.buckets[13] == 1);
  CHECK(counts.sum == 20'004ms);
}

TEST_CASE("nothing is lost when many count") {
  Histogram histogram;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int time = 0; time < 1000; ++time) histogram.Observe(std::chrono::milliseconds(time));
    });
  }
  for (std::thread& thread : threads) thread.join();
  const auto counts = histogram.Get();
  CHECK(std::accumulate(counts.buckets.begin(), counts.buckets.end(), std::uint64_t{0}) == 4000);
  CHECK(counts.sum == 4 * 499'500ms);
}

}  // namespace
}  // namespace pomocnik
