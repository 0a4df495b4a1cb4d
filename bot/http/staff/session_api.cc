#include "bot/http/staff/session_api.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "base/clock.h"
#include "base/utf8.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/staff/password_rules.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::ordered_json;
using Presence = JsonObject::Presence;

constexpr std::size_t kMaxNameBytes = 256;
constexpr std::size_t kMaxCodeBytes = 32;

enum class Needed { kNo, kYes };

struct Field {
  std::string_view name;
  std::size_t max_bytes;
  Needed needed = Needed::kYes;
};

std::optional<Refusal> ReadText(const JsonObject& object, const Field& field, std::string& value) {
  const std::string name(field.name);
  const Presence presence = object.ReadString(field.name, value);
  if (presence == Presence::kWrongType) return Refusal{Problem::kWrongField, name};
  if (field.needed == Needed::kYes && value.empty()) return Refusal{Problem::kMissingField, name};
  if (value.size() > field.max_bytes) return Refusal{Problem::kLongField, name};
  return std::nullopt;
}

// Phones begin a field with a capital.
void LowerCase(std::string& name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

}  // namespace

std::optional<Refusal> ReadSignInRequest(std::string_view body, SignInRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto wrong = ReadText(*object, {"name", kMaxNameBytes}, request.name)) return wrong;
  if (auto wrong = ReadText(*object, {"password", kMaxPasswordBytes}, request.password)) {
    return wrong;
  }
  LowerCase(request.name);
  return ReadText(*object, {"code", kMaxCodeBytes, Needed::kNo}, request.code);
}

std::string WriteSession(const SessionReply& reply) {
  return Dump({{"name", reply.name}, {"role", RoleName(reply.role)}, {"csrf", reply.token}});
}

std::string WriteSessions(const std::vector<SessionRecord>& sessions, std::string_view current) {
  Json list = Json::array();
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
  Json list = Json::array();
  for (const StaffEntry& entry : entries) {
    list.push_back({{"at", FormatRfc3339(entry.at)},
                    {"name", entry.name},
                    {"act", entry.act},
                    {"object", entry.object}});
  }
  return Dump({{"entries", std::move(list)}});
}

}  // namespace pomocnik::bot::http
