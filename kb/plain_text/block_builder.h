// Makes blocks of what somebody found in a text without markup: paragraphs, headings, items of lists, tables. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/markdown/slug.h"
#include "kb/plain_text/item_mark.h"

namespace pomocnik::kb {

// Words in which web addresses are links. REQUIRES: IsValidUtf8(words).
Text LinkedText(std::string_view words);

// Items that follow each other become one list: steps when they are numbered, each number one above that before. What is
// indented further than an item belongs to it. A paragraph that begins with the label of a callout ("POZOR!", "Nasvet:")
// becomes one. A single numbered item that goes on in lower case ("1. januarja …") was no step and becomes a paragraph.
class BlockBuilder {
 public:
  // `tolerance`: indentations that differ by no more are the same.
  explicit BlockBuilder(double tolerance) : tolerance_(tolerance) {}

  void AddHeading(int level, std::string_view words);
  void AddParagraph(double indent, std::string_view words);
  void AddItem(const ItemMark& mark, double indent, std::string_view words);
  void AddTable(Table table);

  std::vector<Block> Finish() &&;

 private:
  struct OpenList {
    ItemMark::Kind kind = ItemMark::Kind::kBullet;
    double indent = 0;
    int start = 1;
    std::vector<Item> items;

    bool GoesOnWith(const ItemMark& mark) const;
  };

  std::vector<Block>& Innermost();
  void CloseDeeperThan(double indent);
  void CloseInnermost();
  void CloseAll();

  double tolerance_;
  AnchorNames anchors_;
  std::vector<Block> blocks_;
  std::vector<OpenList> open_;  // outermost first; none without items
};

}  // namespace pomocnik::kb
