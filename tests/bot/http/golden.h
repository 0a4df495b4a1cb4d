// The samples in golden/, which the tests of the pages use, too.
#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/bot/http/openapi.h"

namespace pomocnik::testing {

inline std::string Golden(const std::string& name) {
  return ReadTreeFile("tests/bot/http/golden/" + name);
}

// That `written` says the same as the sample.
inline void CheckSample(const std::string& written, const std::string& name) {
  using Json = nlohmann::json;
  CAPTURE(name);
  CHECK(Json::parse(written, nullptr, false) == Json::parse(Golden(name), nullptr, false));
}

// And that it is of the named schema of openapi.yaml.
inline void CheckSample(const std::string& written, const std::string& name,
                        const std::string& schema) {
  CheckSample(written, name);
  CAPTURE(name);
  CHECK(OpenApi().CheckText(schema, written) == "");
}

}  // namespace pomocnik::testing
