// Publishing on the wire (openapi.yaml: Publishing).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/http/refusal.h"
#include "bot/publishing/desk.h"

namespace pomocnik::bot::http {

std::string WritePublishState(const publishing::State& state);

// {version}
std::optional<Refusal> ReadVersion(std::string_view body, std::string& version);

}  // namespace pomocnik::bot::http
