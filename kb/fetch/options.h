// How a source is fetched.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace pomocnik::kb::fetch {

struct FetchOptions {
  // "help.icenter.si", or with a port; nothing else is fetched.
  std::vector<std::string> allow_hosts = {};
  std::string agent = "pomocnik";  // lower case; how robots.txt may name us

  // Between two requests to one host; a host may ask for more.
  std::chrono::milliseconds pause{500};
  std::chrono::seconds longest_pause{30};  // that a host may ask for by its robots.txt
  std::chrono::seconds least_back_off{5};  // after "busy"; four times as long after the next
  // For a host that asks to be left alone; beyond it the request is given up.
  std::chrono::seconds longest_wait{60};

  // Of one answer, unpacked: far above a page, and above a PDF of tips.
  std::size_t max_bytes = 16 * 1024 * 1024;
  std::chrono::milliseconds connect_time{10'000};
  std::chrono::milliseconds answer_time{60'000};  // for the whole of an answer
  std::chrono::seconds stall_time{10};            // with less than kSlowestBytes a second
};

// Slower than this is no use to anybody.
inline constexpr long kSlowestBytes = 100;

}  // namespace pomocnik::kb::fetch
