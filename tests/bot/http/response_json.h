// What a response says, for tests that read it as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "bot/http/message.h"

namespace pomocnik::testing {

// Discarded when the body is no JSON.
inline nlohmann::json JsonOf(const bot::http::Response& response) {
  return nlohmann::json::parse(response.body, nullptr, false);
}

// The code of an error; "(none)" when it is none.
inline std::string CodeOf(const bot::http::Response& response) {
  return JsonOf(response).value("/error/code"_json_pointer, "(none)");
}

}  // namespace pomocnik::testing
