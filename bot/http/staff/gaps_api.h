// Gaps on the wire (openapi.yaml: Gaps, GapStateRequest).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bot/gap_finder.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

// How many minutes a request takes, which a question that is answered saves.
std::string WriteGaps(const GapList& list, int minutes_per_request);

struct GapStateRequest {
  std::string id;
  std::string state;  // "open", "out_of_scope"
};
std::optional<Refusal> ReadGapStateRequest(std::string_view body, GapStateRequest& request);

}  // namespace pomocnik::bot::http
