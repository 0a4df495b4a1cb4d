// What everybody who is signed in may ask: who they are, their sessions, signing out. And, for administrators, the log of
// what staff did.
#pragma once

#include <vector>

#include "bot/http/staff/staff_parts.h"
#include "bot/http/staff/staff_route.h"

namespace pomocnik::bot::http {

std::vector<StaffRoute> SessionRoutes(const StaffParts& parts);

}  // namespace pomocnik::bot::http
