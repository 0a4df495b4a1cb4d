// What is refused before any route sees it. The HTTP library lets all of this through.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

// The address of the person: what nginx put into X-Real-IP when the peer is this machine, else the peer
// itself. Any other header is the client's own invention.
std::string ClientAddress(std::string_view peer, const Headers& headers);

// 127.0.0.0/8, ::1, also as ::ffff:127.0.0.1.
bool IsLoopback(std::string_view address);

}  // namespace pomocnik::bot::http
