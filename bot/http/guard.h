// What is refused before any route sees it. The HTTP library lets all of this through.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bot/http/message.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

inline constexpr std::size_t kMaxTargetBytes = 2048;
inline constexpr std::size_t kMaxPathBytes = 1024;
inline constexpr std::size_t kMaxHeaders = 64;
inline constexpr std::size_t kMaxHeadBytes = 16 * 1024;  // names and values of all headers
inline constexpr std::size_t kMaxBodyBytes = 64 * 1024;

// Absent when the request may go on: its body is then not encoded, not chunked, and as long as
// Content-Length says, at most kMaxBodyBytes. Pure.
std::optional<Problem> Inspect(const RequestHead& head);

// The length a request that passed Inspect announced.
std::size_t AnnouncedLength(const RequestHead& head);

}  // namespace pomocnik::bot::http
