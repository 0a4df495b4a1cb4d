// The routes of the staff desk on gaps, articles, screens and conversations.
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "bot/article_review.h"
#include "bot/desk_store.h"
#include "bot/gap_finder.h"
#include "bot/http/staff/staff_route.h"
#include "bot/knowledge.h"
#include "bot/staff_log.h"

namespace pomocnik::bot::http {

// All of it must outlive the routes and is thread-safe.
struct DeskParts {
  DeskStore& store;
  GapFinder& gaps;
  ArticleReview& articles;
  StaffLog& staff_log;
  const CurrentKnowledge& knowledge;
  const Clock& clock;
  Log& log;
  std::function<Result<int>()> minutes_per_request;  // that an answered question saves
  StaleAges stale_ages{};
};

std::vector<StaffRoute> DeskRoutes(const DeskParts& parts);

}  // namespace pomocnik::bot::http
