#include "bot/http/json_text.h"

#include <nlohmann/json.hpp>

namespace pomocnik::bot::http {

std::string Dump(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

OrderedJson TextOrNull(std::string_view text) {
  return text.empty() ? OrderedJson() : OrderedJson(text);
}

}  // namespace pomocnik::bot::http
