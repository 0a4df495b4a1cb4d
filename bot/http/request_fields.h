// Fields that several requests have, read out of a stranger's JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bot/http/json_object.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

inline constexpr std::size_t kMaxContextCodePoints = 100;
inline constexpr std::size_t kMaxChannelCodePoints = 20;

// Where somebody asks from.
struct ContextFields {
  std::string channel;
  std::string app;
  std::string screen;
  std::string module;
  std::string version;
};

// Whether it is made of ASCII letters, digits, '-' and '_'.
bool IsToken(std::string_view text, std::size_t min, std::size_t max);

enum class Need { kOptional, kRequired };

// Reads a string; what may be wrong with it besides its type is looked at by the caller.
std::optional<Refusal> ReadField(const JsonObject& object, std::string_view name, Need need,
                                 std::string& value);

// The same, but a required string that is empty counts as missing.
std::optional<Refusal> ReadFilledField(const JsonObject& object, std::string_view name, Need need,
                                       std::string& value);

// The member "context", which may be missing.
std::optional<Refusal> ReadContext(const JsonObject& object, ContextFields& fields);

// The member "lang", which may be missing; it is set only if it is right.
std::optional<Refusal> ReadLanguage(const JsonObject& object, std::string& lang);

// The member "turn": which one a request is about.
std::optional<Refusal> ReadTurn(const JsonObject& object, std::string& turn);

}  // namespace pomocnik::bot::http
