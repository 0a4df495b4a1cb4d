// A request that was really filed in the portal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace pomocnik::bot {

struct FiledRequest {
  std::string number;
  Instant created_at;
  std::string state;
  std::optional<Instant> closed_at{};  // absent: still open
  std::string solution{};              // without personal data, as is the text
  std::string text{};
  std::vector<std::string> references{};  // of episodes, as they stand in the text
  bool operator==(const FiledRequest&) const = default;
};

}  // namespace pomocnik::bot
