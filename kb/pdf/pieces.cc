#include "kb/pdf/pieces.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "kb/pdf/tables.h"

namespace pomocnik::kb::pdf {
namespace {

constexpr double kLarger = 1.13;          // times the usual font: a heading
constexpr double kLooser = 0.35;          // of the font: more than the usual space between lines
constexpr double kIndent = 0.5;           // of the font: further in
constexpr std::size_t kMaxHeading = 200;  // bytes
// Browsers that print put both at the end of a line where they divide a word.
constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::string_view kHyphen = "\u2010";

bool IsLowerCase(char32_t letter) {
  constexpr std::u32string_view kOurs = U"čšžćđ";
  return (letter >= U'a' && letter <= U'z') || kOurs.find(letter) != std::u32string_view::npos;
}

bool BeginsInLowerCase(std::string_view text) {
  std::size_t position = 0;
  return !text.empty() && IsLowerCase(NextCodePoint(text, position));
}

bool EndsSentence(std::string_view text) {
  return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

// What is usual in this document.
struct Usual {
  double size = 10;   // of the font
  bool bold = false;  // most of it
  double gap = 0;     // between lines of a paragraph
  double right = 0;   // where lines end
};

Usual MeasureLines(const std::vector<Line>& lines) {
  std::map<int, std::size_t> sizes;  // in halves of a point -> letters
  std::size_t letters = 0;
  std::size_t bold = 0;
  for (const Line& line : lines) {
    const std::size_t length = line.text().size();
    sizes[static_cast<int>(std::lround(line.size * 2))] += length;
    letters += length;
    if (line.bold) bold += length;
  }
  Usual usual;
  if (lines.empty()) return usual;
  const auto most = std::max_element(
      sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  usual.size = most->first / 2.0;
  usual.bold = 2 * bold > letters;

  std::vector<double> gaps;
  gaps.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (std::abs(lines[i].size - usual.size) > 1) continue;
    usual.right = std::max(usual.right, lines[i].right());
    if (i == 0 || lines[i].page != lines[i - 1].page) continue;
    const double gap = lines[i].top - lines[i - 1].bottom;
    if (gap > -usual.size && gap < 1.5 * usual.size) gaps.push_back(gap);
  }
  if (!gaps.empty()) {
    // Of every four lines one at least goes on with a paragraph.
    const auto quarter = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 4);
    std::nth_element(gaps.begin(), quarter, gaps.end());
    usual.gap = *quarter;
  }
  return usual;
}

class Reader {
 public:
  explicit Reader(const std::vector<Line>& lines) : lines_(lines), usual_(MeasureLines(lines)) {}

  std::vector<Piece> Read() {
    pieces_.reserve(lines_.size());
    for (std::size_t i = 0; i < lines_.size();) {
      auto found = lines_[i].cells.size() > 1 ? FindTable(lines_, i) : std::nullopt;
      if (found) {
        Piece& piece = pieces_.emplace_back();
        piece.kind = Piece::Kind::kTable;
        piece.left = lines_[i].left();
        piece.table = std::move(found->table);
        i += found->lines;
        last_ = nullptr;
      } else {
        AddLine(lines_[i]);
        ++i;
      }
    }
    return std::move(pieces_);
  }

 private:
  bool IsHeading(const Line& line, std::string_view text) const {
    if (line.cells.size() > 1 || text.size() > kMaxHeading) return false;
    if (line.size >= kLarger * usual_.size) return true;
    constexpr std::string_view kSentenceEnds = ".,:;!";
    return line.bold && !usual_.bold && line.size > 0.95 * usual_.size &&
           kSentenceEnds.find(text.back()) == std::string_view::npos;
  }

  bool IsClose(const Line& line) const {
    return last_ != nullptr && line.page == last_->page &&
           line.top - last_->bottom <= usual_.gap + kLooser * line.size && line.top > last_->top;
  }

