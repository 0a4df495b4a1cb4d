// Signing in: the one staff route in front of the door.
#pragma once

#include "bot/http/router.h"
#include "bot/http/staff/staff_parts.h"

namespace pomocnik::bot::http {

// POST /api/v1/staff/login. Whether the name or the password is wrong is not told, nor by how long it takes; a code is
// asked for only when both are right.
Route SignInRoute(const StaffParts& parts);

}  // namespace pomocnik::bot::http
