// The door that staff routes lie behind: signing in and out, and who may pass.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "base/clock.h"
#include "base/log.h"
#include "bot/http/message.h"
#include "bot/identity_keys.h"
#include "bot/staff/account_file.h"
#include "bot/staff/hash_threads.h"
#include "bot/staff/role.h"
#include "bot/staff/sign_in_counters.h"
#include "bot/staff_log.h"
#include "bot/staff_store.h"

namespace pomocnik::bot::http {

// `__Host-`: a browser takes it over HTTPS only (and from this machine), and sends it to no other host.
inline constexpr std::string_view kSessionCookie = "__Host-staff";
inline constexpr std::string_view kTokenHeader = "X-Staff-Token";

// What the door works with; all of it must outlive the door and is thread-safe.
struct StaffDoorParts {
  AccountFile& accounts;
  StaffStore& store;
  StaffLog& staff_log;
  HashThreads& hashes;
  const IdentityKeys& keys;
  SignInCounters& counters;
  const Clock& clock;
  Log& log;
};

// Who has passed.
struct Visit {
  std::string name;
  Role role = Role::kViewer;
  std::string session_id;    // from the cookie
  std::int64_t session = 0;  // its number
};

// Thread-safe.
class StaffDoor {
 public:
  explicit StaffDoor(const StaffDoorParts& parts) : parts_(parts) {}

  // Lets the request of an open session in whose account may do at least that; a POST only when a page of our own
  // sent it with the session's token. Else the refusal, which says nothing of what is behind the door.
  std::variant<Visit, Response> LetIn(const Request& request, Role least) const;

  // POST login: {name, password, code?}.
  Response SignIn(const Request& request) const;

  const StaffDoorParts& parts() const { return parts_; }

 private:
  StaffDoorParts parts_;
};

}  // namespace pomocnik::bot::http
