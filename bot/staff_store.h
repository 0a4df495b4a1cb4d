// Where sessions and failed sign-ins are kept: the border to the state database.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "bot/staff/session.h"

namespace pomocnik::bot {

// How often a password may be tried for one account, and from one address, within which time.
inline constexpr int kMaxTries = 5;
inline constexpr std::chrono::minutes kTryWindow{15};

// One try: what it counts against, as digests that name nobody.
struct SignInTry {
  std::string account;
  std::string address;
  Instant at;
};

// Thread-safe. Writes return after their commit; kUnavailable: not known to be kept.
class StaffStore {
 public:
  virtual ~StaffStore() = default;

  // Counts the try. kExhausted, and nothing is counted: kMaxTries were made for the account or from the address
  // within kTryWindow; retry_after says when the next one is free. What is older is forgotten.
  virtual Status CountTry(const SignInTry& attempt) = 0;

  // Takes the try back: it was right.
  virtual Status ForgetTry(const SignInTry& attempt) = 0;

  // Notes that the account's code of that time step was used. kConflict: it, or a later one, was used before.
  virtual Status UseCode(std::string_view name, std::int64_t step) = 0;

  // Keeps a new session, and drops those that have ended by time.
  virtual Status OpenSession(const SessionRecord& session) = 0;

  // Whatever its age.
  virtual Result<std::optional<SessionRecord>> FindSession(std::string_view digest) = 0;

  // Notes that the session was used. Never waits; may be lost.
  virtual void NoteSeen(std::string_view digest, Instant at) = 0;

  // Those of one account, the newest first, also such as have ended by time.
  virtual Result<std::vector<SessionRecord>> ListSessions(std::string_view name) = 0;

  // kNotFound: the account has no such session.
  virtual Status CloseSession(std::string_view name, std::int64_t number) = 0;
};

}  // namespace pomocnik::bot
