// JSON as text.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace pomocnik::bot::http {

// Compact, members in the order they were given. Bytes that are not UTF-8 are written as U+FFFD.
std::string Dump(const nlohmann::ordered_json& json);

// null when the text is empty.
nlohmann::ordered_json TextOrNull(std::string_view text);

}  // namespace pomocnik::bot::http
