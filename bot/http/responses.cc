#include "bot/http/responses.h"

#include <utility>

#include "bot/http/client_address.h"

namespace pomocnik::bot::http {

Response Json(std::string body) {
  Response response;
  response.content_type = "application/json";
  response.body = std::move(body);
  return response;
}

Response Html(std::string body) {
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::move(body);
  return response;
}

Response Text(std::string_view content_type, std::string body) {
  Response response;
  response.content_type = content_type;
  response.body = std::move(body);
  return response;
}

std::string NameSource(const RouteParts& parts, const Request& request) {
  return parts.sources.NameOf(ClientPrefix(request.head.peer), parts.clock.Now());
}

Problem Report(const RouteParts& parts, std::string_view route, const Error& error) {
  const Problem problem = ProblemOf(error.code);
  if (RefusalStatus(problem) >= 500) {
    parts.log.Failure("request_failed", {{"route", std::string(route)}, {"error", error.message}});
  }
  return problem;
}

}  // namespace pomocnik::bot::http
