// How long things took, counted by length.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace pomocnik {

// Thread-safe; nobody waits for anybody.
class Histogram {
 public:
  // The longest time that each bucket counts; there is one bucket more, for everything longer.
  static constexpr std::array<std::chrono::microseconds, 13> kBounds = {{
      std::chrono::microseconds(1'000),
      std::chrono::microseconds(2'500),
      std::chrono::microseconds(5'000),
      std::chrono::microseconds(10'000),
      std::chrono::microseconds(25'000),
      std::chrono::microseconds(50'000),
      std::chrono::microseconds(100'000),
      std::chrono::microseconds(250'000),
      std::chrono::microseconds(500'000),
      std::chrono::microseconds(1'000'000),
      std::chrono::microseconds(2'500'000),
      std::chrono::microseconds(5'000'000),
      std::chrono::microseconds(10'000'000),
  }};

  struct Counts {
    std::array<std::uint64_t, kBounds.size() + 1> buckets{};
    std::chrono::microseconds sum{};
  };

  void Observe(std::chrono::steady_clock::duration time);

  // What was counted so far; the sum may lag behind by what is being counted.
  Counts Get() const;

 private:
  std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> buckets_{};
  std::atomic<std::int64_t> sum_{0};  // microseconds
};

}  // namespace pomocnik
