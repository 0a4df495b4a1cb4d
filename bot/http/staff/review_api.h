// How articles do, on the wire (openapi.yaml: ReviewedArticles, ReviewedScreens).
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/clock.h"
#include "bot/article_review.h"

namespace pomocnik::bot::http {

// `stale_months` is what counts as long ago.
std::string WriteReviewedArticles(const std::vector<ReviewedArticle>& articles, Date today,
                                  std::chrono::months stale_months);

std::string WriteReviewedScreens(const std::vector<ReviewedScreen>& screens);

}  // namespace pomocnik::bot::http
