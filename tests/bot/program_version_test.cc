#include "bot/program_version.h"

#include <doctest/doctest.h>

namespace pomocnik::bot {
namespace {

TEST_CASE("a version is held against those that an article is for") {
  struct Row {
    std::string_view version;
    std::string_view from;
    std::string_view to;
    VersionFit fit;
  };
  using enum VersionFit;
  const Row rows[] = {
      {"2026.02.001", "2026.02.001", "", kHolds},
      {"2026.01.009", "2026.02.001", "", kTooOld},
      {"2026.03", "2026.02.001", "", kHolds},
      {"2026.2", "2026.02.001", "", kHolds},  // less exact, so nothing is wrong yet
      {"2026", "2026.02.001", "", kHolds},
      {"2025", "2026.02.001", "", kTooOld},
      {"6.25.015", "2017.08.000", "", kTooOld},
      {"2019_04_001", "2019.04.002", "", kTooOld},
      {"2022.07.001 (9. 5. 2022)", "2022.07.001", "2022.07.001", kHolds},
      {"Verzija 2018.09.001 z dne 20.07.2018", "2018.10", "", kTooOld},
      {"2026.10", "2026.9", "", kHolds},  // numbers, not letters
      {"2026.03", "", "2026.02.001", kTooNew},
      {"2026.02.001", "", "2026.02.001", kHolds},
      {"", "2026.02.001", "2025", kHolds},
      {"novejša", "2026.02.001", "", kHolds},
      {"<script>", "2026.02.001", "", kHolds},
      {"99999999999999999999", "2026", "", kHolds},
      {"2026.", "2027", "", kTooOld},
      {"...", "2027", "", kHolds},
      {"2026.02", "", "", kHolds},
  };
  for (const Row& row : rows) {
    CAPTURE(row.version);
    CHECK(FitVersion(row.version, row.from, row.to) == row.fit);
  }
}

}  // namespace
}  // namespace pomocnik::bot
