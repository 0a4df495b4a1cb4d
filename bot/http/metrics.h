// Counters since the start, in Prometheus' text format.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/histogram.h"
#include "bot/chat.h"
#include "bot/http/client_limits.h"
#include "bot/http/listener.h"
#include "bot/index_status.h"
#include "bot/knowledge.h"
#include "bot/screen_presses.h"
#include "bot/source_status.h"
#include "bot/staff/sign_in_counters.h"
#include "bot/state_status.h"

namespace pomocnik::bot::http {

// Requests by route and class of status. Thread-safe once every route was added.
class RequestCounters {
 public:
  RequestCounters() { Add("other"); }

  void Add(std::string_view route);

  // What is no route is counted under "other".
  void Count(std::string_view route, int status);
  std::uint64_t Get(std::string_view route, int status) const;

  // Counts how long the route took to make a response.
  void Time(std::string_view route, std::chrono::steady_clock::duration time);

  // "pomocnik_requests_total{route="…",status="2xx"} 7", one line a counter, and a histogram for each route
  // that was asked.
  std::string Render() const;

 private:
  static constexpr std::size_t kClasses = 5;
  struct Row {
    std::string route;
    std::array<std::atomic<std::uint64_t>, kClasses> by_class{};
    Histogram time;
  };
  std::size_t Find(std::string_view route) const;

  std::vector<std::unique_ptr<Row>> rows_;  // the first is "other"
};

// What /metrics says of requests and turns.
std::string RenderMetrics(const RequestCounters& requests, const ChatCounters& chat);

// What it says of requests that were refused because somebody asked too much.
std::string RenderLimitMetrics(const ClientLimits& limits, const ChatCounters& chat);

// What it says of F1.
std::string RenderPressMetrics(const PressCounters& presses);

// What it says of staff who sign in.
std::string RenderSignInMetrics(const SignInCounters& sign_ins);

// What it says of the state, whose size is left out when it cannot be read.
std::string RenderStateMetrics(const Result<StateStatus>& status, const WriterCounters& writer);

// What it says of connections and the process.
std::string RenderProcessMetrics(const ListenerCounters& connections, Instant started);

// What it says of the index. `knowledge` is null when none is served.
std::string RenderIndexMetrics(const IndexStatus& status, const Knowledge* knowledge);

// What it says of the sources of articles.
std::string RenderSourceMetrics(const SourceStatuses& sources);

}  // namespace pomocnik::bot::http
