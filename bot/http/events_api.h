// POST /api/v1/events on the wire (openapi.yaml: EventsRequest).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/http/refusal.h"
#include "bot/http/request_fields.h"
#include "bot/visitor_events.h"

namespace pomocnik::bot::http {

inline constexpr std::size_t kMaxEventsAtOnce = 20;

struct EventsRequest {
  std::string lang;
  ContextFields context;
  std::vector<EventBatch::Item> events;
};

// Fills `request`. Returns what is wrong with the body, naming the first wrong field.
std::optional<Refusal> ReadEventsRequest(std::string_view body, EventsRequest& request);

}  // namespace pomocnik::bot::http
