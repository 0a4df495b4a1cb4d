#include "bot/http/staff/staff_door.h"

#include <optional>
#include <utility>

#include "bot/http/refusal.h"
#include "bot/http/staff/own_page.h"
#include "bot/http/staff/session_cookie.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kTokenHeader = "X-Staff-Token";

// How often it is written down that a session was used.
constexpr std::chrono::seconds kSeenGrain{1};

bool HasToken(const Headers& headers, std::string_view session_id) {
  return CountHeaders(headers, kTokenHeader) == 1 &&
         CheckToken(session_id, *FindHeader(headers, kTokenHeader)) == TokenMatch::kYes;
}

// The session of that id and whose it is; absent when it is over, or the account is gone or another than it was.
Result<std::optional<Visit>> FindVisit(const StaffParts& parts, std::string_view session_id) {
  if (session_id.empty()) return std::optional<Visit>();
  ASSIGN_OR_RETURN(const auto session, parts.store.FindSession(SessionDigest(session_id)));
  const Instant now = parts.clock.Now();
  if (!session || StateOf(*session, now) == SessionState::kEnded) return std::optional<Visit>();
  ASSIGN_OR_RETURN(const auto accounts, parts.accounts.Get());
  const Account* account = FindAccount(*accounts, session->name);
  if (account == nullptr || account->stamp != session->stamp) return std::optional<Visit>();
  if (now - session->seen_at >= kSeenGrain) parts.store.NoteSeen(session->digest, now);
  return std::optional<Visit>({account->name, account->role});
}

}  // namespace

std::variant<Visit, Response> StaffDoor::LetIn(const Request& request, Role least) const {
  const auto refuse = [&](Problem problem) { return Refuse({problem, ""}, request.language); };
  const Headers& headers = request.head.headers;
  const bool changes = request.head.method == "POST";
  if (changes && SenderOf(headers) == Sender::kForeign) return refuse(Problem::kForeignPage);

  const std::string session_id = FindSessionId(headers);
  auto visit = FindVisit(parts_, session_id);
  if (!visit) {
    parts_.log.Failure("staff_door_failed", {{"error", visit.error().message}});
    return refuse(Problem::kStaffUnavailable);
  }
  if (!*visit) return refuse(Problem::kNotSignedIn);
  if (changes && !HasToken(headers, session_id)) return refuse(Problem::kForeignPage);
  if ((*visit)->role < least) return refuse(Problem::kRoleTooLow);
  return std::move(**visit);
}

}  // namespace pomocnik::bot::http
