#include "bot/eval/calibration.h"

#include <doctest/doctest.h>

#include <cmath>

namespace pomocnik::bot::eval {
namespace {

using doctest::Approx;

TEST_CASE("losses and bins are those computed by hand") {
  using Label = Example::Label;
  const std::vector<Example> examples = {{{}, Label::kWrong, ""},
                                         {{}, Label::kRight, ""},
                                         {{}, Label::kRight, ""},
                                         {{}, Label::kWrong, ""}};
  const Calibration calibration = Calibrate(examples, {0.02, 0.08, 1, 0.95});
  CHECK(calibration.log_loss ==
        Approx(-(std::log(0.98) + std::log(0.08) + 0 + std::log(0.05)) / 4));
  CHECK(calibration.brier == Approx((0.02 * 0.02 + 0.92 * 0.92 + 0 + 0.95 * 0.95) / 4));
  CHECK(calibration.discrimination == Approx(3.0 / 4));  // 0.08 is ahead of 0.02 only
  REQUIRE(calibration.bins.size() == 2);
  CHECK(calibration.bins[0].low == 0);
  CHECK(calibration.bins[0].high == Approx(0.1));
  CHECK(calibration.bins[0].predicted == Approx(0.05));
  CHECK(calibration.bins[0].observed == Approx(0.5));
  CHECK(calibration.bins[0].count == 2);
  CHECK(calibration.bins[1].low == Approx(0.9));
  CHECK(calibration.bins[1].predicted == Approx(0.975));
  CHECK(calibration.bins[1].interval.high == Approx(WilsonInterval(0.5, 2).high));
}

TEST_CASE("a certainty that fails costs much, but not everything") {
  const Calibration calibration = Calibrate({{{}, Example::Label::kWrong, ""}}, {1});
  CHECK(std::isfinite(calibration.log_loss));
  CHECK(calibration.log_loss > 20);
  CHECK(calibration.discrimination == 0.5);
}

}  // namespace
}  // namespace pomocnik::bot::eval
