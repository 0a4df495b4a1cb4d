#include "bot/http/router.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <utility>

#include "bot/http/guard.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kApiPrefix = "/api/";
constexpr std::array<std::string_view, 3> kStaffApi = {"api", "v1", "staff"};

bool IsParameter(std::string_view segment) { return segment.starts_with('{'); }

// "/f1" of "/f1/icenter/a?b".
std::string_view FirstSegment(std::string_view target) {
  return target.substr(0, target.find_first_of("/?#", 1));
}

// The segments from `first` on as one.
std::string Join(const std::vector<std::string>& segments, std::size_t first) {
  std::string joined = segments[first];
  for (std::size_t i = first + 1; i < segments.size(); ++i) joined += "/" + segments[i];
  return joined;
}

// The values of the pattern's parameters; absent when the segments do not fit. A parameter takes any
// segment that is not empty.
std::optional<std::vector<std::string>> Fit(const std::vector<std::string>& pattern, Claim claim,
                                            const std::vector<std::string>& segments) {
  const bool takes_rest = claim == Claim::kRest && IsParameter(pattern.back());
  if (segments.size() < pattern.size()) return std::nullopt;
  if (segments.size() > pattern.size() && !takes_rest) return std::nullopt;
  std::vector<std::string> parameters;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (takes_rest && i + 1 == pattern.size()) {
      parameters.push_back(Join(segments, i));
    } else if (IsParameter(pattern[i]) && !segments[i].empty()) {
      parameters.push_back(segments[i]);
    } else if (pattern[i] != segments[i]) {
      return std::nullopt;
    }
  }
  return parameters;
}

// Whether the address is the staff API's, whatever there is at it.
bool IsStaffApi(const Target& target) {
  return target.segments.size() >= kStaffApi.size() &&
         std::equal(kStaffApi.begin(), kStaffApi.end(), target.segments.begin());
}

// Of what no route answers.
Surface SurfaceOf(std::string_view target) {
  const auto parsed = ParseTarget(target, Decoding::kForgiving);
  return parsed && IsStaffApi(*parsed) ? Surface::kStaffApi : Surface::kApi;
}

bool IsJsonType(const Headers& headers) {
  std::string_view type = FindHeader(headers, "Content-Type").value_or("");
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return type == "application/json";
}

Language LanguageOf(const Headers& headers) {
  return PreferredLanguage(FindHeader(headers, "Accept-Language").value_or(""));
}

}  // namespace

Router::Router(std::vector<Route> routes, Settings settings, RequestCounters& counters,
               ClientLimits& limits)
    : routes_(std::move(routes)), counters_(counters), limits_(limits) {
  Apply(std::move(settings));
  for (const Route& route : routes_) {
    std::vector<std::string> pattern;
    std::string_view rest = route.path;
    while (!rest.empty()) {
      rest.remove_prefix(1);
      pattern.emplace_back(rest.substr(0, rest.find('/')));
      rest.remove_prefix(pattern.back().size());
    }
    patterns_.push_back(std::move(pattern));
    counters_.Add(route.path);
  }
}

void Router::Apply(Settings settings) {
  limits_.Configure(settings.client_rates);
  settings_.Publish(std::make_shared<Settings>(std::move(settings)));
}

const Route* Router::FindClaim(std::string_view target) const {
  const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& route) {
    return route.claim == Claim::kRest && FirstSegment(route.path) == FirstSegment(target);
  });
  return found == routes_.end() ? nullptr : &*found;
}

Response Router::RefuseAt(std::string_view target, Problem problem, Language language) const {
  const Route* route = FindClaim(target);
  return route != nullptr ? route->refuse({problem, ""}, language)
                          : Refuse({problem, ""}, language);
}

