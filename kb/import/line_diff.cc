#include "kb/import/line_diff.h"

#include <algorithm>
#include <vector>

namespace pomocnik::kb {
namespace {

using Lines = std::vector<std::string_view>;

constexpr std::size_t kMostCompared = 1000;  // lines; the table below has the square of it
constexpr std::size_t kMostTold = 60;        // lines of a difference

Lines Split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Without what both begin and end with.
void DropSame(Lines& before, Lines& after) {
  const auto begin = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  before.erase(before.begin(), begin.first);
  after.erase(after.begin(), begin.second);
  const auto end = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend());
  before.erase(end.first.base(), before.end());
  after.erase(end.second.base(), after.end());
}

// same[i][j]: how many lines before[i…] and after[j…] have in common, in order.
std::vector<std::vector<std::size_t>> CountSame(const Lines& before, const Lines& after) {
  std::vector<std::vector<std::size_t>> same(before.size() + 1,
                                             std::vector<std::size_t>(after.size() + 1));
  for (std::size_t i = before.size(); i-- > 0;) {
    for (std::size_t j = after.size(); j-- > 0;) {
      same[i][j] =
          before[i] == after[j] ? same[i + 1][j + 1] + 1 : std::max(same[i + 1][j], same[i][j + 1]);
    }
  }
  return same;
}

class Difference {
 public:
  void Add(std::string_view sign, std::string_view line) {
    if (++lines_ > kMostTold) return;
    text_.append(sign).append(line).append("\n");
  }
  std::string Take() && {
    if (lines_ > kMostTold) {
      text_ += "… and " + std::to_string(lines_ - kMostTold) + " lines more\n";
    }
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t lines_ = 0;
};

}  // namespace

std::string DiffLines(std::string_view before_text, std::string_view after_text) {
  Lines before = Split(before_text);
  Lines after = Split(after_text);
  DropSame(before, after);
  Difference difference;
  const bool compares = before.size() <= kMostCompared && after.size() <= kMostCompared;
  const auto same = compares ? CountSame(before, after) : std::vector<std::vector<std::size_t>>();
  std::size_t i = 0;
  std::size_t j = 0;
  while (compares && i < before.size() && j < after.size()) {
    if (before[i] == after[j]) {
      ++i;
      ++j;
    } else if (same[i + 1][j] >= same[i][j + 1]) {
      difference.Add("- ", before[i++]);
    } else {
      difference.Add("+ ", after[j++]);
    }
  }
  while (i < before.size()) difference.Add("- ", before[i++]);
  while (j < after.size()) difference.Add("+ ", after[j++]);
  return std::move(difference).Take();
}

}  // namespace pomocnik::kb
