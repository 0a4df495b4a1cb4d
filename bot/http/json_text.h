// JSON as text.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace pomocnik::bot::http {

using OrderedJson = nlohmann::ordered_json;  // members stay in the order they were given

// Compact. Bytes that are not UTF-8 are written as U+FFFD.
std::string Dump(const OrderedJson& json);

// null when the text is empty.
OrderedJson TextOrNull(std::string_view text);

}  // namespace pomocnik::bot::http
