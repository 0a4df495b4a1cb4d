#include "bot/program_version.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/ascii.h"

namespace pomocnik::bot {
namespace {

constexpr int kLargestPart = 100'000'000;

// The numbers of the first run of numbers that dots or underscores join.
std::vector<int> PartsOf(std::string_view text) {
  std::vector<int> parts;
  std::size_t i = 0;
  while (i < text.size() && !IsDigit(text[i])) ++i;
  while (i < text.size() && IsDigit(text[i])) {
    int part = 0;
    for (; i < text.size() && IsDigit(text[i]); ++i) {
      part = std::min(part, kLargestPart) * 10 + (text[i] - '0');
    }
    parts.push_back(part);
    const bool goes_on = i + 1 < text.size() && (text[i] == '.' || text[i] == '_');
    if (goes_on) ++i;
  }
  return parts;
}

// Below 0: a is older.
int Compare(const std::vector<int>& a, const std::vector<int>& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

}  // namespace

VersionFit FitVersion(std::string_view version, std::string_view from, std::string_view to) {
  const std::vector<int> parts = PartsOf(version);
  if (Compare(parts, PartsOf(from)) < 0) return VersionFit::kTooOld;
  if (Compare(parts, PartsOf(to)) > 0) return VersionFit::kTooNew;
  return VersionFit::kHolds;
}

}  // namespace pomocnik::bot
