// Signing in: the one staff route in front of the door.
#pragma once

#include "bot/http/router.h"
#include "bot/http/staff/staff_parts.h"

namespace pomocnik::bot::http {

// POST /api/v1/staff/login. What is wrong, the name, the password or the code, is not told, nor by how long it takes.
Route SignInRoute(const StaffParts& parts);

}  // namespace pomocnik::bot::http
