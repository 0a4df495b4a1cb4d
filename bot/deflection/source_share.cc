#include "bot/deflection/source_share.h"

namespace pomocnik::bot::deflection {
namespace {

Counted TakeOne(int& count, int limit) {
  if (count >= limit) return Counted::kNo;
  ++count;
  return Counted::kYes;
}

}  // namespace

Takes TakenBy(const Event& event, First first) {
  if (event.source.empty()) return Takes::kNothing;
  switch (event.kind) {
    case EventKind::kVisit:
      return Takes::kVisit;
    case EventKind::kQuestion:
    case EventKind::kChoice:
      return first == First::kYes ? Takes::kEpisode : Takes::kNothing;
    case EventKind::kVote:
      return Takes::kVote;
    default:
      return Takes::kNothing;
  }
}

Counted Take(Takes takes, SourceCounts& counts) {
  switch (takes) {
    case Takes::kNothing:
      return Counted::kYes;
    case Takes::kVisit:
      return TakeOne(counts.visits, kSourceShare.visits);
    case Takes::kEpisode:
      return TakeOne(counts.episodes, kSourceShare.episodes);
    case Takes::kVote:
      return TakeOne(counts.votes, kSourceShare.votes);
  }
  return Counted::kYes;
}

}  // namespace pomocnik::bot::deflection
