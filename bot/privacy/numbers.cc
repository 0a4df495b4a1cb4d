#include "bot/privacy/numbers.h"

#include <algorithm>

#include "base/ascii.h"
#include "bot/privacy/plain_text.h"

namespace pomocnik::bot {
namespace {

struct DigitGroup {
  std::size_t begin;
  std::size_t end;
};

std::vector<DigitGroup> FindGroups(std::string_view chars) {
  std::vector<DigitGroup> groups;
  std::size_t at = 0;
  while (at < chars.size()) {
    if (!IsDigit(chars[at])) {
      ++at;
      continue;
    }
    std::size_t begin = at;
    while (at < chars.size() && IsDigit(chars[at])) ++at;
    groups.push_back({begin, at});
  }
  return groups;
}

bool StartsFreely(std::string_view chars, std::size_t begin) {
  if (begin == 0) return true;
  char before = chars[begin - 1];
  if (IsLetterOrDigit(before) || before == '_') return false;
  if (begin == 1) return true;
  char earlier = chars[begin - 2];
  if (before == '-' || before == '/') return !IsLetterOrDigit(earlier);
  if (before == '.' || before == ',') return !IsDigit(earlier);
  return true;
}

bool EndsFreely(std::string_view chars, std::size_t end) {
  if (end == chars.size()) return true;
  char after = chars[end];
  if (IsLetterOrDigit(after) || after == '_') return false;
  if (end + 1 == chars.size()) return true;
  char later = chars[end + 1];
  if (after == '-') return !IsLetterOrDigit(later);
  if (after == '/' || after == '.' || after == ',') return !IsDigit(later);
  return true;
}

bool IsAlone(std::string_view chars, const DigitGroup& group) {
  std::size_t begin = group.begin;
  while (begin > 0 && chars[begin - 1] == ' ') --begin;
  std::size_t end = group.end;
  while (end < chars.size() && chars[end] == ' ') ++end;
  return (begin == 0 || chars[begin - 1] == '\n') && (end == chars.size() || chars[end] == '\n');
}

// What stands between two groups. A line break is read as the space that the line was wrapped at, or as
// nothing behind a hyphen; but not in a column, where each line is a number of its own.
std::string GapBetween(std::string_view chars, const DigitGroup& before, const DigitGroup& behind) {
  std::string gap(chars.substr(before.end, behind.begin - before.end));
  const std::size_t line_end = gap.find('\n');
  if (line_end == std::string::npos || (IsAlone(chars, before) && IsAlone(chars, behind)))
    return gap;
  std::size_t begin = line_end;
  while (begin > 0 && gap[begin - 1] == ' ') --begin;
  std::size_t end = line_end + 1;
  while (end < gap.size() && gap[end] == ' ') ++end;
  return gap.replace(begin, end - begin, begin == 0 ? " " : "");
}

// The number that starts with the group `first` and takes as many groups as the shape allows.
WrittenNumber Longest(std::string_view chars, const std::vector<DigitGroup>& groups,
                      std::size_t first, const NumberShape& shape) {
  WrittenNumber number{groups[first].begin, groups[first].begin, "", {}};
  for (std::size_t i = first; i < groups.size(); ++i) {
    if (i > first) {
      const std::string gap = GapBetween(chars, groups[i - 1], groups[i]);
      if (std::find(shape.separators.begin(), shape.separators.end(), gap) ==
          shape.separators.end()) {
        break;
      }
    }
    std::size_t size = groups[i].end - groups[i].begin;
    if (number.digits.size() + size > shape.max_digits) break;
    number.digits += chars.substr(groups[i].begin, size);
    number.groups.push_back(size);
    number.end = groups[i].end;
  }
  return number;
}

// Takes the last group off.
void Shorten(WrittenNumber& number, const std::vector<DigitGroup>& groups, std::size_t first) {
  number.digits.resize(number.digits.size() - number.groups.back());
  number.groups.pop_back();
  if (!number.groups.empty()) number.end = groups[first + number.groups.size() - 1].end;
}

}  // namespace

void ForEachNumber(std::string_view chars, const NumberShape& shape,
                   const std::function<bool(const WrittenNumber&)>& accept) {
  auto groups = FindGroups(chars);
  std::size_t first = 0;
  while (first < groups.size()) {
    WrittenNumber number{};
    if (StartsFreely(chars, groups[first].begin)) number = Longest(chars, groups, first, shape);
    while (!number.groups.empty() && number.digits.size() >= shape.min_digits &&
           !(EndsFreely(chars, number.end) && accept(number))) {
      Shorten(number, groups, first);
    }
    bool accepted = !number.groups.empty() && number.digits.size() >= shape.min_digits;
    first += accepted ? number.groups.size() : 1;
  }
}

}  // namespace pomocnik::bot
