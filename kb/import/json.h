// Values of the import as JSON, for its own files and pipes.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"
#include "kb/imported.h"
#include "kb/screens.h"

namespace pomocnik::kb::json {

// One line; what is no UTF-8 is replaced.
std::string Dump(const nlohmann::json& value);
// Null when the text is no JSON.
nlohmann::json Parse(std::string_view text);

// The value of a key, or what is usual when it is missing or of another type.
std::string Text(const nlohmann::json& object, const char* key);
long long Number(const nlohmann::json& object, const char* key);
std::vector<std::string> Texts(const nlohmann::json& object, const char* key);
// An empty list when it is missing or of another type.
const nlohmann::json& List(const nlohmann::json& object, const char* key);

nlohmann::json Write(const Diagnostics& diagnostics);
Diagnostics ReadDiagnostics(const nlohmann::json& list);

nlohmann::json Write(const std::vector<Finding>& findings);
std::vector<Finding> ReadFindings(const nlohmann::json& list);

nlohmann::json Write(const std::vector<Screen>& screens);
std::vector<Screen> ReadScreens(const nlohmann::json& list);

}  // namespace pomocnik::kb::json
