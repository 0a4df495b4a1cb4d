// The manners of fetching, over any transport: which addresses, how often, how long, and what is done about redirects.
#pragma once

#include <chrono>
#include <map>
#include <stop_token>
#include <string>

#include "base/clock.h"
#include "kb/fetch/fetcher.h"
#include "kb/fetch/options.h"
#include "kb/fetch/robots.h"
#include "kb/fetch/transport.h"
#include "kb/fetch/waiter.h"

namespace pomocnik::kb::fetch {

inline constexpr int kMaxRedirects = 3;

// Not thread-safe. Keeps what it learns about hosts (robots.txt, when they may be asked again) as long as it lives, which
// should be one import.
class PoliteFetcher : public Fetcher {
 public:
  // Who does the work. All must outlive the fetcher.
  struct Parts {
    Transport& transport;
    const Clock& clock;
    Waiter& waiter;
  };

  PoliteFetcher(Parts parts, FetchOptions options, std::stop_token stop);

  Result<Fetched> Get(const FetchRequest& request) override;

 private:
  using Time = std::chrono::steady_clock::time_point;
  enum class AskRobots { kNo, kYes };

  // An answer and the address that gave it.
  struct Found {
    FetchAddress address;
    WireResponse response;
  };

  struct Host {
    Time not_before{};                  // when it may be asked again
    std::chrono::nanoseconds pause{0};  // between two requests
  };

  Result<Found> Follow(const FetchRequest& request, AskRobots ask_robots);
  Result<FetchAddress> NextAddress(const FetchAddress& from, const std::string& location) const;
  Status CheckRobots(const FetchAddress& address);
  Result<Robots> ReadRobots(const std::string& authority);
  Result<WireResponse> Exchange(const WireRequest& request);
  Status WaitFor(const std::string& authority);
  std::chrono::nanoseconds BackOff(const WireResponse& response, int attempt) const;
  Host& HostOf(const std::string& authority);

  const Parts parts_;
  const FetchOptions options_;
  const std::stop_token stop_;
  std::map<std::string, Host> hosts_;     // by authority
  std::map<std::string, Robots> robots_;  // by authority; those that could be read
};

}  // namespace pomocnik::kb::fetch
