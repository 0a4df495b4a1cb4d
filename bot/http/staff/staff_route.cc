#include "bot/http/staff/staff_route.h"

#include <set>
#include <utility>
#include <variant>

#include "bot/http/staff/staff_door.h"

namespace pomocnik::bot::http {
namespace {

// What is answered before a handler is asked: by the door, the router and the client's limits.
constexpr int kReading[] = {401, 403, 429, 503};
constexpr int kChanging[] = {400, 413};

std::vector<int> AllStatuses(const StaffRoute& route) {
  std::set<int> statuses(route.statuses.begin(), route.statuses.end());
  statuses.insert(std::begin(kReading), std::end(kReading));
  if (route.method == "POST") statuses.insert(std::begin(kChanging), std::end(kChanging));
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
