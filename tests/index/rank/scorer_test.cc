#include "index/rank/scorer.h"

#include <doctest/doctest.h>

#include <numeric>

namespace pomocnik::index {
namespace {

// Two words: "storno" with variants 0 (as meant) and 1 (a synonym), "račun" with variant 2.
QueryPlan TwoWords() {
  QueryPlan plan;
  plan.groups = {{"storno", 3.0, {{"storn", 1.0}, {"razveljav", 0.7}}},
                 {"racun", 1.5, {{"racun", 1.0}}}};
  return plan;
}

constexpr FieldLengths kAverage = {5, 5, 5, 100};
constexpr std::int16_t kTitle = 0;
constexpr std::int16_t kBody = 3;

TEST_CASE("an article with all words beats one with a part of them") {
  auto plan = TwoWords();
  Scorer scorer(plan, kAverage);
  double both = scorer.Score({{0, kBody, 1}, {2, kBody, 2}}, kAverage);
  double one = scorer.Score({{0, kBody, 1}, {0, kBody, 9}}, kAverage);
  CHECK(both > one);
}

TEST_CASE("a word counts once, by its best variant") {
  auto plan = TwoWords();
  Scorer scorer(plan, kAverage);
  double meant = scorer.Score({{0, kBody, 1}}, kAverage);
  double with_synonym = scorer.Score({{0, kBody, 1}, {1, kBody, 5}}, kAverage);
  double synonym = scorer.Score({{1, kBody, 5}}, kAverage);
  CHECK(with_synonym == doctest::Approx(meant));
  CHECK(synonym < meant);
}

TEST_CASE("the title counts more than the body, and a short body more than a long one") {
  auto plan = TwoWords();
  Scorer scorer(plan, kAverage);
  CHECK(scorer.Score({{0, kTitle, 0}}, kAverage) > scorer.Score({{0, kBody, 0}}, kAverage));
  CHECK(scorer.Score({{0, kBody, 0}}, {5, 5, 5, 50}) >
        scorer.Score({{0, kBody, 0}}, {5, 5, 5, 500}));
}

TEST_CASE("what stands together, where F1 was pressed, and what is valid is preferred") {
  auto plan = TwoWords();
  Scorer scorer(plan, kAverage);
  std::vector<Occurrence> near = {{0, kBody, 10}, {2, kBody, 11}};
  std::vector<Occurrence> far = {{0, kBody, 10}, {2, kBody, 90}};
  CHECK(scorer.Judge(near, kAverage, {}).score > scorer.Judge(far, kAverage, {}).score);

  using Place = ArticleTraits::Place;
  using Validity = ArticleTraits::Validity;
  auto with = [&](kb::Kind kind, Validity validity, Place place) {
    return scorer.Judge(near, kAverage, {kind, validity, ArticleTraits::Called::kNo, place}).score;
  };
  double plain = with(kb::Kind::kTip, Validity::kValid, Place::kElsewhere);
  CHECK(with(kb::Kind::kTip, Validity::kValid, Place::kSameModule) > plain);
  CHECK(with(kb::Kind::kTip, Validity::kValid, Place::kSameScreen) >
        with(kb::Kind::kTip, Validity::kValid, Place::kSameModule));
  CHECK(with(kb::Kind::kTip, Validity::kExpired, Place::kElsewhere) < plain);
  CHECK(with(kb::Kind::kRelease, Validity::kValid, Place::kElsewhere) < plain);
}

TEST_CASE("the explanation multiplies out to the score") {
  auto plan = TwoWords();
  Scorer scorer(plan, kAverage);
  auto judgement = scorer.Judge({{0, kTitle, 0}, {1, kBody, 4}, {2, kBody, 3}}, kAverage,
                                {kb::Kind::kStub, ArticleTraits::Validity::kValid,
                                 ArticleTraits::Called::kNo, ArticleTraits::Place::kSameModule});
  double sum = 0;
  double factor = 1;
  for (const auto& part : judgement.parts) {
    if (part.kind == ScorePart::Kind::kTerm) {
      sum += part.amount;
      const TermFactors& term = part.term;
      CHECK(part.amount == doctest::Approx(term.idf * term.weight * term.saturated));
      CHECK(term.frequency ==
            doctest::Approx(std::accumulate(term.fields.begin(), term.fields.end(), 0.0)));
      CHECK(term.frequency > 0);
    }
    if (part.kind == ScorePart::Kind::kFactor) factor *= part.amount;
  }
  CHECK(judgement.score == doctest::Approx(sum * factor));
  CHECK(judgement.coverage == doctest::Approx(1.0));
  CHECK(judgement.title_match == doctest::Approx(3.0 / 4.5));
}

}  // namespace
}  // namespace pomocnik::index
