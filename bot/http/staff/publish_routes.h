// Publishing from the staff's page.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "bot/http/staff/staff_route.h"
#include "bot/publishing/desk.h"
#include "bot/staff_log.h"

namespace pomocnik::bot::http {

// All of it must outlive the routes and is thread-safe.
struct PublishParts {
  publishing::Desk& desk;
  StaffLog& staff_log;
  const Clock& clock;
  Log& log;
};

// Everybody sees how it stands; curators change it. What is put into service is noted in the staff log before.
std::vector<StaffRoute> PublishRoutes(const PublishParts& parts);

}  // namespace pomocnik::bot::http
