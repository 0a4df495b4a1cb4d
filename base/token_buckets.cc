#include "base/token_buckets.h"

#include <algorithm>
#include <cassert>

namespace pomocnik {
namespace {

constexpr std::chrono::seconds kSweepEvery(1);

}  // namespace

TokenBuckets::TokenBuckets(TokenRate rate, std::size_t max_keys) : max_keys_(max_keys) {
  SetRate(rate);
}

void TokenBuckets::Configure(TokenRate rate) {
  std::lock_guard lock(mutex_);
  if (rate == rate_) return;
  SetRate(rate);
  full_at_.clear();
  shared_full_at_ = {};
}

void TokenBuckets::SetRate(TokenRate rate) {
  assert(rate.per_second > 0 && rate.burst >= 1);
  const auto after = [](double seconds) {
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(seconds));
  };
  rate_ = rate;
  token_ = after(1 / rate.per_second);
  burst_ = after(rate.burst / rate.per_second);
}

std::chrono::nanoseconds TokenBuckets::Take(const std::string& key, Time now) {
  std::lock_guard lock(mutex_);
  if (now - swept_at_ >= kSweepEvery) Sweep(now);
  Time& full_at = FullAt(key);
  const Time full_after = std::max(full_at, now) + token_;
  if (full_after - now > burst_) return full_after - now - burst_;
  full_at = full_after;
  return std::chrono::nanoseconds::zero();
}

TokenBuckets::Time& TokenBuckets::FullAt(const std::string& key) {
  if (const auto place = full_at_.find(key); place != full_at_.end()) return place->second;
  if (full_at_.size() >= max_keys_) return shared_full_at_;
  return full_at_[key];
}

void TokenBuckets::Sweep(Time now) {
  swept_at_ = now;
  std::erase_if(full_at_, [now](const auto& bucket) { return bucket.second <= now; });
}

std::size_t TokenBuckets::size() const {
  std::lock_guard lock(mutex_);
  return full_at_.size();
}

}  // namespace pomocnik
