#include "index/rank/confidence.h"

#include <doctest/doctest.h>

using pomocnik::index::Confidence;
using pomocnik::index::Features;

TEST_CASE("confidence is a probability that grows with every good sign") {
  Features weak{.coverage = 0.4, .known_share = 0.5, .lead = 0.05, .title_match = 0, .terms = 4};
  double base = Confidence(weak);
  CHECK(base > 0);
  CHECK(base < 1);
  for (auto better : {&Features::coverage, &Features::lead, &Features::title_match}) {
    Features stronger = weak;
    stronger.*better += 0.3;
    CHECK(Confidence(stronger) > base);
  }
}

TEST_CASE("without a word to search for there is no confidence") { CHECK(Confidence({}) == 0); }
