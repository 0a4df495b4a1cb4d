#include "kb/plain_text/plain_text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "kb/markdown/front_matter.h"
#include "kb/plain_text/block_builder.h"

namespace pomocnik::kb {
namespace {

constexpr double kTolerance = 1;  // columns: lists are often a space off
constexpr std::size_t kTabColumns = 4;

struct Line {
  std::size_t indent = 0;
  std::string_view words;  // without space at its ends; empty: an empty line
};

Line ReadLine(std::string_view line) {
  std::size_t indent = 0;
  std::size_t at = 0;
  for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at) {
    indent += line[at] == '\t' ? kTabColumns : 1;
  }
  line.remove_prefix(at);
  return {indent, line.substr(0, line.find_last_not_of(" \t\r") + 1)};
}

// What is being read: a paragraph or an item, until something else begins.
class Reader {
 public:
  void Add(const Line& line) {
    if (line.words.empty()) return End();
    if (const auto mark = FindItemMark(line.words)) {
      End();
      mark_ = mark;
      indent_ = line.indent;
      words_ = OneLine(line.words.substr(mark->size));
      return;
    }
    const bool leaves_item = mark_ && line.indent <= indent_;
    if (leaves_item) End();
    if (words_.empty()) {
      indent_ = line.indent;
    } else {
      words_ += mark_ ? ' ' : '\n';
    }
    words_ += OneLine(line.words);
  }

  std::vector<Block> Finish() && {
    End();
    return std::move(builder_).Finish();
  }

 private:
  void End() {
    const auto indent = static_cast<double>(indent_);
    if (mark_) {
      builder_.AddItem(*mark_, indent, words_);
    } else {
      builder_.AddParagraph(indent, words_);
    }
    mark_.reset();
    words_.clear();
  }

  BlockBuilder builder_{kTolerance};
  std::optional<ItemMark> mark_;
  std::size_t indent_ = 0;
  std::string words_;
};

}  // namespace

std::vector<Block> ReadPlainText(std::string_view text) {
  Reader reader;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.Add(ReadLine(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(reader).Finish();
}

}  // namespace pomocnik::kb
