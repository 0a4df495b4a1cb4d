// The overview, its export, and what its saving is reckoned by.
#pragma once

#include <chrono>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "bot/figures_store.h"
#include "bot/http/staff/staff_route.h"
#include "bot/staff_log.h"

namespace pomocnik::bot::http {

// What the routes work with. The referenced objects must outlive the routes and be thread-safe.
struct FiguresParts {
  FiguresStore& store;
  StaffLog& staff_log;
  const Clock& clock;
  Log& log;
  std::chrono::milliseconds window;  // as LedgerRules has it
};

std::vector<StaffRoute> FiguresRoutes(const FiguresParts& parts);

}  // namespace pomocnik::bot::http
