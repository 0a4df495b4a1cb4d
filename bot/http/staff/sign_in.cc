#include "bot/http/staff/sign_in.h"

#include <optional>
#include <string>
#include <utility>

#include "bot/http/client_address.h"
#include "bot/http/responses.h"
#include "bot/http/staff/own_page.h"
#include "bot/http/staff/session_api.h"
#include "bot/http/staff/session_cookie.h"
#include "bot/staff/totp.h"

namespace pomocnik::bot::http {
namespace {

// One attempt on its way.
struct Attempt {
  SignInRequest given;
  SignInTry counted;
  const Account* account = nullptr;  // nullptr: there is none of that name
};

// Digests by the key of this service: the state names neither accounts that do not exist nor addresses.
SignInTry TryOf(const StaffParts& parts, const SignInRequest& given, std::string_view peer) {
  return {.account = parts.keys.Digest("staff account " + given.name),
          .address = parts.keys.Digest("staff address " + ClientPrefix(peer)),
          .at = parts.clock.Now()};
}

// Of an error of the store.
Refusal Explain(const StaffParts& parts, const Error& error) {
  if (error.code == ErrorCode::kExhausted) {
    ++parts.counters.locked_out;
    return {Problem::kTooManySignIns, "", error.retry_after};
  }
  parts.log.Failure("staff_sign_in_failed", {{"error", error.message}});
  return {Problem::kStaffUnavailable, ""};
}

// Whether the account asks for no code, or this one is right and was not used before.
enum class CodeMatch { kNo, kYes };
Result<CodeMatch> CheckCode(const StaffParts& parts, const Account& account,
                            const std::string& code) {
  if (account.code_secret.empty()) return CodeMatch::kYes;
  const auto step = FindCodeStep(account.code_secret, code, parts.clock.Now());
  if (!step) return CodeMatch::kNo;
  const Status used = parts.store.UseCode(account.name, *step);
  if (used) return CodeMatch::kYes;
  if (used.error().code == ErrorCode::kConflict) return CodeMatch::kNo;
  return used.error();
}

// Opens a session that has nothing of an earlier one.
Result<std::string> OpenSession(const StaffParts& parts, const Account& account) {
  const Instant now = parts.clock.Now();
  const std::string id = NewSessionId();
  RETURN_IF_ERROR(parts.staff_log.Note({now, account.name, StaffDeed::kSignedIn, ""}));
  RETURN_IF_ERROR(parts.store.OpenSession({.number = 0,
                                           .digest = SessionDigest(id),
                                           .name = account.name,
                                           .stamp = account.stamp,
                                           .created_at = now,
                                           .seen_at = now}));
  return id;
}

// Ends the session that the browser is about to forget.
Status CloseFormer(const StaffParts& parts, const Headers& headers) {
  const std::string id = FindSessionId(headers);
  if (id.empty()) return {};
  ASSIGN_OR_RETURN(const auto former, parts.store.FindSession(SessionDigest(id)));
  if (!former) return {};
  const Status closed = parts.store.CloseSession(former->name, former->number);
  // Another request may have been faster.
  if (!closed && closed.error().code != ErrorCode::kNotFound) return closed.error();
  return {};
}

Refusal RefuseWrong(const StaffParts& parts, const Account* account) {
  ++parts.counters.refused;
  // What was typed for a name may be anything, a password too: only names of accounts are kept.
  if (account != nullptr) {
    parts.staff_log.NoteLater({parts.clock.Now(), account->name, StaffDeed::kSignInRefused, ""});
  }
  return {Problem::kWrongSignIn, ""};
}

// Takes back an attempt that tells nothing of a guess.
Refusal Uncounted(const StaffParts& parts, const Attempt& attempt, Problem problem) {
  const Status back = parts.store.ForgetTry(attempt.counted);
  return back ? Refusal{problem, ""} : Explain(parts, back.error());
}

// The refusal of an attempt that was counted; absent when everything is right.
std::optional<Refusal> Judge(const StaffParts& parts, const Attempt& attempt) {
  const bool is_known = attempt.account != nullptr;
  const auto checked = parts.hashes.Check(is_known ? attempt.account->password_hash : DummyHash(),
                                          attempt.given.password);
  if (!checked) {
    ++parts.counters.busy;
    return Uncounted(parts, attempt, Problem::kSignInBusy);
  }
  if (!is_known || *checked == PasswordMatch::kNo) return RefuseWrong(parts, attempt.account);
  // Told only to who knows the password.
  if (!attempt.account->code_secret.empty() && attempt.given.code.empty()) {
    return Uncounted(parts, attempt, Problem::kCodeRequired);
  }
  const auto code = CheckCode(parts, *attempt.account, attempt.given.code);
  if (!code) return Explain(parts, code.error());
  if (*code == CodeMatch::kNo) return RefuseWrong(parts, attempt.account);
  return std::nullopt;
}

Response Welcome(const StaffParts& parts, const Attempt& attempt, const Request& request) {
  Status closed = CloseFormer(parts, request.head.headers);
  if (closed) closed = parts.store.ForgetTry(attempt.counted);
  if (!closed) return Refuse(Explain(parts, closed.error()), request.language);
  const auto id = OpenSession(parts, *attempt.account);
  if (!id) return Refuse(Explain(parts, id.error()), request.language);
  ++parts.counters.signed_in;
  Response response =
      Json(WriteSession({attempt.account->name, attempt.account->role, SessionToken(*id)}));
  response.headers.push_back(GiveSession(*id));
  return response;
}

Response SignIn(const StaffParts& parts, const Request& request) {
  const auto refuse = [&](const Refusal& refusal) { return Refuse(refusal, request.language); };
  if (SenderOf(request.head.headers) == Sender::kForeign) {
    return refuse({Problem::kForeignPage, ""});
  }
  Attempt attempt;
  if (const auto wrong = ReadSignInRequest(request.body, attempt.given)) return refuse(*wrong);
  const auto accounts = parts.accounts.Get();
  if (!accounts) return refuse(Explain(parts, accounts.error()));
  attempt.account = FindAccount(**accounts, attempt.given.name);
  attempt.counted = TryOf(parts, attempt.given, request.head.peer);
  if (const Status counted = parts.store.CountTry(attempt.counted); !counted) {
    return refuse(Explain(parts, counted.error()));
  }
  if (const auto wrong = Judge(parts, attempt)) return refuse(*wrong);
  return Welcome(parts, attempt, request);
}

}  // namespace

Route SignInRoute(const StaffParts& parts) {
  return {"POST",
          "/api/v1/staff/login",
          Surface::kStaffApi,
          {200, 400, 401, 403, 413, 415, 429, 500, 503},
          [parts](const Request& request) { return SignIn(parts, request); },
          Cost::kRequest};
}

}  // namespace pomocnik::bot::http
