// Asks the handlers of staff routes as the door does once it has let somebody in.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "bot/http/staff/staff_route.h"
#include "tests/bot/http/response_json.h"

namespace pomocnik::testing {

class HandlerBench {
 public:
  explicit HandlerBench(std::vector<bot::http::StaffRoute> routes) : routes_(std::move(routes)) {}

  // `path` is what stands behind /api/v1/staff/. The status is one that the route says it may answer with.
  bot::http::Response Ask(const std::string& method, const std::string& path, std::string body = "",
                          std::vector<bot::http::Parameter> query = {}) const {
    for (const auto& route : routes_) {
      if (route.method != method || route.path != "/api/v1/staff/" + path) continue;
      bot::http::Request request;
      request.head.method = method;
      request.body = std::move(body);
      request.query = std::move(query);
      request.language = bot::http::Language::kEnglish;
      auto response = route.handler({request, "ana", route.least});
      const auto& known = route.statuses;
      CHECK(std::find(known.begin(), known.end(), response.status) != known.end());
      return response;
    }
    FAIL("no route " << method << " " << path);
    return {};
  }

 private:
  std::vector<bot::http::StaffRoute> routes_;
};

// The code of an error, with its field: "invalid_argument title".
inline std::string ErrorOf(const bot::http::Response& response) {
  const auto json = JsonOf(response);
  if (!json.is_object() || !json.contains("error")) return "";
  const auto& error = json["error"];
  const std::string field = error.value("field", "");
  return error.value("code", "") + (field.empty() ? "" : " " + field);
}

}  // namespace pomocnik::testing
