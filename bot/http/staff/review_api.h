// How articles do, on the wire (openapi.yaml: ReviewedArticles, ReviewedScreens).
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/clock.h"
#include "bot/article_review.h"

namespace pomocnik::bot::http {

// `ages` are what counts as long ago.
std::string WriteReviewedArticles(const std::vector<ReviewedArticle>& articles, Date today,
                                  const StaleAges& ages);

std::string WriteReviewedScreens(const std::vector<ReviewedScreen>& screens);

}  // namespace pomocnik::bot::http
