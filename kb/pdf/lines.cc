#include "kb/pdf/lines.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "kb/plain_text/item_mark.h"

namespace pomocnik::kb::pdf {
namespace {

constexpr double kColumnGap = 1.8;  // in sizes of the font; spaces in justified text stay below 1
constexpr double kSameLine = 0.5;   // of the height must be at the same level
constexpr double kMargin = 0.1;     // of the page's height: where heads and feet are
constexpr std::size_t kMinColumnLines = 6;  // of two columns of prose
constexpr double kProse = 0.28;  // of the page's width: a column that is no column of a table

// Whether two stretches of the page share more than half of the smaller one.
bool AreLevel(const Word& word, const Line& line) {
  const double shared = std::min(word.bottom, line.bottom) - std::max(word.top, line.top);
  const double smaller = std::min(word.bottom - word.top, line.bottom - line.top);
  return shared >= kSameLine * smaller;
}

// A tab behind the mark of an item is no column.
void JoinMark(Line& line) {
  if (line.cells.size() < 2) return;
  const std::string& first = line.cells[0].text;
  const auto mark = FindItemMark(first + " a");
  if (!mark || mark->size != first.size() + 1) return;
  line.cells[1].text.insert(0, first + " ");
  line.cells[1].left = line.cells[0].left;
  line.cells.erase(line.cells.begin());
}

// Words of one level, in any order, as a line.
Line LineOf(std::vector<const Word*> words, int page) {
  std::sort(words.begin(), words.end(),
            [](const Word* a, const Word* b) { return a->left < b->left; });
  Line line{
      .cells = {}, .top = words[0]->top, .bottom = words[0]->bottom, .bold = true, .page = page};
  for (const Word* word : words) {
    line.top = std::min(line.top, word->top);
    line.bottom = std::max(line.bottom, word->bottom);
    line.size = std::max(line.size, word->size);
    line.bold = line.bold && word->bold;
    const bool begins_cell =
        line.cells.empty() || word->left - line.cells.back().right > kColumnGap * word->size;
    if (begins_cell) {
      line.cells.push_back({word->text, word->left, word->right});
      continue;
    }
    Cell& cell = line.cells.back();
    const bool touches = word->left - cell.right < 0.08 * word->size;
    cell.text += (touches ? "" : " ") + word->text;
    cell.right = std::max(cell.right, word->right);
  }
  JoinMark(line);
  return line;
}

std::vector<Line> LinesOf(const Page& page, int number) {
  std::vector<const Word*> words;
  words.reserve(page.words.size());
  for (const Word& word : page.words) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(), [](const Word* a, const Word* b) {
    return a->top + a->bottom < b->top + b->bottom;
  });
  std::vector<Line> lines;
  std::vector<const Word*> level;
  Line extent;  // of the words of `level`
  for (const Word* word : words) {
    if (!level.empty() && !AreLevel(*word, extent)) {
      lines.push_back(LineOf(std::exchange(level, {}), number));
    }
    if (level.empty()) {
      extent.top = word->top;
      extent.bottom = word->bottom;
    }
    level.push_back(word);
  }
  if (!level.empty()) lines.push_back(LineOf(std::move(level), number));
  return lines;
}

// A line of prose in two columns: two long cells.
bool IsTwoColumns(const Line& line, double page_width) {
  if (line.cells.size() != 2) return false;
  return std::all_of(line.cells.begin(), line.cells.end(), [&](const Cell& cell) {
    return cell.right - cell.left > kProse * page_width;
  });
}

// The cells that are wanted, each as a line of its own.
template <typename IsWanted>
void AppendCells(std::span<const Line> lines, IsWanted is_wanted, std::vector<Line>& out) {
  for (const Line& source : lines) {
    for (const Cell& cell : source.cells) {
      if (!is_wanted(cell)) continue;
      Line line = source;
      line.cells = {cell};
      out.push_back(std::move(line));
    }
  }
}

// Takes a run of lines in two columns apart: first the left one.
std::vector<Line> WithoutColumns(std::vector<Line> lines, double page_width) {
  std::vector<Line> out;
  out.reserve(lines.size());
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    std::size_t wide = 0;
    for (; last < lines.size() && lines[last].cells.size() <= 2; ++last) {
      const bool one_column_over_all =
          lines[last].cells.size() == 1 &&
          lines[last].right() - lines[last].left() > 2 * kProse * page_width;
      if (one_column_over_all) break;
      if (IsTwoColumns(lines[last], page_width)) ++wide;
    }
    if (wide < kMinColumnLines) {
      last = std::max(last, first + 1);
      std::move(lines.begin() + static_cast<std::ptrdiff_t>(first),
                lines.begin() + static_cast<std::ptrdiff_t>(last), std::back_inserter(out));
      first = last;
      continue;
    }
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(last);
    const double middle = page_width / 2 - kProse * page_width / 4;
    AppendCells(
        {begin, end}, [&](const Cell& cell) { return cell.left < middle; }, out);
    AppendCells(
        {begin, end}, [&](const Cell& cell) { return cell.left >= middle; }, out);
    first = last;
  }
  return out;
}

// The text with every number as '#': "Stran # od #".
std::string Pattern(const Line& line) {
  std::string pattern;
  for (const char c : line.text()) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) pattern += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if (digit && !pattern.ends_with('#')) pattern += '#';
  }
  return pattern;
}

bool IsPageNumber(std::string_view pattern) {
  constexpr std::array<std::string_view, 9> kPatterns = {
      "#", "- # -", "– # –", "#/#", "# / #", "stran #", "stran # od #", "stran #/#", "page # of #"};
  return std::find(kPatterns.begin(), kPatterns.end(), pattern) != kPatterns.end();
}

bool IsInMargin(const Line& line, const Page& page) {
  return line.bottom < kMargin * page.height || line.top > (1 - kMargin) * page.height;
}

void RemoveHeadsAndFeet(std::vector<Line>& lines, const std::vector<Page>& pages) {
  constexpr std::size_t kMinPages =
      3;  // two pages may well begin with the same words, but not with their numbers
  std::map<std::string, std::set<int>> seen;  // pattern -> pages
  for (const Line& line : lines) {
    if (IsInMargin(line, pages[static_cast<std::size_t>(line.page)]))
      seen[Pattern(line)].insert(line.page);
  }
  lines.erase(
      std::remove_if(lines.begin(), lines.end(),
                     [&](const Line& line) {
                       if (!IsInMargin(line, pages[static_cast<std::size_t>(line.page)]))
                         return false;
                       const std::string pattern = Pattern(line);
                       const std::size_t times = seen[pattern].size();
                       const bool numbered = pattern.find('#') != std::string::npos;
                       return IsPageNumber(pattern) ||
                              (times >= (numbered ? 2 : kMinPages) && 2 * times > pages.size());
                     }),
      lines.end());
}

}  // namespace

std::string Line::text() const {
  std::string text;
  for (const Cell& cell : cells) {
    if (!text.empty()) text += ' ';
    text += cell.text;
  }
  return text;
}

std::vector<Line> ReadLines(const std::vector<Page>& pages) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto page = WithoutColumns(LinesOf(pages[i], static_cast<int>(i)), pages[i].width);
    std::move(page.begin(), page.end(), std::back_inserter(lines));
  }
  RemoveHeadsAndFeet(lines, pages);
  return lines;
}

}  // namespace pomocnik::kb::pdf
