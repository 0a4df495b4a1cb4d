// Which function answers which request. Knows nothing of sockets, so that tests ask it directly.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/published.h"
#include "bot/http/client_limits.h"
#include "bot/http/message.h"
#include "bot/http/metrics.h"
#include "bot/http/refusal.h"
#include "bot/http/response_headers.h"

namespace pomocnik::bot::http {

// Both are called from several threads at once.
using Handler = std::function<Response(const Request&)>;
using Refuser = std::function<Response(const Refusal&, Language)>;

// What of a path a route answers. kRest: its last parameter takes whatever is left of the path, nothing and slashes
// too, and however it is written; and what is refused below the first segment of its path is refused as it does it.
enum class Claim { kPath, kRest };

struct Route {
  std::string method;  // "GET", which answers HEAD too, or "POST", which takes JSON
  std::string path;    // segments, each literal or one "{parameter}": "/api/v1/articles/{id}"
  Surface surface = Surface::kApi;
  std::vector<int> statuses;  // what the route may answer with, as openapi.yaml lists it
  Handler handler;
  Cost cost = Cost::kNothing;
  Refuser refuse = Refuse;  // what a client beyond its limits is told
  Claim claim = Claim::kPath;
};

// What may change while the router is asked.
struct Settings {
  Origins allowed_origins;
  ClientRates client_rates;
};

// Thread-safe. The routes' collaborators, the counters and the limits must outlive it.
class Router {
 public:
  // Adds every route to the counters, and applies the settings.
  Router(std::vector<Route> routes, Settings settings, RequestCounters& counters,
         ClientLimits& limits);

  // Requests that come from now on are answered by these settings; the limits get their rates.
  void Apply(Settings settings);

  // Answers without reading a body: refuses what the guard, the path, the method, the type or the client's
  // limits forbid, and answers preflights. Absent when the request is to be answered with its body. To be
  // asked once for each request, because asking counts towards the limits.
  std::optional<Response> AnswerHead(const RequestHead& head) const;

  // The complete response, all headers included, and counts it. Any head and body are allowed; the limits
  // are not looked at again.
  Response Answer(const RequestHead& head, std::string body) const;

  // A refusal with all headers, for what fails before there is a request; counted too.
  Response Refused(Problem problem, Language language) const;

  const std::vector<Route>& routes() const { return routes_; }

 private:
  struct Resolved {
    const Route* route = nullptr;
    Request request;  // without its body
  };
  // The route and the request taken apart, or the answer that needs neither.
  std::variant<Resolved, Response> Resolve(const RequestHead& head) const;
  std::variant<Resolved, Response> Match(Request request, const Target& target) const;
  const Route* FindClaim(std::string_view target) const;
  Response RefuseAt(std::string_view target, Problem problem, Language language) const;
  Response Finish(const Route* route, const RequestHead& head, Response response) const;

  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> patterns_;  // the segments of each route's path
  Published<Settings> settings_;                    // never null
  RequestCounters& counters_;
  ClientLimits& limits_;
};

}  // namespace pomocnik::bot::http
