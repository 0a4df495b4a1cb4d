#include "kb/markdown/body_writer.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "kb/markdown/callout_label.h"
#include "kb/markdown/inline_writer.h"
#include "kb/markdown/normal_form.h"

namespace pomocnik::kb {
namespace {

constexpr int kMaxStep = 999'999'999;
constexpr std::size_t kLeastFence = 3;

// Puts `first` before the first line and `rest` before the others; an empty line gets `rest` without spaces at its end.
std::string Prefixed(std::string_view text, std::string_view first, std::string_view rest) {
  const std::string_view before_nothing = rest.substr(0, rest.find_last_not_of(' ') + 1);
  std::string out(first);
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += text.substr(begin, end - begin);
    if (end == text.size()) return out;
    out += '\n';
    begin = end + 1;
    const bool is_empty = begin == text.size() || text[begin] == '\n';
    out += is_empty ? before_nothing : rest;
  }
}

std::size_t LongestRun(std::string_view text, char c) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char each : text) {
    run = each == c ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string WriteRow(const std::vector<Text>& cells) {
  std::string row = "|";
  for (const Text& cell : cells) row += " " + WriteText(cell, Place::kCell) + " |";
  return row;
}

std::string WriteBlocks(const std::vector<Block>& blocks);

// Two lists of one kind in a row are told apart by their marks.
enum class Marks { kUsual, kOther };

bool IsPlain(const Item& item) {
  return item.blocks.size() == 1 && std::holds_alternative<Paragraph>(item.blocks[0].value);
}

// Items of one paragraph each stand line by line.
std::string_view GapBetween(const std::vector<Item>& items) {
  return std::all_of(items.begin(), items.end(), IsPlain) ? "\n" : "\n\n";
}

// One function for each kind of block; what it returns has no line end.
struct BlockWriter {
  Marks marks = Marks::kUsual;

  std::string operator()(const Heading& heading) const {
    return std::string(static_cast<std::size_t>(heading.level), '#') + " " +
           WriteText(heading.text, Place::kHeading);
  }
  std::string operator()(const Paragraph& paragraph) const {
    return WriteText(paragraph.text, Place::kLineStart);
  }
  std::string operator()(const Steps& steps) const {
    const std::string_view gap = GapBetween(steps.items);
    std::string out;
    int number = steps.start;
    for (const Item& item : steps.items) {
      const std::string mark = std::to_string(number) + (marks == Marks::kUsual ? ". " : ") ");
      out += out.empty() ? "" : gap;
      out += Prefixed(WriteBlocks(item.blocks), mark, std::string(mark.size(), ' '));
      number = std::min(number + 1, kMaxStep);
    }
    return out;
  }
  std::string operator()(const List& list) const {
    const std::string_view gap = GapBetween(list.items);
    const std::string_view mark = marks == Marks::kUsual ? "- " : "+ ";
    std::string out;
    for (const Item& item : list.items) {
      out += out.empty() ? "" : gap;
      out += Prefixed(WriteBlocks(item.blocks), mark, "  ");
    }
    return out;
  }
  std::string operator()(const Table& table) const {
    std::string out = WriteRow(table.header) + "\n|";
    for (std::size_t i = 0; i < table.header.size(); ++i) out += " --- |";
    for (const auto& row : table.rows) out += "\n" + WriteRow(row);
    return out;
  }
  std::string operator()(const Callout& callout) const {
    std::string head = NeedsToneMark(callout) ? ToneMark(callout.tone) + " " : "";
    if (!callout.label.empty()) {
      const Text label = {{callout.label + ":", Span::Style::kStrong, ""}};
      head += WriteText(label, Place::kWithinLine) + " ";
    }
    return Prefixed(WriteWithHead(callout.blocks, std::move(head)), "> ", "> ");
  }
  std::string operator()(const Code& code) const {
    const std::string fence(std::max(LongestRun(code.text, '`') + 1, kLeastFence), '`');
    return fence + "\n" + code.text + "\n" + fence;
  }
  std::string operator()(const Image& image) const { return WriteImage(image); }
  std::string operator()(const Link& link) const {
    return WriteText({{link.label, Span::Style::kPlain, link.href}}, Place::kLineStart);
  }

  // The head stands before the words of the first paragraph, or alone.
  static std::string WriteWithHead(const std::vector<Block>& blocks, std::string head) {
    if (head.empty()) return WriteBlocks(blocks);
    const auto* first = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks[0].value);
    if (first == nullptr) {
      head.pop_back();
      return blocks.empty() ? head : head + "\n\n" + WriteBlocks(blocks);
    }
    head += WriteText(first->text, Place::kWithinLine);
    const std::vector<Block> others(blocks.begin() + 1, blocks.end());
    return others.empty() ? head : head + "\n\n" + WriteBlocks(others);
  }
};

bool IsList(const Block& block) {
  return std::holds_alternative<Steps>(block.value) || std::holds_alternative<List>(block.value);
}

std::string WriteBlocks(const std::vector<Block>& blocks) {
  std::string out;
  Marks marks = Marks::kUsual;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool repeats =
        i > 0 && IsList(blocks[i]) && blocks[i].value.index() == blocks[i - 1].value.index();
    marks = repeats && marks == Marks::kUsual ? Marks::kOther : Marks::kUsual;
    if (i > 0) out += "\n\n";
    out += std::visit(BlockWriter{marks}, blocks[i].value);
  }
  return out;
}

}  // namespace

std::string WriteBody(const std::vector<Block>& blocks) { return WriteNormalBody(Normal(blocks)); }

std::string WriteNormalBody(const std::vector<Block>& normal) {
  return normal.empty() ? "" : WriteBlocks(normal) + "\n";
}

}  // namespace pomocnik::kb
