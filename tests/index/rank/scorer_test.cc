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
    ArticleTraits traits;
    traits.kind = kind;
    traits.validity = validity;
    traits.place = place;
    return scorer.Judge(near, kAverage, traits).score;
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
  const std::uint8_t title[] = {1};
  ArticleTraits traits;
  traits.kind = kb::Kind::kStub;
  traits.place = ArticleTraits::Place::kSameModule;
  traits.title = title;
  auto judgement = scorer.Judge({{0, kTitle, 0}, {1, kBody, 4}, {2, kBody, 3}}, kAverage, traits);
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

TEST_CASE("news lose with the years, instructions do not") {
  auto plan = TwoWords();
  Scorer scorer(plan, kAverage);
  auto score = [&](kb::Kind kind, double years) {
    ArticleTraits traits;
    traits.kind = kind;
    traits.years = years;
    return scorer.Judge({{0, kBody, 1}}, kAverage, traits).score;
  };
  CHECK(score(kb::Kind::kNewsletter, 4) < score(kb::Kind::kNewsletter, 1));
  CHECK(score(kb::Kind::kRelease, 1) < score(kb::Kind::kRelease, 0));
  CHECK(score(kb::Kind::kTip, 8) == doctest::Approx(score(kb::Kind::kTip, 0)));
}

TEST_CASE("a title is asked for as far as its content words are") {
  auto plan = TwoWords();
  Scorer scorer(plan, kAverage);
  const std::uint8_t title[] = {1, 0, 1};  // "Storno in dobropis": the second word is a stop word
  auto asked = [&](std::vector<Occurrence> occurrences) {
    ArticleTraits traits;
    traits.title = title;
    return scorer.Judge(occurrences, kAverage, traits).title_asked;
  };
  CHECK(asked({{0, kTitle, 0}}) == doctest::Approx(0.5));
  CHECK(asked({{1, kTitle, 0}}) == doctest::Approx(0.35));  // by a synonym
  CHECK(asked({{0, kTitle, 0}, {2, kTitle, 2}}) == doctest::Approx(1));
  CHECK(asked({{0, kBody, 0}}) == 0);
}

TEST_CASE("words of one matter stand together, scattered ones do not") {
  QueryPlan plan = TwoWords();
  plan.groups.push_back(
      {"helikopter", 5.0, {}});  // unknown: says nothing of where the others stand
  Scorer scorer(plan, kAverage);
  CHECK(scorer.Together({{0, kBody, 50}, {2, kBody, 60}}) == doctest::Approx(1));
  CHECK(scorer.Together({{0, kBody, 5}, {2, kBody, 90}}) == doctest::Approx(3.0 / 4.5));
  CHECK(scorer.Together({{0, kTitle, 5}, {2, kBody, 5}}) == doctest::Approx(3.0 / 4.5));
  CHECK(scorer.Together({{1, kBody, 5}, {0, kBody, 5}}) == doctest::Approx(3.0 / 4.5));
  CHECK(scorer.Together({}) == 0);
}

}  // namespace
}  // namespace pomocnik::index
