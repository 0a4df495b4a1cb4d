#include "bot/http/staff/staff_route.h"

#include <set>
#include <utility>
#include <variant>

#include "bot/http/staff/staff_door.h"

namespace pomocnik::bot::http {
namespace {

// What is answered before a handler is asked: by the door, the router and the client's limits.
std::vector<int> AllStatuses(const StaffRoute& route) {
  std::set<int> statuses(route.statuses.begin(), route.statuses.end());
  statuses.insert({401, 429, 500, 503});
  if (route.method == "POST") statuses.insert({400, 403, 413, 415});
  if (route.least > Role::kViewer) statuses.insert(403);
  return {statuses.begin(), statuses.end()};
}

}  // namespace

std::vector<Route> BehindDoor(std::vector<StaffRoute> routes, const StaffDoor& door) {
  std::vector<Route> behind;
  for (StaffRoute& route : routes) {
    Route& made = behind.emplace_back();
    made.method = route.method;
    made.path = route.path;
    made.surface = Surface::kStaffApi;
    made.statuses = AllStatuses(route);
    made.cost = Cost::kRequest;
    made.handler = [&door, least = route.least,
                    handler = std::move(route.handler)](const Request& request) -> Response {
      auto entry = door.LetIn(request, least);
      if (auto* refused = std::get_if<Response>(&entry)) return std::move(*refused);
      const Visit& visit = std::get<Visit>(entry);
      return handler({request, visit.name, visit.role});
    };
  }
  return behind;
}

}  // namespace pomocnik::bot::http
