#include "bot/http/staff/session_routes.h"

#include <algorithm>
#include <string>

#include "bot/http/responses.h"
#include "bot/http/staff/day_range.h"
#include "bot/http/staff/session_api.h"
#include "bot/http/staff/session_cookie.h"

namespace pomocnik::bot::http {
namespace {

constexpr int kMaxLogEntries = 5000;
constexpr int kLogDays = 30;  // when no other time is asked for

Response Fail(const StaffParts& parts, const StaffRequest& asked, const Error& error) {
  parts.log.Failure("staff_request_failed", {{"error", error.message}});
  return Refuse({Problem::kStaffUnavailable, ""}, asked.request.language);
}

Response ShowSession(const StaffParts&, const StaffRequest& asked) {
  const std::string id = FindSessionId(asked.request.head.headers);
  return Json(WriteSession({asked.name, asked.role, SessionToken(id)}));
}

// The open sessions of who asks.
Result<std::vector<SessionRecord>> OpenSessions(const StaffParts& parts,
                                                const StaffRequest& asked) {
  ASSIGN_OR_RETURN(auto sessions, parts.store.ListSessions(asked.name));
  const Instant now = parts.clock.Now();
  std::erase_if(sessions, [&](const SessionRecord& session) {
    return StateOf(session, now) == SessionState::kEnded;
  });
  return sessions;
}

Response ShowSessions(const StaffParts& parts, const StaffRequest& asked) {
  const auto sessions = OpenSessions(parts, asked);
  if (!sessions) return Fail(parts, asked, sessions.error());
  return Json(WriteSessions(*sessions, SessionDigest(FindSessionId(asked.request.head.headers))));
}

Response SignOut(const StaffParts& parts, const StaffRequest& asked) {
  const std::string digest = SessionDigest(FindSessionId(asked.request.head.headers));
  const auto session = parts.store.FindSession(digest);
  if (!session) return Fail(parts, asked, session.error());
  const Instant now = parts.clock.Now();
  Status status = parts.staff_log.Note({now, asked.name, StaffDeed::kSignedOut, ""});
  if (status && *session) status = parts.store.CloseSession(asked.name, (*session)->number);
  // Two tabs may sign out at once.
  if (!status && status.error().code != ErrorCode::kNotFound) {
    return Fail(parts, asked, status.error());
  }
  Response response = Json(WriteDone());
  response.headers.push_back(TakeSession());
  return response;
}

Response Revoke(const StaffParts& parts, const StaffRequest& asked) {
  std::int64_t number = 0;
  if (const auto wrong = ReadRevokeRequest(asked.request.body, number)) {
    return Refuse(*wrong, asked.request.language);
  }
  Status status = parts.store.CloseSession(asked.name, number);
  if (!status && status.error().code == ErrorCode::kNotFound) {
    return Refuse({Problem::kNoSuchSession, ""}, asked.request.language);
  }
  if (status) {
    status = parts.staff_log.Note({parts.clock.Now(), asked.name, StaffDeed::kSessionRevoked,
                                   "session/" + std::to_string(number)});
  }
  if (!status) return Fail(parts, asked, status.error());
  return Json(WriteDone());
}

Response ShowLog(const StaffParts& parts, const StaffRequest& asked) {
  DayRange days = LastDays(parts.clock.Now(), kLogDays);
  if (const auto wrong = ReadDayRange(asked.request, days)) {
    return Refuse(*wrong, asked.request.language);
  }
  const auto entries = parts.staff_log.List(BeginOf(days), EndOf(days), kMaxLogEntries);
  if (!entries) return Fail(parts, asked, entries.error());
  return Json(WriteStaffLog(*entries));
}

StaffRoute Row(std::string method, std::string path, Role least, std::vector<int> statuses,
               StaffHandler handler) {
  return {std::move(method), "/api/v1/staff/" + std::move(path), least, std::move(statuses),
          std::move(handler)};
}

}  // namespace

std::vector<StaffRoute> SessionRoutes(const StaffParts& parts) {
  using Answer = Response (*)(const StaffParts&, const StaffRequest&);
  const auto with = [&](Answer answer) -> StaffHandler {
    return [parts, answer](const StaffRequest& asked) { return answer(parts, asked); };
  };
  return {
      Row("GET", "session", Role::kViewer, {200}, with(ShowSession)),
      Row("POST", "logout", Role::kViewer, {200}, with(SignOut)),
      Row("GET", "sessions", Role::kViewer, {200}, with(ShowSessions)),
      Row("POST", "sessions/revoke", Role::kViewer, {200, 404}, with(Revoke)),
      Row("GET", "log", Role::kAdmin, {200, 400}, with(ShowLog)),
  };
}

}  // namespace pomocnik::bot::http