std::variant<Router::Resolved, Response> Router::Match(Request request,
                                                       const Target& target) const {
  const std::string& method = request.head.method == "HEAD" ? "GET" : request.head.method;
  std::string allow;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    auto parameters = Fit(patterns_[i], routes_[i].claim, target.segments);
    if (!parameters) continue;
    if (routes_[i].method == method) {
      request.path_parameters = std::move(*parameters);
      return Resolved{&routes_[i], std::move(request)};
    }
    allow += allow.empty() ? "" : ", ";
    allow += routes_[i].method == "GET" ? "GET, HEAD" : routes_[i].method;
  }
  const std::string_view path = request.head.target;
  if (allow.empty()) return RefuseAt(path, Problem::kNotFound, request.language);
  Response response = RefuseAt(path, Problem::kMethodNotAllowed, request.language);
  response.headers.push_back({"Allow", allow});
  return response;
}

std::variant<Router::Resolved, Response> Router::Resolve(const RequestHead& head) const {
  Language language = LanguageOf(head.headers);
  if (const auto problem = Inspect(head)) return RefuseAt(head.target, *problem, language);
  const bool forgives = FindClaim(head.target) != nullptr;
  auto target = ParseTarget(head.target, forgives ? Decoding::kForgiving : Decoding::kStrict);
  if (!target) return Refuse({Problem::kMalformedRequest, ""}, language);
  if (head.target.starts_with(kApiPrefix) && !IsStaffApi(*target)) {
    const auto settings = settings_.Get();
    if (auto answer = AnswerPreflight(settings->allowed_origins, head)) return std::move(*answer);
  }

  Request request;
  request.head = head;
  request.query = std::move(target->query);
  if (const auto named = ReadLanguageTag(request.FindQuery("lang").value_or(""))) {
    language = *named;
  }
  request.language = language;
  auto match = Match(std::move(request), *target);
  if (const auto* resolved = std::get_if<Resolved>(&match);
      resolved != nullptr && resolved->route->method == "POST" && !IsJsonType(head.headers)) {
    // What a form of another page could send.
    const bool is_staff = resolved->route->surface == Surface::kStaffApi;
    return Refuse({is_staff ? Problem::kForeignPage : Problem::kNotJsonType, ""}, language);
  }
  return match;
}

Response Router::Finish(const Route* route, const RequestHead& head, Response response) const {
  const auto settings = settings_.Get();
  const Origins& allowed = settings->allowed_origins;
  const Surface surface = route != nullptr ? route->surface : SurfaceOf(head.target);
  AddSurfaceHeaders(surface, allowed, response);
  if (head.target.starts_with(kApiPrefix) && surface != Surface::kStaffApi) {
    AddCrossOriginHeaders(allowed, head, response);
  }
  counters_.Count(route != nullptr ? route->path : "", response.status);
  return response;
}

std::optional<Response> Router::AnswerHead(const RequestHead& head) const {
  auto resolution = Resolve(head);
  if (auto* answer = std::get_if<Response>(&resolution)) {
    return Finish(FindClaim(head.target), head, std::move(*answer));
  }
  const auto& [route, request] = std::get<Resolved>(resolution);
  const auto refusal = limits_.Admit(head.peer, route->cost);
  if (!refusal) return std::nullopt;
  return Finish(route, head, route->refuse(*refusal, request.language));
}

Response Router::Answer(const RequestHead& head, std::string body) const {
  const auto begin = std::chrono::steady_clock::now();
  auto resolution = Resolve(head);
  if (auto* answer = std::get_if<Response>(&resolution)) {
    return Finish(FindClaim(head.target), head, std::move(*answer));
  }
  auto& [route, request] = std::get<Resolved>(resolution);
  request.body = std::move(body);
  if (route->surface == Surface::kF1Page) {
    request.allowed_origins = settings_.Get()->allowed_origins;
  }
  Response response = Finish(route, head, route->handler(request));
  counters_.Time(route->path, std::chrono::steady_clock::now() - begin);
  return response;
}

Response Router::Refused(Problem problem, Language language) const {
  return Finish(nullptr, {}, Refuse({problem, ""}, language));
}

}  // namespace pomocnik::bot::http
