// Responses that routes give, and how they tell of errors of inner rooms.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "bot/http/message.h"
#include "bot/http/refusal.h"
#include "bot/http/routes.h"

namespace pomocnik::bot::http {

Response Json(std::string body);
Response Html(std::string body);
Response Text(std::string_view content_type, std::string body);

// What the statistics call whoever asks.
std::string NameSource(const RouteParts& parts, const Request& request);

// Logs an error of an inner room in full; the caller is told only what it means for them.
Problem Report(const RouteParts& parts, std::string_view route, const Error& error);

}  // namespace pomocnik::bot::http
