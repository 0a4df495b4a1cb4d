#include "bot/deflection/daily_counts.h"

#include "index/text/local_day.h"

namespace pomocnik::bot::deflection {
namespace {

ArticleCounts VoteCounts(const Event& vote, int by) {
  return vote.detail == kVotedYes ? ArticleCounts{.helpful = by} : ArticleCounts{.unhelpful = by};
}

ArticleCounts CountsOf(const Event& event) {
  switch (event.kind) {
    case EventKind::kQuestion:
    case EventKind::kChoice:
      return {.shown = 1};
    case EventKind::kView:
      return {.opened = event.detail == kOpened ? 1 : 0};
    case EventKind::kVote:
      return VoteCounts(event, 1);
    case EventKind::kRequest:
      return {.requests = 1};
    default:
      return {};
  }
}

}  // namespace

ArticleCounts& ArticleCounts::operator+=(const ArticleCounts& more) {
  shown += more.shown;
  opened += more.opened;
  helpful += more.helpful;
  unhelpful += more.unhelpful;
  requests += more.requests;
  return *this;
}

std::vector<ArticleChange> CountArticles(const Event& event, const EpisodeRecord& episode,
                                         const std::optional<Event>& vote_before) {
  std::vector<ArticleChange> changes;
  const bool apart = episode.standing == Standing::kTest || episode.standing == Standing::kStaff ||
                     episode.standing == Standing::kExcess;
  if (apart || event.counted == Counted::kNo) return changes;
  const std::string& article = event.kind == EventKind::kRequest ? episode.article : event.article;
  const ArticleCounts counts = CountsOf(event);
  if (article.empty() || counts == ArticleCounts()) return changes;
  if (vote_before) {
    changes.push_back({index::LocalDay(vote_before->at), article, VoteCounts(*vote_before, -1)});
  }
  changes.push_back({index::LocalDay(event.at), article, counts});
  return changes;
}

std::optional<Date> VisitDay(const Event& event) {
  const bool apart = event.channel == kTestChannel || event.channel == kStaffChannel;
  if (event.kind != EventKind::kVisit || event.counted == Counted::kNo || apart) {
    return std::nullopt;
  }
  return index::LocalDay(event.at);
}

}  // namespace pomocnik::bot::deflection
