// What is wrong with texts of the knowledge base, as JSON.
#pragma once

#include "bot/http/json_text.h"
#include "kb/diagnostic.h"

namespace pomocnik::bot::http {

// A list of the schema Diagnostic.
OrderedJson DiagnosticsJson(const kb::Diagnostics& diagnostics);

}  // namespace pomocnik::bot::http
