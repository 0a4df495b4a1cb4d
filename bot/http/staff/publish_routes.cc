#include "bot/http/staff/publish_routes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "bot/http/json_object.h"
#include "bot/http/refusal.h"
#include "bot/http/responses.h"
#include "bot/http/staff/publish_api.h"

namespace pomocnik::bot::http {
namespace {

// What an error of the desk means where the route asks for it.
struct Meaning {
  Problem not_found = Problem::kCandidateGone;
  Problem conflict = Problem::kPublishBusy;
};

Response Fail(const PublishParts& parts, const StaffRequest& asked, const Error& error,
              const Meaning& meaning) {
  Problem problem = Problem::kStaffUnavailable;
  if (error.code == ErrorCode::kNotFound) problem = meaning.not_found;
  if (error.code == ErrorCode::kConflict) problem = meaning.conflict;
  parts.log.Warning("publishing_refused", {{"reason", error.message}});
  return Refuse({problem, ""}, asked.request.language);
}

Response Show(const PublishParts& parts, const StaffRequest&) {
  return Json(WritePublishState(parts.desk.state()));
}

Response Prepare(const PublishParts& parts, const StaffRequest& asked) {
  if (!JsonObject::Parse(asked.request.body)) {
    return Refuse({Problem::kMalformedJson, ""}, asked.request.language);
  }
  const Status begun = parts.desk.Begin();
  if (!begun) return Fail(parts, asked, begun.error(), {.not_found = Problem::kEditingOff});
  return Show(parts, asked);
}

Response Discard(const PublishParts& parts, const StaffRequest& asked) {
  if (!JsonObject::Parse(asked.request.body)) {
    return Refuse({Problem::kMalformedJson, ""}, asked.request.language);
  }
  const Status discarded = parts.desk.Discard();
  if (!discarded) return Fail(parts, asked, discarded.error(), {});
  return Show(parts, asked);
}

// Only what can be done is noted as if it were.
Response Go(const PublishParts& parts, const StaffRequest& asked) {
  std::string version;
  if (const auto wrong = ReadVersion(asked.request.body, version)) {
    return Refuse(*wrong, asked.request.language);
  }
  const auto candidate = parts.desk.state().candidate;
  if (!candidate || candidate->version != version) {
    return Refuse({Problem::kCandidateGone, ""}, asked.request.language);
  }
  const Status noted =
      parts.staff_log.Note({parts.clock.Now(), asked.name, StaffDeed::kPublished, version});
  const Status done = noted ? parts.desk.Go(version) : noted;
  if (!done) return Fail(parts, asked, done.error(), {.conflict = Problem::kCandidateGone});
  return Show(parts, asked);
}

Response RollBack(const PublishParts& parts, const StaffRequest& asked) {
  std::string version;
  if (const auto wrong = ReadVersion(asked.request.body, version)) {
    return Refuse(*wrong, asked.request.language);
  }
  const auto versions = parts.desk.state().versions;
  const bool known = std::any_of(versions.begin(), versions.end(),
                                 [&](const auto& kept) { return kept.version == version; });
  if (!known) return Refuse({Problem::kNoSuchVersion, ""}, asked.request.language);
  const Status noted =
      parts.staff_log.Note({parts.clock.Now(), asked.name, StaffDeed::kRolledBack, version});
  const Status done = noted ? parts.desk.RollBack(version) : noted;
  if (done) return Show(parts, asked);
  if (done.error().code != ErrorCode::kInternal) {
    return Fail(parts, asked, done.error(), {.not_found = Problem::kNoSuchVersion});
  }
  parts.log.Warning("publishing_refused", {{"reason", done.error().message}});
  return Refuse({Problem::kNoSuchVersion, ""}, asked.request.language);
}

}  // namespace

std::vector<StaffRoute> PublishRoutes(const PublishParts& parts) {
  using Answer = Response (*)(const PublishParts&, const StaffRequest&);
  const auto with = [&](Answer answer) -> StaffHandler {
    return [parts, answer](const StaffRequest& asked) { return answer(parts, asked); };
  };
  const std::string base = "/api/v1/staff/publish";
  return {
      {"GET", base, Role::kViewer, {200}, with(Show)},
      {"POST", base + "/prepare", Role::kCurator, {200, 400, 409, 503}, with(Prepare)},
      {"POST", base + "/go", Role::kCurator, {200, 400, 409, 503}, with(Go)},
      {"POST", base + "/discard", Role::kCurator, {200, 400, 409}, with(Discard)},
      {"POST", base + "/rollback", Role::kCurator, {200, 400, 404, 409, 503}, with(RollBack)},
  };
}

}  // namespace pomocnik::bot::http
