// Routes for staff, and the door they lie behind: who has no session, the wrong role, or comes from another page, is
// refused before the handler is asked.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bot/http/message.h"
#include "bot/http/router.h"
#include "bot/staff/role.h"

namespace pomocnik::bot::http {

class StaffDoor;

// Who asks, already let in.
struct StaffRequest {
  const Request& request;
  std::string name;  // of the account
  Role role = Role::kViewer;
};
using StaffHandler = std::function<Response(const StaffRequest&)>;

// One row of the table of routes and roles.
struct StaffRoute {
  std::string method;         // a GET changes nothing; a POST takes JSON
  std::string path;           // below /api/v1/staff/
  Role least = Role::kAdmin;  // who may less is refused
  std::vector<int> statuses;  // of the handler itself
  StaffHandler handler;
};

// The routes behind the door, on Surface::kStaffApi; what the door may answer is added to their statuses. The door
// must outlive them.
std::vector<Route> BehindDoor(std::vector<StaffRoute> routes, const StaffDoor& door);

}  // namespace pomocnik::bot::http
