// Blocks in one line, so that a test can be a row of Markdown and what becomes of it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kb/article.h"
#include "kb/diagnostic.h"

namespace pomocnik::kb {

// plain, *strong*, _emphasis_, `code`, <address|link text>.
inline std::string Print(const Text& text) {
  std::string out;
  for (const Span& span : text) {
    std::string words = span.text;
    if (span.style == Span::Style::kStrong) words = "*" + words + "*";
    if (span.style == Span::Style::kEmphasis) words = "_" + words + "_";
    if (span.style == Span::Style::kCode) words = "`" + words + "`";
    out += span.href.empty() ? words : "<" + span.href + "|" + words + ">";
  }
  return out;
}

std::string Print(const std::vector<Block>& blocks);

struct PrintBlock {
  static std::string Items(const std::vector<Item>& items) {
    std::string out;
    for (const Item& item : items) out += (out.empty() ? "" : "; ") + Print(item.blocks);
    return out;
  }
  static std::string Row(const std::vector<Text>& cells) {
    std::string out = "|";
    for (const Text& cell : cells) out += Print(cell) + "|";
    return out;
  }

  std::string operator()(const Heading& heading) const {
    return "h" + std::to_string(heading.level) + "#" + heading.anchor + "(" + Print(heading.text) +
           ")";
  }
  std::string operator()(const Paragraph& paragraph) const {
    return "p(" + Print(paragraph.text) + ")";
  }
  std::string operator()(const Steps& steps) const {
    return "steps" + std::to_string(steps.start) + "(" + Items(steps.items) + ")";
  }
  std::string operator()(const List& list) const { return "list(" + Items(list.items) + ")"; }
  std::string operator()(const Table& table) const {
    std::string out = "table(" + Row(table.header);
    for (const auto& row : table.rows) out += " " + Row(row);
    return out + ")";
  }
  std::string operator()(const Callout& callout) const {
    static constexpr const char* kTones[] = {"important", "warning", "tip", "example", "note"};
    std::string tone = kTones[static_cast<std::size_t>(callout.tone)];
    return tone + "[" + callout.label + "](" + Print(callout.blocks) + ")";
  }
  std::string operator()(const Code& code) const { return "code(" + code.text + ")"; }
  std::string operator()(const Image& image) const {
    return "image(" + image.source + "|" + image.alt + ")";
  }
  std::string operator()(const Link& link) const {
    return "link(" + link.href + "|" + link.label + ")";
  }
};

inline std::string Print(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) {
    out += (out.empty() ? "" : " ") + std::visit(PrintBlock{}, block.value);
  }
  return out;
}

// Diagnostics as compilers write them, a line each.
inline std::string Print(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += FormatDiagnostic(diagnostic) + "\n";
  return out;
}

}  // namespace pomocnik::kb
