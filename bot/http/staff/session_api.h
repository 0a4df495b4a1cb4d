// Signing in, sessions and the staff log on the wire (openapi.yaml: StaffSignIn, StaffSession, StaffSessions, StaffLog).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/http/refusal.h"
#include "bot/staff/role.h"
#include "bot/staff/session.h"
#include "bot/staff_log.h"

namespace pomocnik::bot::http {

struct SignInRequest {
  std::string name;  // in lower case, as accounts are named
  std::string password;
  std::string code;  // empty: none was given
};

// Fills `request`. Returns what is wrong with the body, naming the first wrong field.
std::optional<Refusal> ReadSignInRequest(std::string_view body, SignInRequest& request);

struct SessionReply {
  std::string name;
  Role role = Role::kViewer;
  std::string token;
};
std::string WriteSession(const SessionReply& reply);

// `current` is the digest of the session that asks.
std::string WriteSessions(const std::vector<SessionRecord>& sessions, std::string_view current);

// The number of the session to end.
std::optional<Refusal> ReadRevokeRequest(std::string_view body, std::int64_t& number);

// {}: done, and there is nothing to tell.
std::string WriteDone();

std::string WriteStaffLog(const std::vector<StaffEntry>& entries);

}  // namespace pomocnik::bot::http
