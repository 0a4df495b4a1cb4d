// What visitors say: messages, votes, their wording of a draft, what they did with it and what they read.
#pragma once

#include "bot/http/message.h"
#include "bot/http/routes.h"

namespace pomocnik::bot::http {

Response TakeTurn(const RouteParts& parts, const Request& request);
Response TakeFeedback(const RouteParts& parts, const Request& request);
Response TakeDraft(const RouteParts& parts, const Request& request);
Response TakeDraftEvent(const RouteParts& parts, const Request& request);
Response TakeEvents(const RouteParts& parts, const Request& request);

}  // namespace pomocnik::bot::http
