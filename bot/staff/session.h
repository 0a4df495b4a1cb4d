// A session of a member of staff: what stands in its cookie, what is kept of it, and when it ends. Pure, but for the
// random bits of a new one.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::bot {

inline constexpr std::chrono::minutes kSessionIdle{30};  // without a request it ends after this
inline constexpr std::chrono::hours kSessionLife{12};    // and after this in any case

// What is kept: nothing by which the session could be taken over.
struct SessionRecord {
  std::int64_t number = 0;  // names it to its owner; given by the store
  std::string digest;       // of the id in the cookie
  std::string name;         // of the account
  std::string stamp;        // of the account when the session began (account.h)
  Instant created_at;
  Instant seen_at;
  bool operator==(const SessionRecord&) const = default;
};

enum class SessionState { kOpen, kEnded };

// Ended by time. A clock that was set back ends a session that seems to come from later.
SessionState StateOf(const SessionRecord& session, Instant now);

// 256 random bits, base64url: what the cookie holds.
std::string NewSessionId();

// SHA-256 of the id, as 64 hex digits.
std::string SessionDigest(std::string_view id);

// What a page has to send along with every change: follows from the id, which no script can read, and does not give
// it away.
std::string SessionToken(std::string_view id);

enum class TokenMatch { kNo, kYes };
// Takes the same time for any token of the right length.
TokenMatch CheckToken(std::string_view id, std::string_view token);

}  // namespace pomocnik::bot
