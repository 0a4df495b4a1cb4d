#include "kb/pdf/tables.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pomocnik::kb::pdf {
namespace {

constexpr double kMaxGap = 2.5;      // in sizes of the font, between rows
constexpr std::size_t kMinRows = 2;  // the header is one
// Twice what fits on a page; each line may be looked at so often before it is known to be no row.
constexpr std::size_t kMaxRows = 200;
constexpr std::size_t kMaxColumns = 16;

struct Column {
  double left = 0;
  double right = 0;
};

bool Follows(const Line& line, const Line& before) {
  return line.page == before.page && line.top - before.bottom < kMaxGap * before.size;
}

// Lines that may be rows of one table: several cells, or one that goes on with the row above.
std::size_t CountRows(const std::vector<Line>& lines, std::size_t first) {
  std::size_t last = first;
  const double second = lines[first].cells.size() > 1 ? lines[first].cells[1].left : 0;
  for (; last < lines.size() && last - first < kMaxRows; ++last) {
    if (last > first && !Follows(lines[last], lines[last - 1])) break;
    const bool goes_on = last > first && lines[last].cells.size() == 1 &&
                         lines[last].left() > second - lines[last].size;
    if (lines[last].cells.size() < 2 && !goes_on) break;
  }
  return last - first;
}

std::vector<Column> ColumnsOf(const std::vector<Line>& lines, std::size_t first,
                              std::size_t count) {
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
  const auto widest = std::max_element(
      begin, begin + static_cast<std::ptrdiff_t>(count),
      [](const Line& a, const Line& b) { return a.cells.size() < b.cells.size(); });
  std::vector<Column> columns;
  columns.reserve(widest->cells.size());
  for (const Cell& cell : widest->cells) columns.push_back({cell.left, cell.right});
  return columns;
}

// The column that a cell lies in: the nearest one.
std::size_t ColumnFor(const Cell& cell, const std::vector<Column>& columns) {
  std::size_t best = 0;
  double least = 1e9;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const double apart =
        std::max({columns[i].left - cell.right, cell.left - columns[i].right, 0.0});
    const double off =
        std::min(std::abs(cell.left - columns[i].left), std::abs(cell.right - columns[i].right));
    const double distance = apart * 10 + off;
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

// The texts of a line by column; absent when two cells lie in the same.
std::optional<std::vector<std::string>> TextsOf(const Line& line,
                                                const std::vector<Column>& columns) {
  std::vector<std::string> texts(columns.size());
  std::size_t next = 0;
  for (const Cell& cell : line.cells) {
    const std::size_t column = ColumnFor(cell, columns);
    if (column < next) return std::nullopt;
    texts[column] = cell.text;
    next = column + 1;
  }
  return texts;
}

void Widen(std::vector<Column>& columns, const Line& line) {
  for (const Cell& cell : line.cells) {
    const std::size_t i = ColumnFor(cell, columns);
    const double before = i == 0 ? 0 : columns[i - 1].right;
    const double behind = i + 1 == columns.size() ? cell.right : columns[i + 1].left;
    columns[i].left = std::max(std::min(columns[i].left, cell.left), before);
    columns[i].right = std::min(std::max(columns[i].right, cell.right), behind);
  }
}

std::vector<Text> RowOf(std::vector<std::string> texts) {
  std::vector<Text> row;
  row.reserve(texts.size());
  for (std::string& text : texts) row.push_back(text.empty() ? Text{} : PlainSpan(std::move(text)));
  return row;
}

}  // namespace

std::optional<FoundTable> FindTable(const std::vector<Line>& lines, std::size_t first) {
  const std::size_t count = CountRows(lines, first);
  if (count < kMinRows) return std::nullopt;
  std::vector<Column> columns = ColumnsOf(lines, first, count);
  if (columns.size() < 2 || columns.size() > kMaxColumns) return std::nullopt;
  std::vector<std::vector<std::string>> rows;
  rows.reserve(count);
  for (std::size_t i = first; i < first + count; ++i) {
    auto texts = TextsOf(lines[i], columns);
    if (!texts) return std::nullopt;
    Widen(columns, lines[i]);
    const bool goes_on = !rows.empty() && texts->front().empty();
    if (!goes_on) {
      rows.push_back(*std::move(texts));
      continue;
    }
    for (std::size_t column = 0; column < columns.size(); ++column) {
      std::string& cell = rows.back()[column];
      if (!cell.empty() && !(*texts)[column].empty()) cell += ' ';
      cell += (*texts)[column];
    }
  }
  if (rows.size() < kMinRows) return std::nullopt;
  FoundTable found{.table = {}, .lines = count};
  found.table.header = RowOf(std::move(rows[0]));
  found.table.rows.reserve(rows.size() - 1);
  for (std::size_t i = 1; i < rows.size(); ++i)
    found.table.rows.push_back(RowOf(std::move(rows[i])));
  return found;
}

}  // namespace pomocnik::kb::pdf
