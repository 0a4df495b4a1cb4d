#include "kb/markdown/body.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "kb/markdown/callout_label.h"
#include "kb/markdown/inline_text.h"
#include "kb/markdown/limits.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

// The library registers its extensions without a lock, hence the static.
cmark_syntax_extension* TableExtension() {
  static cmark_syntax_extension* const kExtension = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return cmark_find_syntax_extension("table");
  }();
  return kExtension;
}

Tree ParseMarkdown(std::string_view text) {
  std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  cmark_parser_attach_syntax_extension(parser.get(), TableExtension());
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return Tree(cmark_parser_finish(parser.get()));
}

// The first node that lies too deep for functions that call themselves, or null.
cmark_node* FindTooDeep(cmark_node* root) {
  std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
  int depth = 0;
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    bool is_leaf = cmark_node_first_child(node) == nullptr;
    if (event == CMARK_EVENT_EXIT && !is_leaf) --depth;
    if (event == CMARK_EVENT_ENTER && !is_leaf && ++depth > kMaxNesting) return node;
  }
  return nullptr;
}

bool IsOfType(cmark_node* node, std::string_view type) {
  return cmark_node_get_type_string(node) == type;
}

class BlockReader {
 public:
  explicit BlockReader(Source source) : source_(source) {}

  std::vector<Block> ReadChildren(cmark_node* parent) {
    std::vector<Block> blocks;
    for (auto* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
      Read(child, blocks);
    }
    return blocks;
  }

 private:
  void Read(cmark_node* node, std::vector<Block>& blocks) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        for (Block& block : ReadParagraph(node, source_)) blocks.push_back(std::move(block));
        return;
      case CMARK_NODE_HEADING:
        return ReadHeading(node, blocks);
      case CMARK_NODE_LIST:
        return ReadList(node, blocks);
      case CMARK_NODE_BLOCK_QUOTE:
        return ReadCallout(node, blocks);
      case CMARK_NODE_CODE_BLOCK:
        return ReadCode(node, blocks);
      case CMARK_NODE_HTML_BLOCK:
        return source_.reporter.Warn(
            {.line = source_.Line(node), .message = "a block of HTML is dropped", .code = "html"});
      default:
        if (IsOfType(node, "table")) ReadTable(node, blocks);
    }
  }

  void ReadHeading(cmark_node* node, std::vector<Block>& blocks) {
    Text text = ReadText(node, source_);
    if (text.empty()) {
      return source_.reporter.Warn({.line = source_.Line(node),
                                    .message = "a heading without text is dropped",
                                    .code = "heading"});
    }
    int level = std::max(cmark_node_get_heading_level(node), 2);
    std::string anchor = anchors_.Next(PlainText(text));
    blocks.push_back({Heading{level, std::move(anchor), std::move(text)}});
  }

  void ReadList(cmark_node* node, std::vector<Block>& blocks) {
    std::vector<Item> items;
    for (auto* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
      std::vector<Block> content = ReadChildren(child);
      if (!content.empty()) items.push_back({std::move(content)});
    }
    if (items.empty()) return;
    if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) {
      blocks.push_back({Steps{cmark_node_get_list_start(node), std::move(items)}});
    } else {
      blocks.push_back({List{std::move(items)}});
    }
  }

  void ReadCallout(cmark_node* node, std::vector<Block>& blocks) {
    Callout callout;
    callout.blocks = ReadChildren(node);
    if (callout.blocks.empty()) return;
    if (auto* paragraph = std::get_if<Paragraph>(&callout.blocks.front().value)) {
      ReadCalloutHead(paragraph->text, callout);
      if (paragraph->text.empty()) callout.blocks.erase(callout.blocks.begin());
    }
    if (callout.blocks.empty() && callout.label.empty()) return;
    blocks.push_back({std::move(callout)});
  }

  static void ReadCalloutHead(Text& text, Callout& callout) {
    if (auto tone = TakeToneMark(text)) {
      callout.tone = *tone;
      callout.label = TakeAnyLabel(text);
    } else if (auto label = TakeCalloutLabel(text)) {
      callout.tone = label->tone;
      callout.label = std::move(label->text);
    }
  }

  static void ReadCode(cmark_node* node, std::vector<Block>& blocks) {
    std::string text = cmark_node_get_literal(node);
    if (!text.empty() && text.back() == '\n') text.pop_back();
    if (!text.empty()) blocks.push_back({Code{std::move(text)}});
  }

  void ReadTable(cmark_node* node, std::vector<Block>& blocks) {
    Table table;
    for (auto* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
      std::vector<Text> cells;
      for (auto* cell = cmark_node_first_child(row); cell != nullptr;
           cell = cmark_node_next(cell)) {
        cells.push_back(ReadText(cell, source_));
      }
      if (cmark_gfm_extensions_get_table_row_is_header(row) != 0) {
        table.header = std::move(cells);
      } else {
        cells.resize(table.header.size());
        table.rows.push_back(std::move(cells));
      }
    }
    blocks.push_back({std::move(table)});
  }

  Source source_;
  AnchorNames anchors_;
};

}  // namespace

std::vector<Block> ReadBody(std::string_view body, int first_line, Reporter& reporter) {
  if (auto excess = CheckLimits(body)) {
    reporter.Fail({.line = first_line + excess->line - 1,
                   .message = std::move(excess->message),
                   .code = "size"});
    return {};
  }
  Tree tree = ParseMarkdown(body);
  Source source{reporter, first_line};
  if (cmark_node* node = FindTooDeep(tree.get())) {
    reporter.Fail({.line = source.Line(node), .message = "nesting is too deep", .code = "size"});
    return {};
  }
  return BlockReader(source).ReadChildren(tree.get());
}

}  // namespace pomocnik::kb
