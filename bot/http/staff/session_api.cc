#include "bot/http/staff/session_api.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/ascii.h"
#include "base/clock.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/http/request_fields.h"
#include "bot/staff/password_rules.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::size_t kMaxNameBytes = 256;
constexpr std::size_t kMaxCodeBytes = 32;

struct Field {
  std::string_view name;
  std::size_t max_bytes;
  Need need = Need::kRequired;
};

std::optional<Refusal> ReadText(const JsonObject& object, const Field& field, std::string& value) {
  if (auto wrong = ReadFilledField(object, field.name, field.need, value)) return wrong;
  if (value.size() <= field.max_bytes) return std::nullopt;
  return Refusal{Problem::kLongField, std::string(field.name)};
}

}  // namespace

std::optional<Refusal> ReadSignInRequest(std::string_view body, SignInRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadText(*object, {"name", kMaxNameBytes}, request.name)) return wrong;
  if (auto wrong = ReadText(*object, {"password", kMaxPasswordBytes}, request.password)) {
    return wrong;
  }
  request.name = LowerCase(request.name);  // phones begin a field with a capital
  return ReadText(*object, {"code", kMaxCodeBytes, Need::kOptional}, request.code);
}

std::string WriteSession(const SessionReply& reply) {
  return Dump({{"name", reply.name}, {"role", RoleName(reply.role)}, {"csrf", reply.token}});
}

std::string WriteSessions(const std::vector<SessionRecord>& sessions, std::string_view current) {
  OrderedJson list = OrderedJson::array();
  for (const SessionRecord& session : sessions) {
    list.push_back({{"id", std::to_string(session.number)},
                    {"createdAt", FormatRfc3339(session.created_at)},
                    {"seenAt", FormatRfc3339(session.seen_at)},
                    {"current", session.digest == current}});
  }
  return Dump({{"sessions", std::move(list)}});
}

std::optional<Refusal> ReadRevokeRequest(std::string_view body, std::int64_t& number) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  std::string id;
  if (auto wrong = ReadText(*object, {"id", 20}, id)) return wrong;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  if (error != std::errc() || end != id.data() + id.size()) {
    return Refusal{Problem::kWrongField, "id"};
  }
  return std::nullopt;
}

std::string WriteDone() { return "{}"; }

std::string WriteStaffLog(const std::vector<StaffEntry>& entries) {
  OrderedJson list = OrderedJson::array();
  for (const StaffEntry& entry : entries) {
    list.push_back({{"at", FormatRfc3339(entry.at)},
                    {"name", entry.name},
                    {"act", entry.act},
                    {"object", entry.object}});
  }
  return Dump({{"entries", std::move(list)}});
}

}  // namespace pomocnik::bot::http
