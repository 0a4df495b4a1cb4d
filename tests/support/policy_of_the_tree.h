// The policy of the tree's knowledge base, and policies that a test makes of its text.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "kb/policy/policy.h"
#include "tests/support/data_files.h"

namespace pomocnik::testing {

inline std::string PolicyTextOfTheTree() { return DataFileOfTheTree("policy/policy.yaml").text; }

// REQUIRES: `text` is a policy.
inline kb::Policy PolicyFrom(const std::string& text) {
  kb::Diagnostics diagnostics;
  auto policy = kb::ParsePolicy(text, "policy.yaml", diagnostics);
  for (const auto& diagnostic : diagnostics) MESSAGE(kb::FormatDiagnostic(diagnostic));
  REQUIRE(policy);
  return *policy;
}

inline kb::Policy PolicyOfTheTree() { return PolicyFrom(PolicyTextOfTheTree()); }

}  // namespace pomocnik::testing
