// How much one client may ask for.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "base/token_buckets.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

// What a request counts as.
enum class Cost {
  kNothing,
  kRequest,
  kMessage,  // a request that is also kept in the state
};

// For each client, that is, for each ClientPrefix. All are at least 1.
struct ClientRates {
  int requests_per_second = 10;
  int burst = 100;              // requests at once, after a pause
  int messages_per_day = 2000;  // all of them at once, too; they come back evenly
  bool operator==(const ClientRates&) const = default;
};

// Thread-safe. Addresses are in memory only, and only as long as their client is busy.
class ClientLimits {
 public:
  // The clock must outlive the limits.
  explicit ClientLimits(const Clock& clock, const ClientRates& rates = {});

  // From now on other rates. A rate that changes forgets what was asked for before.
  void Configure(const ClientRates& rates);

  // Counts a request of the client. Absent: it may go on. Otherwise it is too much; the refusal says when
  // to come back.
  std::optional<Refusal> Admit(std::string_view client_address, Cost cost);

  // Since the start.
  std::uint64_t refused_requests() const { return refused_requests_.load(); }
  std::uint64_t refused_messages() const { return refused_messages_.load(); }

 private:
  const Clock& clock_;
  TokenBuckets requests_;
  TokenBuckets messages_;
  std::atomic<std::uint64_t> refused_requests_{0};
  std::atomic<std::uint64_t> refused_messages_{0};
};

}  // namespace pomocnik::bot::http
