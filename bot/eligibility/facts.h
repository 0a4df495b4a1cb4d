// What is known about a case.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace pomocnik::bot {

// What was said about one fact of the policy.
struct FactValue {
  enum class State { kKnown, kOpen } state;  // open: mentioned but undecided ("mogoče po telefonu")
  std::string value;                         // when known: "yes", "portal", "20"
  bool operator==(const FactValue&) const = default;
};

// By the fact's id (kb/policy/facts.h). What was not mentioned is not in it.
using Facts = std::map<std::string, FactValue, std::less<>>;

}  // namespace pomocnik::bot
