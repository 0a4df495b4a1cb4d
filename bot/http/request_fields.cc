#include "bot/http/request_fields.h"

#include <algorithm>

#include "base/utf8.h"
#include "bot/http/language.h"

namespace pomocnik::bot::http {

using Presence = JsonObject::Presence;

bool IsToken(std::string_view text, std::size_t min, std::size_t max) {
  return text.size() >= min && text.size() <= max &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

std::optional<Refusal> ReadField(const JsonObject& object, std::string_view name, Need need,
                                 std::string& value) {
  switch (object.ReadString(name, value)) {
    case Presence::kPresent:
      return std::nullopt;
    case Presence::kWrongType:
      return Refusal{Problem::kWrongField, std::string(name)};
    case Presence::kAbsent:
      break;
  }
  if (need == Need::kOptional) return std::nullopt;
  return Refusal{Problem::kMissingField, std::string(name)};
}

std::optional<Refusal> ReadFilledField(const JsonObject& object, std::string_view name, Need need,
                                       std::string& value) {
  if (auto refusal = ReadField(object, name, Need::kOptional, value)) return refusal;
  if (need == Need::kOptional || !value.empty()) return std::nullopt;
  return Refusal{Problem::kMissingField, std::string(name)};
}

std::optional<Refusal> ReadContext(const JsonObject& object, ContextFields& fields) {
  JsonObject context;
  if (object.ReadObject("context", context) == Presence::kWrongType) {
    return Refusal{Problem::kWrongField, "context"};
  }
  struct Member {
    std::string_view name;
    std::string* value;
    std::size_t limit;
  };
  const Member members[] = {{"channel", &fields.channel, kMaxChannelCodePoints},
                            {"app", &fields.app, kMaxContextCodePoints},
                            {"screen", &fields.screen, kMaxContextCodePoints},
                            {"module", &fields.module, kMaxContextCodePoints},
                            {"version", &fields.version, kMaxContextCodePoints}};
  for (const Member& member : members) {
    const std::string path = "context." + std::string(member.name);
    if (ReadField(context, member.name, Need::kOptional, *member.value)) {
      return Refusal{Problem::kWrongField, path};
    }
    if (CountCodePoints(*member.value) > member.limit) return Refusal{Problem::kLongField, path};
  }
  return std::nullopt;
}

std::optional<Refusal> ReadLanguage(const JsonObject& object, std::string& lang) {
  std::string code;
  if (auto refusal = ReadField(object, "lang", Need::kOptional, code)) return refusal;
  if (!code.empty() && !ParseLanguage(code)) return Refusal{Problem::kWrongField, "lang"};
  lang = code;
  return std::nullopt;
}

std::optional<Refusal> ReadTurn(const JsonObject& object, std::string& turn) {
  if (auto refusal = ReadField(object, "turn", Need::kRequired, turn)) return refusal;
  if (!IsToken(turn, 1, 64)) return Refusal{Problem::kWrongField, "turn"};
  return std::nullopt;
}

}  // namespace pomocnik::bot::http
