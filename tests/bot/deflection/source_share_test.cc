#include "bot/deflection/source_share.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::deflection {
namespace {

Event From(std::string source, EventKind kind) {
  Event event;
  event.source = std::move(source);
  event.kind = kind;
  return event;
}

TEST_CASE(
    "visits, new episodes and votes take from the share of their source, other things do not") {
  CHECK(TakenBy(From("s", EventKind::kVisit), First::kNo) == Takes::kVisit);
  CHECK(TakenBy(From("s", EventKind::kQuestion), First::kYes) == Takes::kEpisode);
  CHECK(TakenBy(From("s", EventKind::kChoice), First::kYes) == Takes::kEpisode);
  CHECK(TakenBy(From("s", EventKind::kVote), First::kNo) == Takes::kVote);
  CHECK(TakenBy(From("s", EventKind::kQuestion), First::kNo) == Takes::kNothing);
  CHECK(TakenBy(From("s", EventKind::kView), First::kNo) == Takes::kNothing);
  CHECK(TakenBy(From("", EventKind::kVote), First::kNo) == Takes::kNothing);
}

TEST_CASE("of a source only its share is counted") {
  SourceCounts counts;
  for (int i = 0; i < 10; ++i) CHECK(Take(Takes::kVote, counts) == Counted::kYes);
  CHECK(Take(Takes::kVote, counts) == Counted::kNo);
  for (int i = 0; i < 200; ++i) CHECK(Take(Takes::kEpisode, counts) == Counted::kYes);
  CHECK(Take(Takes::kEpisode, counts) == Counted::kNo);
  CHECK(Take(Takes::kVisit, counts) == Counted::kYes);
  CHECK(counts == SourceCounts{.visits = 1, .episodes = 200, .votes = 10});
  CHECK(Take(Takes::kNothing, counts) == Counted::kYes);
}

}  // namespace
}  // namespace pomocnik::bot::deflection
