// What must hold of everything that an importer hands on, whatever it was given.
#pragma once

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kb/imported.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {

inline void CheckImportedText(std::string_view text) {
  Require(IsValidUtf8(text) && text.find('\0') == std::string_view::npos, "all of it is text");
}

inline void CheckImportedHref(std::string_view href) {
  CheckImportedText(href);
  constexpr std::array<std::string_view, 6> kAllowed = {
      "https://", "http://", "mailto:", "tel:", "/", "article:"};
  std::string lower(href.substr(0, 10));
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  Require(std::any_of(kAllowed.begin(), kAllowed.end(),
                      [&](std::string_view start) { return lower.starts_with(start); }),
          "links have an allowed scheme");
}

inline void CheckImportedText(const kb::Text& text) {
  for (const kb::Span& span : text) {
    CheckImportedText(span.text);
    if (!span.href.empty()) CheckImportedHref(span.href);
  }
}

inline void CheckImportedBlocks(const std::vector<kb::Block>& blocks, int depth);

// One function for each kind of block.
struct ImportedBlockCheck {
  int depth;

  void Items(const std::vector<kb::Item>& items) const {
    Require(!items.empty(), "a list has items");
    for (const kb::Item& item : items) CheckImportedBlocks(item.blocks, depth + 1);
  }
  void operator()(const kb::Heading& heading) const {
    Require(heading.level >= 2 && heading.level <= 6, "a heading's level is 2 to 6");
    Require(!heading.anchor.empty(), "a heading has an anchor");
    CheckImportedText(heading.anchor);
    CheckImportedText(heading.text);
  }
  void operator()(const kb::Paragraph& paragraph) const {
    Require(!paragraph.text.empty(), "a paragraph has words");
    CheckImportedText(paragraph.text);
  }
  void operator()(const kb::Steps& steps) const { Items(steps.items); }
  void operator()(const kb::List& list) const { Items(list.items); }
  void operator()(const kb::Table& table) const {
    for (const kb::Text& cell : table.header) CheckImportedText(cell);
    for (const auto& row : table.rows) {
      Require(row.size() == table.header.size(), "every row is as long as the header");
      for (const kb::Text& cell : row) CheckImportedText(cell);
    }
  }
  void operator()(const kb::Callout& callout) const {
    CheckImportedText(callout.label);
    CheckImportedBlocks(callout.blocks, depth + 1);
  }
  void operator()(const kb::Code& code) const { CheckImportedText(code.text); }
  void operator()(const kb::Image& image) const {
    CheckImportedText(image.source);
    CheckImportedText(image.alt);
  }
  void operator()(const kb::Link& link) const {
    CheckImportedHref(link.href);
    CheckImportedText(link.label);
  }
};

inline void CheckImportedBlocks(const std::vector<kb::Block>& blocks, int depth) {
  Require(depth <= 64, "blocks are not nested too deep");
  for (const kb::Block& block : blocks) std::visit(ImportedBlockCheck{depth}, block.value);
}

inline void CheckImported(const kb::Imported& imported) {
  std::set<std::string> addresses;
  for (const kb::ImportedArticle& entry : imported.articles) {
    const kb::Article& article = entry.article;
    Require(addresses.insert(entry.address).second, "an address is there once");
    Require(!article.title.empty() && !article.blocks.empty(),
            "an article has a title and content");
    for (const auto* text : {&entry.address, &article.title, &article.module, &article.lang,
                             &article.version_from, &article.version_to, &article.url}) {
      CheckImportedText(*text);
    }
    for (const auto* list : {&article.questions, &article.tags, &entry.aliases, &entry.breadcrumb,
                             &entry.attachments}) {
      for (const std::string& text : *list) CheckImportedText(text);
    }
    for (const kb::Finding& finding : entry.findings) CheckImportedText(finding.evidence);
    for (const auto& day : {article.updated, article.valid_from, article.valid_to}) {
      Require(!day || day->ok(), "a day is one of the calendar");
    }
    for (const kb::ScreenRef& screen : article.f1) {
      Require(!screen.screen.empty() && !screen.app.empty(), "a screen has a name");
    }
    if (!article.url.empty()) CheckImportedHref(article.url);
    CheckImportedBlocks(article.blocks, 0);
  }
  for (const kb::Screen& screen : imported.screens) {
    CheckImportedText(screen.id);
    CheckImportedText(screen.title);
    Require(!screen.id.empty(), "a screen has an id");
  }
  for (const kb::Diagnostic& entry : imported.diagnostics) {
    CheckImportedText(kb::FormatDiagnostic(entry));
  }
}

}  // namespace pomocnik::fuzz
