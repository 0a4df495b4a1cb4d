#include "base/histogram.h"

#include <algorithm>

namespace pomocnik {

void Histogram::Observe(std::chrono::steady_clock::duration time) {
  const auto* const bucket = std::lower_bound(kBounds.begin(), kBounds.end(), time);
  const auto place = static_cast<std::size_t>(bucket - kBounds.begin());
  buckets_[place].fetch_add(1, std::memory_order_relaxed);
  sum_.fetch_add(std::chrono::duration_cast<std::chrono::microseconds>(time).count(),
                 std::memory_order_relaxed);
}

Histogram::Counts Histogram::Get() const {
  Counts counts;
  for (std::size_t i = 0; i < buckets_.size(); ++i) {
    counts.buckets[i] = buckets_[i].load(std::memory_order_relaxed);
  }
  counts.sum = std::chrono::microseconds(sum_.load(std::memory_order_relaxed));
  return counts;
}

}  // namespace pomocnik
