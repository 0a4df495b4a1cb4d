// Changing the knowledge base from the staff's pages. What is changed here is seen by visitors after it was published.
#pragma once

#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "bot/http/staff/staff_route.h"
#include "bot/staff_log.h"
#include "kb/editing/editor.h"

namespace pomocnik::bot::http {

// All of it must outlive the routes and is thread-safe.
struct EditsParts {
  kb::Editor* editor;  // null: editing is off, and every route says how to turn it on
  StaffLog& staff_log;
  const Clock& clock;
  Log& log;
};

// For curators. A change is noted in the staff log before it is made. A question that is added to an article also becomes one of
// the questions that a new version is asked before it is published (questions.tsv).
std::vector<StaffRoute> EditsRoutes(const EditsParts& parts);

}  // namespace pomocnik::bot::http