  void AddLine(const Line& line) {
    std::string text = line.text();
    const auto mark = FindItemMark(text);
    if (IsHeading(line, text)) {
      const bool goes_on = IsCloseHeading(line);
      if (goes_on) {
        pieces_.back().text = JoinedLines(std::move(pieces_.back().text), text);
      } else {
        Begin(Piece::Kind::kHeading, line, std::move(text));
      }
    } else if (mark) {
      Begin(Piece::Kind::kItem, line, text.substr(mark->size));
      pieces_.back().mark = *mark;
    } else if (GoesOn(line, text)) {
      pieces_.back().text = JoinedLines(std::move(pieces_.back().text), text);
      pieces_.back().bold = pieces_.back().bold && line.bold;
    } else {
      Begin(Piece::Kind::kParagraph, line, std::move(text));
    }
    last_ = &line;
  }

  void Begin(Piece::Kind kind, const Line& line, std::string text) {
    pieces_.push_back({.kind = kind,
                       .text = std::move(text),
                       .left = line.left(),
                       .size = line.size,
                       .bold = line.bold,
                       .follows = IsClose(line),
                       .mark = {},
                       .table = {}});
  }

  // A heading of several lines: larger fonts leave larger spaces.
  bool IsCloseHeading(const Line& line) const {
    return last_ != nullptr && !pieces_.empty() && pieces_.back().kind == Piece::Kind::kHeading &&
           line.page == last_->page && std::abs(line.size - pieces_.back().size) < 0.5 &&
           line.bold == pieces_.back().bold && line.top - last_->bottom < 0.5 * line.size;
  }

  // Whether a line belongs to the piece before it.
  bool GoesOn(const Line& line, std::string_view text) const {
    if (last_ == nullptr || pieces_.empty() || std::abs(line.size - last_->size) > 1) return false;
    const Piece& piece = pieces_.back();
    if (piece.kind == Piece::Kind::kHeading) return false;
    if (line.page != last_->page) return !EndsSentence(piece.text) && BeginsInLowerCase(text);
    if (!IsClose(line)) return false;
    if (piece.kind == Piece::Kind::kItem) {
      if (line.left() > piece.left + kIndent * line.size) return true;
      return line.left() > piece.left - kIndent * line.size && !WasEnded(line, text);
    }
    const bool same_place = std::abs(line.left() - last_->left()) < 3 * line.size;
    return same_place && !WasEnded(line, text);
  }

  // Whether the line before ended although the first word of this one had room in it: somebody ended it.
  bool WasEnded(const Line& line, std::string_view text) const {
    const std::size_t word = std::min(text.find(' '), text.size());
    const double share = static_cast<double>(word) / static_cast<double>(text.size());
    const double width = share * (line.right() - line.left());
    return EndsSentence(pieces_.back().text) &&
           last_->right() + width + 1.5 * line.size < usual_.right;
  }

  const std::vector<Line>& lines_;
  Usual usual_;
  std::vector<Piece> pieces_;
  const Line* last_ = nullptr;  // that the last piece ends with; null behind a table
};

}  // namespace

std::string JoinedLines(std::string text, std::string_view next) {
  const std::size_t before = text.size();
  for (const std::string_view mark : {kHyphen, kSoftHyphen}) {
    if (text.ends_with(mark)) text.resize(text.size() - mark.size());
  }
  if (text.size() < before && !text.empty() && text.back() != ' ') return text + std::string(next);
  const bool divided = text.size() > 1 && text.ends_with('-') && text[text.size() - 2] != ' ' &&
                       BeginsInLowerCase(next);
  if (!divided) return text + ' ' + std::string(next);
  const std::size_t begin = text.find_last_of(' ') + 1;
  const bool is_prefix = CountCodePoints(std::string_view(text).substr(begin)) == 2;  // "e-"
  if (!is_prefix) text.pop_back();
  return text + std::string(next);
}

std::vector<Piece> ReadPieces(const std::vector<Line>& lines) { return Reader(lines).Read(); }

}  // namespace pomocnik::kb::pdf
