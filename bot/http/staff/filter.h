// What the query of a staff page narrows its rows to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "bot/http/message.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

// A filter that is not given is empty: all rows. Refuses one of more than `limit` code points; names the field.
std::optional<Refusal> ReadFilter(const Request& request, std::string_view name, std::size_t limit,
                                  std::string& value);

}  // namespace pomocnik::bot::http
