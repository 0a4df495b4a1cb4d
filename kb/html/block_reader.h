// The nodes of a page -> blocks of an article.
#pragma once

#include <string>
#include <vector>

#include "kb/article.h"
#include "kb/html/inline_reader.h"
#include "kb/html/marks.h"
#include "kb/html/paragraph.h"
#include "kb/html/tree.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html {

// What stands from one head (Mark::Role::kHead) to the next.
struct Part {
  const Node* head = nullptr;  // null: before the first head
  std::string group;           // the last kGroup before it, in plain text
  std::vector<Block> blocks;   // headings have anchors that are unique in the part
};

class BlockReader {
 public:
  // Keeps references to all three.
  BlockReader(const Marks& marks, const Addresses& addresses, Reporter& reporter);

  // Appends what stands in an element.
  void Read(const Node* element);

  // All parts; the first may be empty. The reader is empty then.
  std::vector<Part> Take();

 private:
  using Blocks = std::vector<Block>;

  void Flow(const Node* parent, const Span& style, Blocks& out);
  void ReadNode(const Node* node, const Span& style, Blocks& out);
  bool ReadMarked(const Node* node, const Mark& mark, const Span& style, Blocks& out);
  bool ReadLeaf(const Node* node, const Span& style, Blocks& out);
  void ReadBlock(const Node* node, const Span& style, Blocks& out);
  Blocks ReadNested(const Node* element, const Span& style);

  void ReadHeading(const Node* node, int level, Blocks& out);
  void ReadList(const Node* list, const Span& style, Blocks& out);
  void ReadListChild(const Node* child, const Span& style, std::vector<Item>& items);
  void ReadStrayItem(const Node* item, const Span& style, Blocks& out);
  void ReadDefinitions(const Node* list, const Span& style, Blocks& out);
  void ReadDefinition(const Node* node, const Span& style, std::vector<Item>& items);
  void ReadTableOf(const Node* table, const Span& style, Blocks& out);
  void ReadCallout(const Node* node, const Mark& mark, const Span& style, Blocks& out);
  void ReadStep(const Node* node, const Span& style, Blocks& out);
  void ReadCode(const Node* node, Blocks& out);
  void ReadVideo(const Node* frame, Blocks& out);
  void BeginPart(const Node* node, const Mark& mark);

  void EndParagraph(Blocks& out);
  void EndPart();
  bool IsOpen(const Blocks& out) const;

  const Marks& marks_;
  const Addresses& addresses_;
  Reporter& reporter_;
  InlineReader inline_;
  ParagraphReader paragraph_;
  int depth_ = 0;  // lists and callouts around the node being read
  Blocks top_;     // of the part being read
  Part part_;      // likewise, without its blocks
  std::vector<Part> parts_;
  // Steps and lines of code that are marked one by one go on in the block that was appended last.
  const Blocks* open_in_ = nullptr;
  std::size_t open_size_ = 0;
};

}  // namespace pomocnik::kb::html
