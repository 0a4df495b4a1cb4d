#include "bot/http/staff/review_api.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "bot/http/json_text.h"

namespace pomocnik::bot::http {

std::string WriteReviewedArticles(const std::vector<ReviewedArticle>& articles, Date today,
                                  const StaleAges& ages) {
  OrderedJson list = OrderedJson::array();
  for (const ReviewedArticle& reviewed : articles) {
    const index::ArticleInfo& article = reviewed.article;
    list.push_back({{"id", article.id},
                    {"title", article.title},
                    {"module", article.module},
                    {"kind", kb::KindName(article.kind)},
                    {"lang", article.lang},
                    {"shown", reviewed.counts.shown},
                    {"opened", reviewed.counts.opened},
                    {"helpful", reviewed.counts.helpful},
                    {"unhelpful", reviewed.counts.unhelpful},
                    {"requests", reviewed.counts.requests},
                    {"updated", TextOrNull(article.updated ? FormatDate(*article.updated) : "")},
                    {"stale", IsStale(article, today, ages) == Stale::kYes},
                    {"staleMonths", ages.Of(article.kind).count()},
                    {"conflicts", reviewed.findings.conflicts},
                    {"copies", reviewed.findings.copies},
                    {"questions", reviewed.questions},
                    {"deadLinks", reviewed.findings.dead_links}});
  }
  return Dump({{"articles", std::move(list)}});
}

std::string WriteReviewedScreens(const std::vector<ReviewedScreen>& screens) {
  OrderedJson list = OrderedJson::array();
  for (const ReviewedScreen& screen : screens) {
    list.push_back({{"app", screen.app},
                    {"screen", screen.screen},
                    {"title", screen.title},
                    {"module", screen.module},
                    {"presses", screen.presses},
                    {"topic", TextOrNull(screen.topic)}});
  }
  return Dump({{"screens", std::move(list)}});
}

}  // namespace pomocnik::bot::http
