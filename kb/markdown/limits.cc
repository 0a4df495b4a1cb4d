#include "kb/markdown/limits.h"

#include <algorithm>

#include "base/ascii.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kWhitespace = " \t\r\n";

// The length of the quote or list marker that `text` begins with; 0 for none.
std::size_t MarkerLength(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == '>') return 1;
  std::size_t length = 0;
  while (length < text.size() && IsDigit(text[length])) ++length;
  std::string_view ends = length > 0 ? ".)" : "-+*";
  if (length == text.size() || ends.find(text[length]) == std::string_view::npos) return 0;
  ++length;
  bool is_marker =
      length == text.size() || kWhitespace.find(text[length]) != std::string_view::npos;
  return is_marker ? length : 0;
}

// What a line opens before its text begins.
struct LineHead {
  int markers = 0;
  int columns = 0;  // of white space before the first marker
};

LineHead ReadHead(std::string_view line) {
  LineHead head;
  while (!line.empty()) {
    if (line[0] == ' ' || line[0] == '\t') {
      if (head.markers == 0) head.columns += line[0] == '\t' ? 4 : 1;
      line.remove_prefix(1);
      continue;
    }
    std::size_t length = MarkerLength(line);
    if (length == 0) break;
    ++head.markers;
    line.remove_prefix(length);
  }
  return head;
}

std::uint64_t Count(std::string_view text, char c) {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), c));
}

// Adds up what the paragraphs of a text will cost.
class CostMeter {
 public:
  void AddLine(std::string_view line) {
    bytes_ += line.size() + 1;
    ++lines_;
    columns_ = std::max(columns_, Count(line, '|') + 1);
    brackets_ += Count(line, '[');
    if (line.find("]:") != std::string_view::npos) defines_links_ = true;
  }

  void EndParagraph() {
    work_ += bytes_ * bytes_;
    if (columns_ > 1) cells_ += columns_ * lines_;
    if (defines_links_) longest_definition_ = std::max(longest_definition_, bytes_);
    bytes_ = lines_ = columns_ = 0;
    defines_links_ = false;
  }

  // Empty when all is well so far.
  std::string_view Problem() const {
    if (work_ > kMaxParagraphWork) return "paragraphs are too long; put empty lines between them";
    if (cells_ > kMaxTableCells) return "tables have too many cells";
    if (brackets_ * longest_definition_ > kMaxDefinitionBytes) {
      return "link definitions are too long for so many links";
    }
    return {};
  }

 private:
  // Of the paragraph being read.
  std::uint64_t bytes_ = 0;
  std::uint64_t lines_ = 0;
  std::uint64_t columns_ = 0;
  bool defines_links_ = false;
  // Of the text so far.
  std::uint64_t work_ = 0;
  std::uint64_t cells_ = 0;
  std::uint64_t brackets_ = 0;
  std::uint64_t longest_definition_ = 0;
};

}  // namespace

std::optional<LimitExceeded> CheckLimits(std::string_view text) {
  CostMeter meter;
  int line_number = 0;
  while (!text.empty()) {
    ++line_number;
    // A lone CR ends a line in Markdown too.
    std::size_t end = text.find_first_of("\r\n");
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (end != std::string_view::npos && line.data()[end] == '\r' && text.substr(0, 1) == "\n") {
      text.remove_prefix(1);
    }
    LineHead head = ReadHead(line);
    if (head.markers > kMaxNesting) return LimitExceeded{line_number, "nesting is too deep"};
    if (head.columns > kMaxIndentation) return LimitExceeded{line_number, "indented too far"};
    bool is_blank = line.find_first_not_of(kWhitespace) == std::string_view::npos;
    if (!is_blank) meter.AddLine(line);
    if (is_blank || text.empty()) meter.EndParagraph();
    if (!meter.Problem().empty()) return LimitExceeded{line_number, std::string(meter.Problem())};
  }
  return std::nullopt;
}

}  // namespace pomocnik::kb
