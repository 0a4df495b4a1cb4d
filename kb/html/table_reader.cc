#include "kb/html/table_reader.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "kb/html/elements.h"
#include "kb/html/limits.h"

namespace pomocnik::kb::html {
namespace {

constexpr int kMaxRowspan = 1000;
// What cells over several rows may add, by the bytes of all cells: a version beside each change is much less.
constexpr std::size_t kMaxRepetition = 8;

bool IsCell(const Node* node) { return NameOf(node) == "td" || NameOf(node) == "th"; }

bool IsRowGroup(const Node* node) {
  std::string_view name = NameOf(node);
  return name == "thead" || name == "tbody" || name == "tfoot";
}

void CollectRows(const Node* parent, const Marks& marks, std::vector<const Node*>& rows) {
  for (const Node* child = FirstChild(parent); child != nullptr; child = NextSibling(child)) {
    if (IsUnseen(child, marks)) continue;
    if (NameOf(child) == "tr") rows.push_back(child);
    if (IsRowGroup(child) && NameOf(parent) == "table") CollectRows(child, marks, rows);
  }
}

std::vector<const Node*> RowsOf(const Node* table, const Marks& marks) {
  std::vector<const Node*> rows;
  CollectRows(table, marks, rows);
  return rows;
}

std::vector<const Node*> CellsOf(const Node* row, const Marks& marks) {
  std::vector<const Node*> cells;
  for (const Node* child = FirstChild(row); child != nullptr; child = NextSibling(child)) {
    if (IsCell(child) && !IsUnseen(child, marks)) cells.push_back(child);
  }
  return cells;
}

// colspan, rowspan: 1 unless it is a number from 2 on.
int SpanOf(const Node* cell, const char* attribute, int most) {
  std::string text = Attribute(cell, attribute);
  int span = 1;
  std::from_chars(text.data(), text.data() + text.size(), span);
  return std::clamp(span, 1, most);
}

// Whether a table or a heading lies in the table.
bool HoldsStructure(const Node* parent) {
  for (const Node* child = FirstChild(parent); child != nullptr; child = NextSibling(child)) {
    if (NameOf(child) == "table" || HeadingLevelOf(child) > 0 || HoldsStructure(child)) return true;
  }
  return false;
}

bool HasHeaderCell(const Node* row) {
  for (const Node* cell = FirstChild(row); cell != nullptr; cell = NextSibling(cell)) {
    if (NameOf(cell) == "th") return true;
  }
  return false;
}

// In a header everything is strong.
void MakePlain(Text& text) {
  Text plain;
  for (Span& span : text) {
    if (span.style == Span::Style::kStrong) span.style = Span::Style::kPlain;
    if (!plain.empty() && plain.back().style == span.style && plain.back().href == span.href) {
      plain.back().text += span.text;
    } else {
      plain.push_back(std::move(span));
    }
  }
  text = std::move(plain);
}

std::size_t SizeOf(const Text& text) {
  std::size_t bytes = 0;
  for (const Span& span : text) bytes += span.text.size() + span.href.size();
  return bytes;
}

using Row = std::vector<Text>;

// Lays cells out on a grid.
class Grid {
 public:
  Grid(const Marks& marks, InlineReader& cells) : marks_(marks), cells_(cells) {}

  // False when the row, with what it spans, would be too much.
  bool Add(const Node* row) {
    Row texts;
    for (const Node* cell : CellsOf(row, marks_)) {
      TakeFromAbove(texts);
      AddCell(cell, texts);
    }
    TakeFromAbove(texts);
    if (texts.size() > kMaxTableColumns) {
      texts.resize(kMaxTableColumns);
      is_cut_ = true;
    }
    columns_ = std::max(columns_, texts.size());
    if ((rows_.size() + 1) * columns_ > kMaxTableCells) return false;
    bool is_blank =
        std::all_of(texts.begin(), texts.end(), [](const Text& t) { return t.empty(); });
    if (!is_blank) rows_.push_back(std::move(texts));
    return true;
  }

  bool is_cut() const { return is_cut_; }

  std::optional<Table> Take() {
    if (rows_.empty()) return std::nullopt;
    for (Row& row : rows_) row.resize(columns_);
    Table table;
    table.header = std::move(rows_.front());
    for (Text& text : table.header) MakePlain(text);
    rows_.erase(rows_.begin());
    table.rows = std::move(rows_);
    return table;
  }

 private:
  // A cell that reaches down into rows to come.
  struct Hanging {
    Text text;
    int rows_left = 0;
  };

  void TakeFromAbove(Row& texts) {
    while (texts.size() < hanging_.size() && hanging_[texts.size()].rows_left > 0) {
      Hanging& above = hanging_[texts.size()];
      --above.rows_left;
      texts.push_back(above.text);
      repeated_bytes_ += SizeOf(above.text);
      if (repeated_bytes_ > kMaxRepetition * own_bytes_) texts.back().clear();
    }
  }

  void AddCell(const Node* cell, Row& texts) {
    Text text = cells_.TextIn(cell);
    own_bytes_ += SizeOf(text);
    const int columns = SpanOf(cell, "colspan", kMaxTableColumns);
    const int rows = SpanOf(cell, "rowspan", kMaxRowspan);
    for (int i = 0; i < columns && texts.size() <= kMaxTableColumns; ++i) {
      Text shown = i == 0 ? text : Text{};
      if (rows > 1) {
        hanging_.resize(std::max(hanging_.size(), texts.size() + 1));
        hanging_[texts.size()] = {shown, rows - 1};
      }
      texts.push_back(std::move(shown));
    }
  }

  const Marks& marks_;
  InlineReader& cells_;
  std::vector<Row> rows_;
  std::vector<Hanging> hanging_;  // by column
  std::size_t columns_ = 0;
  std::size_t own_bytes_ = 0;
  std::size_t repeated_bytes_ = 0;
  bool is_cut_ = false;
};

}  // namespace

bool IsLayoutTable(const Node* table, const Marks& marks) {
  std::string role = Attribute(table, "role");
  if (HasRole(marks, table, Mark::Role::kLayout) || role == "presentation" || role == "none") {
    return true;
  }
  std::vector<const Node*> rows = RowsOf(table, marks);
  std::size_t columns = 0;
  for (const Node* row : rows) columns = std::max(columns, CellsOf(row, marks).size());
  if (columns < 2 || HoldsStructure(table)) return true;
  return rows.size() < 2 && !HasHeaderCell(rows.front());
}

std::optional<Table> ReadTable(const Node* table, const Marks& marks, InlineReader& cells,
                               Reporter& reporter) {
  Grid grid(marks, cells);
  bool is_whole = true;
  for (const Node* row : RowsOf(table, marks)) {
    is_whole = is_whole && grid.Add(row);
  }
  if (!is_whole) reporter.Warn(LineOf(table), "a table has more than 100000 cells and is cut");
  if (grid.is_cut()) reporter.Warn(LineOf(table), "a table has more than 64 columns and is cut");
  return grid.Take();
}

}  // namespace pomocnik::kb::html
