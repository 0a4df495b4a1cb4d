// What must hold of everything that an importer hands on, whatever it was made of.
#pragma once

#include <array>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "kb/imported.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {

inline void CheckWords(std::string_view text) {
  Require(IsValidUtf8(text) && text.find('\0') == std::string_view::npos, "all of it is text");
}

// A link leads to the web, a mailbox, a telephone or a path, never to a script.
inline void CheckLink(std::string_view href) {
  CheckWords(href);
  std::string scheme(href.substr(0, href.find_first_of(":/")));
  for (char& c : scheme) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  constexpr std::array<std::string_view, 6> kAllowed = {"https", "http", "mailto",
                                                        "tel",   "",     "article"};
  bool allowed = false;
  for (const std::string_view scheme_allowed : kAllowed) allowed |= scheme == scheme_allowed;
  Require(allowed, "links have an allowed scheme");
}

inline void CheckImportedBlocks(const std::vector<kb::Block>& blocks, int depth);

struct ImportedBlockCheck {
  int depth;

  static void Words(const kb::Text& text) {
    for (const kb::Span& span : text) {
      CheckWords(span.text);
      if (!span.href.empty()) CheckLink(span.href);
    }
  }
  void Items(const std::vector<kb::Item>& items) const {
    for (const kb::Item& item : items) CheckImportedBlocks(item.blocks, depth + 1);
  }

  void operator()(const kb::Heading& heading) const {
    Require(heading.level >= 2 && heading.level <= 6, "a heading's level is 2 to 6");
    Words(heading.text);
  }
  void operator()(const kb::Paragraph& paragraph) const { Words(paragraph.text); }
  void operator()(const kb::Steps& steps) const { Items(steps.items); }
  void operator()(const kb::List& list) const { Items(list.items); }
  void operator()(const kb::Table& table) const {
    for (const kb::Text& cell : table.header) Words(cell);
    for (const auto& row : table.rows) {
      Require(row.size() == table.header.size(), "every row is as long as the header");
      for (const kb::Text& cell : row) Words(cell);
    }
  }
  void operator()(const kb::Callout& callout) const {
    CheckWords(callout.label);
    CheckImportedBlocks(callout.blocks, depth + 1);
  }
  void operator()(const kb::Code& code) const { CheckWords(code.text); }
  void operator()(const kb::Image& image) const {
    CheckWords(image.source);
    CheckWords(image.alt);
  }
  void operator()(const kb::Link& link) const {
    CheckLink(link.href);
    CheckWords(link.label);
  }
};

inline void CheckImportedBlocks(const std::vector<kb::Block>& blocks, int depth) {
  constexpr int kDeepest = 64;  // as Markdown allows
  Require(depth <= kDeepest, "blocks are not nested too deep");
  for (const kb::Block& block : blocks) std::visit(ImportedBlockCheck{depth}, block.value);
}

inline void CheckImported(const kb::Imported& imported) {
  std::set<std::string> addresses;
  for (const kb::ImportedArticle& article : imported.articles) {
    Require(!article.article.title.empty() && !article.article.blocks.empty(),
            "an article has a title and content");
    CheckWords(article.article.title);
    CheckWords(article.article.url);
    if (!article.article.url.empty()) CheckLink(article.article.url);
    CheckWords(article.article.lang);
    for (const std::string& name : article.breadcrumb) CheckWords(name);
    for (const kb::Finding& finding : article.findings) CheckWords(finding.evidence);
    for (const auto& day :
         {article.article.updated, article.article.valid_from, article.article.valid_to}) {
      Require(!day || day->ok(), "a day is one of the calendar");
    }
    CheckImportedBlocks(article.article.blocks, 0);
    Require(addresses.insert(article.address).second, "addresses are unique in a document");
  }
  for (const kb::Diagnostic& entry : imported.diagnostics) CheckWords(entry.message);
}

}  // namespace pomocnik::fuzz
