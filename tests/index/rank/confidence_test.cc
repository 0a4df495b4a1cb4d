#include "index/rank/confidence.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "tests/support/data_files.h"

namespace pomocnik::index {
namespace {

const std::string kFile = "policy/confidence.yaml";

ConfidenceModel ModelOfTheTree() {
  kb::Diagnostics diagnostics;
  auto model = ConfidenceModel::Read({testing::DataFileOfTheTree(kFile)}, diagnostics);
  REQUIRE_MESSAGE(model, (model ? "" : kb::FormatDiagnostic(diagnostics.at(0))));
  return *model;
}

TEST_CASE("the tree's weights are a probability that grows with every good sign") {
  const ConfidenceModel model = ModelOfTheTree();
  Features weak{.known_share = 0.5, .lead = 0.05, .margin = 0.2, .together = 0.4, .terms = 4};
  double base = model.Confidence(weak);
  CHECK(base > 0);
  CHECK(base < 1);
  for (auto better :
       {&Features::lead, &Features::margin, &Features::title_asked, &Features::together}) {
    Features stronger = weak;
    stronger.*better += 0.3;
    CHECK(model.Confidence(stronger) >= base);
  }
}

TEST_CASE(
    "an article with but one of several words is less sure than one with two, or with the only "
    "one") {
  const ConfidenceModel model = ModelOfTheTree();
  const Features two{.known_share = 1, .lead = 0.2, .margin = 0.4, .terms = 4, .held = 2};
  Features one = two;
  one.held = 1;
  CHECK(model.Confidence(one) < model.Confidence(two));
  Features only = two;
  only.terms = 1;
  only.held = 1;
  Features only_of_none = only;
  only_of_none.held = 2;
  CHECK(model.Confidence(only) == model.Confidence(only_of_none));
}

TEST_CASE("confidence is the logistic function of the weighted features") {
  std::vector<double> weights(ConfidenceFeatures().size(), 0);
  weights[0] = 2;  // lead
  const ConfidenceModel model(-1, weights);
  CHECK(model.Confidence({.lead = 1, .terms = 1}) == doctest::Approx(1 / (1 + std::exp(-1.0))));
  CHECK(model.Confidence({.lead = 0, .terms = 1}) == doctest::Approx(1 / (1 + std::exp(1.0))));
}

TEST_CASE("without a word to search for there is no confidence") {
  CHECK(ModelOfTheTree().Confidence({}) == 0);
}

TEST_CASE("the tree's weights stand in the form that a fit writes") {
  CHECK(ModelOfTheTree().Format() == testing::DataFileOfTheTree(kFile).text);
}

TEST_CASE("a weight too many, one too few and a missing file are errors with their line") {
  const std::string good = testing::DataFileOfTheTree(kFile).text;
  const std::size_t lead = good.find("  lead:");
  REQUIRE(lead != std::string::npos);
  const auto line =
      std::to_string(1 + std::count(good.begin(), good.begin() + static_cast<long>(lead), '\n'));

  std::string renamed = good;
  renamed.replace(lead, 7, "  led:");
  kb::Diagnostics diagnostics;
  CHECK_FALSE(ConfidenceModel::Read({{kFile, renamed}}, diagnostics));
  REQUIRE(diagnostics.size() == 2);
  CHECK(kb::FormatDiagnostic(diagnostics[0]) ==
        kFile + ":" + line + ": error: unknown feature led");
  CHECK(diagnostics[1].message == "no weight for the feature lead");
  CHECK(diagnostics[1].line > 0);

  diagnostics.clear();
  CHECK_FALSE(ConfidenceModel::Read({}, diagnostics));
  REQUIRE(diagnostics.size() == 1);
  CHECK(kb::FormatDiagnostic(diagnostics[0]) == kFile + ": error: the file is missing");
}

}  // namespace
}  // namespace pomocnik::index
