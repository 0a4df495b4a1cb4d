// The article parser (front matter in YAML, body in Markdown) and what is written of its blocks: HTML, JSON and Markdown again.
// Input: the file.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "bot/http/blocks_api.h"
#include "bot/http/html.h"
#include "bot/http/json_text.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/body.h"
#include "kb/markdown/body_writer.h"
#include "kb/markdown/limits.h"
#include "kb/markdown/normal_form.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

void CheckBlocks(const std::vector<kb::Block>& blocks, int depth);

void CheckString(std::string_view text) {
  Require(IsValidUtf8(text) && text.find('\0') == std::string_view::npos, "all of it is text");
}

void CheckHref(std::string_view href) {
  CheckString(href);
  constexpr std::array<std::string_view, 6> kAllowed = {
      "https://", "http://", "mailto:", "tel:", "/", "article:"};
  const bool allowed = std::any_of(kAllowed.begin(), kAllowed.end(), [&](std::string_view start) {
    std::string lower(href.substr(0, start.size()));
    for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return lower == start;
  });
  Require(allowed, "links have an allowed scheme");
}

void CheckText(const kb::Text& text) {
  for (const kb::Span& span : text) {
    CheckString(span.text);
    if (!span.href.empty()) CheckHref(span.href);
  }
}

void CheckItems(const std::vector<kb::Item>& items, int depth) {
  for (const kb::Item& item : items) CheckBlocks(item.blocks, depth + 1);
}

// One function for each kind of block.
struct BlockCheck {
  int depth;

  void operator()(const kb::Heading& heading) const {
    Require(heading.level >= 2 && heading.level <= 6, "a heading's level is 2 to 6");
    Require(!heading.anchor.empty(), "a heading has an anchor");
    CheckString(heading.anchor);
    CheckText(heading.text);
  }
  void operator()(const kb::Paragraph& paragraph) const { CheckText(paragraph.text); }
  void operator()(const kb::Steps& steps) const { CheckItems(steps.items, depth); }
  void operator()(const kb::List& list) const { CheckItems(list.items, depth); }
  void operator()(const kb::Table& table) const {
    for (const kb::Text& cell : table.header) CheckText(cell);
    for (const auto& row : table.rows) {
      Require(row.size() == table.header.size(), "every row is as long as the header");
      for (const kb::Text& cell : row) CheckText(cell);
    }
  }
  void operator()(const kb::Callout& callout) const {
    CheckString(callout.label);
    CheckBlocks(callout.blocks, depth + 1);
  }
  void operator()(const kb::Code& code) const { CheckString(code.text); }
  void operator()(const kb::Image& image) const {
    Require(image.source.starts_with("/media/"), "images come from /media/");
    Require(image.source.find("..") == std::string::npos, "no dots lead out of /media/");
    CheckString(image.alt);
  }
  void operator()(const kb::Link& link) const {
    CheckHref(link.href);
    CheckString(link.label);
  }
};

void CheckBlocks(const std::vector<kb::Block>& blocks, int depth) {
  Require(depth <= kb::kMaxNesting, "blocks are not nested too deep");
  for (const kb::Block& block : blocks) std::visit(BlockCheck{depth}, block.value);
}

void CheckPassages(const kb::Article& article) {
  std::size_t next = 0;
  for (const kb::Passage& passage : kb::Passages(article)) {
    Require(passage.first == next && passage.count > 0, "passages follow each other");
    next += passage.count;
  }
  Require(next == article.blocks.size(), "passages cover every block");
}

// Everything that is markup in the page was written by us.
void CheckHtml(std::string_view html) {
  constexpr std::array<std::string_view, 22> kTags = {
      "a",  "code", "div", "em", "h2",     "h3",    "h4",    "h5", "h6", "img",   "li",
      "ol", "p",    "pre", "ul", "strong", "table", "tbody", "td", "th", "thead", "tr"};
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    std::string_view name = html.substr(at + 1, html.find_first_of(" >", at) - at - 1);
    if (name.starts_with('/')) name.remove_prefix(1);
    Require(std::find(kTags.begin(), kTags.end(), name) != kTags.end(), "a tag is one of ours");
  }
}

// Blocks survive being written as Markdown, as far as Markdown can tell them apart.
void CheckMarkdown(const std::vector<kb::Block>& blocks) {
  const std::vector<kb::Block> normal = kb::Normal(blocks);
  Require(kb::Normal(normal) == normal, "the normal form of blocks is their normal form");
  const std::string markdown = kb::WriteBody(blocks);
  CheckString(markdown);
  // A table or a paragraph may be longer than a reader takes; it is refused there.
  if (kb::CheckLimits(markdown)) return;
  kb::Diagnostics diagnostics;
  kb::Reporter reporter("fuzz.md", diagnostics);
  Require(kb::ReadBody(markdown, 1, reporter) == normal, "what is written is read the same");
  Require(diagnostics.empty(), "what is written has nothing to warn about");
}

}  // namespace

void RunInput(std::string_view input) {
  kb::Diagnostics diagnostics;
  const auto article = kb::ParseArticle(input, "fuzz.md", diagnostics);
  const bool failed = std::any_of(
      diagnostics.begin(), diagnostics.end(),
      [](const kb::Diagnostic& entry) { return entry.severity == kb::Severity::kError; });
  Require(article.has_value() != failed, "an article is absent exactly when there is an error");
  for (const kb::Diagnostic& entry : diagnostics) CheckString(kb::FormatDiagnostic(entry));
  if (!article) return;

  Require(!article->blocks.empty() && !article->id.empty() && !article->title.empty(),
          "an article has an id, a title and content");
  for (const auto* text : {&article->id, &article->title, &article->module, &article->url}) {
    CheckString(*text);
  }
  CheckBlocks(article->blocks, 0);
  CheckPassages(*article);
  CheckMarkdown(article->blocks);
  CheckHtml(bot::http::RenderBlocks(article->blocks, "/f1/"));
  Require(nlohmann::json::accept(bot::http::Dump(bot::http::BlocksJson(article->blocks))),
          "blocks are written as JSON");

  kb::Diagnostics again;
  const auto repeated = kb::ParseArticle(input, "fuzz.md", again);
  Require(repeated && repeated->blocks == article->blocks && again == diagnostics,
          "parsing twice gives the same");
}

}  // namespace pomocnik::fuzz
