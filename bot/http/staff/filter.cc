#include "bot/http/staff/filter.h"

#include "base/utf8.h"

namespace pomocnik::bot::http {

std::optional<Refusal> ReadFilter(const Request& request, std::string_view name, std::size_t limit,
                                  std::string& value) {
  value = request.FindQuery(name).value_or("");
  if (CountCodePoints(value) <= limit) return std::nullopt;
  return Refusal{Problem::kLongField, std::string(name)};
}

}  // namespace pomocnik::bot::http
