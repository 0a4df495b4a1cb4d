#include "bot/http/staff/diagnostics_api.h"

#include <nlohmann/json.hpp>

namespace pomocnik::bot::http {

OrderedJson DiagnosticsJson(const kb::Diagnostics& diagnostics) {
  OrderedJson list = OrderedJson::array();
  for (const kb::Diagnostic& diagnostic : diagnostics) {
    const bool fails = diagnostic.severity == kb::Severity::kError;
    list.push_back({{"file", diagnostic.file},
                    {"line", diagnostic.line},
                    {"severity", fails ? "error" : "warning"},
                    {"code", diagnostic.code},
                    {"excerpt", diagnostic.excerpt},
                    {"text", diagnostic.message}});
  }
  return list;
}

}  // namespace pomocnik::bot::http
