// What stands in headers of HTTP. Pure; anything may be handed in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::kb::fetch {

// "Sun, 06 Nov 1994 08:49:37 GMT", the form that servers must send. Absent for anything else.
std::optional<Instant> ParseHttpDate(std::string_view text);

// How long a server asks to be left alone: seconds, or a date (never less than nothing). Absent for anything else.
std::optional<std::chrono::seconds> ParseRetryAfter(std::string_view text, Instant now);

struct ContentType {
  std::string media_type;  // lower case, without parameters
  std::string charset;     // lower case; empty: not told
  bool operator==(const ContentType&) const = default;
};

// "text/html; charset=UTF-8". Both are empty when the text is no content type.
ContentType ParseContentType(std::string_view text);

}  // namespace pomocnik::kb::fetch
