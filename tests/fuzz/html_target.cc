// The HTML importer: character sets, limits, the tree, blocks, JSON-LD. Input: a line with the name of rules (none of that name: a
// list of tips) and, behind a space, the character set; then the page.
#include <set>

#include "kb/html/fragment.h"
#include "kb/html/limits.h"
#include "kb/html/page.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

constexpr std::string_view kTips =
    "content: //body\nitems: {select: //h3, group: //h2, date: .//i}\nsteps: "
    "\"//p[has-class('k')]\"\n"
    "callouts: [{select: \"//div[has-class('k')]\", tone: tip}]\ncode: //tt\nlines: //dl";

void CheckBlocks(const std::vector<kb::Block>& blocks, int depth);

void CheckString(std::string_view text) {
  Require(IsValidUtf8(text) && text.find('\0') == std::string_view::npos, "all of it is text");
}

bool HasScheme(std::string_view address, std::string_view scheme) {
  std::string start(address.substr(0, scheme.size()));
  for (char& c : start) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return start == scheme;
}

void CheckWebAddress(std::string_view address) {
  CheckString(address);
  Require(HasScheme(address, "https://") || HasScheme(address, "http://"),
          "an address is of the web");
}

// "mailto:" of any kind at its beginning; "a/b:c" has none.
bool HasAnyScheme(std::string_view address) {
  const std::size_t end = address.find_first_not_of(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
  return end != 0 && end != std::string_view::npos && address[end] == ':';
}

void CheckHref(std::string_view href) {
  CheckString(href);
  const bool allowed = HasScheme(href, "https://") || HasScheme(href, "http://") ||
                       HasScheme(href, "mailto:") || HasScheme(href, "tel:");
  Require(allowed, "links have an allowed scheme");
}

void CheckText(const kb::Text& text) {
  for (const kb::Span& span : text) {
    CheckString(span.text);
    Require(!span.text.empty(), "no span is empty");
    if (!span.href.empty()) CheckHref(span.href);
  }
}

void CheckItems(const std::vector<kb::Item>& items, int depth) {
  Require(!items.empty(), "a list has items");
  for (const kb::Item& item : items) {
    Require(!item.blocks.empty(), "an item has content");
    CheckBlocks(item.blocks, depth + 1);
  }
}

// One function for each kind of block.
struct BlockCheck {
  int depth;

  void operator()(const kb::Heading& heading) const {
    Require(depth == 0, "headings stand at the top");
    Require(heading.level >= 2 && heading.level <= 6, "a heading's level is 2 to 6");
    Require(!heading.anchor.empty() && !heading.text.empty(), "a heading has an anchor and a text");
    CheckString(heading.anchor);
    CheckText(heading.text);
  }
  void operator()(const kb::Paragraph& paragraph) const {
    Require(!paragraph.text.empty(), "a paragraph has a text");
    CheckText(paragraph.text);
  }
  void operator()(const kb::Steps& steps) const {
    Require(steps.start >= 0, "steps begin with a number");
    CheckItems(steps.items, depth);
  }
  void operator()(const kb::List& list) const { CheckItems(list.items, depth); }
  void operator()(const kb::Table& table) const {
    Require(!table.header.empty(), "a table has columns");
    for (const kb::Text& cell : table.header) CheckText(cell);
    for (const auto& row : table.rows) {
      Require(row.size() == table.header.size(), "every row is as long as the header");
      for (const kb::Text& cell : row) CheckText(cell);
    }
  }
  void operator()(const kb::Callout& callout) const {
    CheckString(callout.label);
    Require(!callout.blocks.empty(), "a callout has content");
    CheckBlocks(callout.blocks, depth + 1);
  }
  void operator()(const kb::Code& code) const {
    Require(!code.text.empty(), "code is something");
    CheckString(code.text);
  }
  void operator()(const kb::Image& image) const {
    CheckString(image.alt);
    CheckString(image.source);
    if (HasAnyScheme(image.source)) CheckWebAddress(image.source);
  }
  void operator()(const kb::Link& link) const {
    CheckHref(link.href);
    CheckString(link.label);
  }
};

void CheckBlocks(const std::vector<kb::Block>& blocks, int depth) {
  // A callout of words in the innermost list is one more.
  Require(depth <= kb::html::kMaxListDepth + 1, "blocks are not nested too deep");
  for (const kb::Block& block : blocks) std::visit(BlockCheck{depth}, block.value);
}

void CheckAnchors(const std::vector<kb::Block>& blocks) {
  std::set<std::string> anchors;
  for (const kb::Block& block : blocks) {
    const auto* heading = std::get_if<kb::Heading>(&block.value);
    Require(heading == nullptr || anchors.insert(heading->anchor).second, "anchors are unique");
  }
}

void CheckArticle(const kb::ImportedArticle& imported) {
  const kb::Article& article = imported.article;
  Require(!article.title.empty() && !article.blocks.empty(), "an article has a title and content");
  for (const auto* text : {&article.title, &article.lang, &imported.address}) CheckString(*text);
  for (const auto* texts : {&article.tags, &article.questions, &imported.breadcrumb}) {
    for (const std::string& text : *texts) CheckString(text);
  }
  if (!article.url.empty()) CheckWebAddress(article.url);
  for (const std::string& alias : imported.aliases) CheckWebAddress(alias);
  for (const std::string& attachment : imported.attachments) CheckWebAddress(attachment);
  CheckBlocks(article.blocks, 0);
  CheckAnchors(article.blocks);
}

kb::html::Rules RulesNamed(std::string_view name) {
  kb::Diagnostics diagnostics;
  auto rules =
      kb::html::ParseRules(kb::html::BuiltInRules(name).value_or(kTips), "fuzz.yaml", diagnostics);
  Require(rules.has_value(), "our own rules are right");
  return *rules;
}

}  // namespace

void RunInput(std::string_view input) {
  const std::string_view head = TakeLine(input);
  const kb::html::Rules rules = RulesNamed(head.substr(0, head.find(' ')));
  kb::SourceDocument document;
  document.address = "sl/stran.html";
  if (const std::size_t space = head.find(' '); space != std::string_view::npos)
    document.charset = Utf8Of(head.substr(space + 1));
  document.bytes = input;
  kb::SourceDefaults defaults;
  defaults.address = "https://a.si/";

  const kb::Imported imported = kb::html::ReadHtmlPage(document, rules, defaults);
  Require(!imported.articles.empty() || !imported.diagnostics.empty(),
          "nothing comes out only with a reason");
  std::set<std::string> addresses;
  for (const kb::ImportedArticle& article : imported.articles) {
    CheckArticle(article);
    Require(addresses.insert(article.address).second, "addresses are unique");
  }
  for (const kb::Diagnostic& entry : imported.diagnostics) CheckString(kb::FormatDiagnostic(entry));

  kb::Diagnostics diagnostics;
  kb::Reporter reporter("fuzz.html", diagnostics);
  const auto blocks = kb::html::ReadHtmlFragment(Utf8Of(input), "https://a.si/b", reporter);
  CheckBlocks(blocks, 0);
  CheckAnchors(blocks);
}

}  // namespace pomocnik::fuzz
