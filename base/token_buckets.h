// Limits how often something may be done, by whom.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

namespace pomocnik {

// A bucket holds up to `burst` tokens and gets `per_second` more each second. REQUIRES: per_second > 0,
// burst >= 1.
struct TokenRate {
  double per_second = 1;
  double burst = 1;
  bool operator==(const TokenRate&) const = default;
};

// One bucket a key, full in the beginning. A bucket that is full again is forgotten within a second of the
// next Take, so memory is for keys in use only. When `max_keys` are in use, all further ones share one bucket:
// memory stays bounded, and a flood of new keys gets no more than one key would. Thread-safe.
class TokenBuckets {
 public:
  using Time = std::chrono::steady_clock::time_point;

  TokenBuckets(TokenRate rate, std::size_t max_keys);

  // Zero: a token was taken. Otherwise none was, and there will be one after this time.
  std::chrono::nanoseconds Take(const std::string& key, Time now);

  // From now on another rate, and every bucket is full. The same rate changes nothing.
  void Configure(TokenRate rate);

  // The keys in memory.
  std::size_t size() const;

 private:
  using Duration = std::chrono::steady_clock::duration;

  void SetRate(TokenRate rate);
  void Sweep(Time now);
  Time& FullAt(const std::string& key);

  const std::size_t max_keys_;

  mutable std::mutex mutex_;  // guards what follows
  TokenRate rate_;
  Duration token_;  // in which one token comes
  Duration burst_;  // in which an empty bucket becomes full
  Time swept_at_;
  // When each bucket will be full; that says how many tokens are in it now.
  std::unordered_map<std::string, Time> full_at_;
  Time shared_full_at_;
};

}  // namespace pomocnik
