#include "kb/html/block_reader.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "kb/html/code_text.h"
#include "kb/html/elements.h"
#include "kb/html/grouping.h"
#include "kb/html/limits.h"
#include "kb/html/line_head.h"
#include "kb/html/table_reader.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::html {
namespace {

using Role = Mark::Role;

constexpr int kMaxStart = 9999;

void Append(std::vector<Block> from, std::vector<Block>& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// A heading is strong as a whole.
Text WithoutStrong(Text text) {
  for (Span& span : text) {
    if (span.style == Span::Style::kStrong) span.style = Span::Style::kPlain;
  }
  return text;
}

Text AllStrong(Text text) {
  for (Span& span : text) {
    if (span.style != Span::Style::kCode) span.style = Span::Style::kStrong;
  }
  return text;
}

// The items of a list or of steps; null for any other block.
std::vector<Item>* ItemsOf(Block& block) {
  if (auto* steps = std::get_if<Steps>(&block.value)) return &steps->items;
  auto* list = std::get_if<List>(&block.value);
  return list == nullptr ? nullptr : &list->items;
}

int StartOf(const Node* list) {
  std::string text = Attribute(list, "start");
  int start = 1;
  std::from_chars(text.data(), text.data() + text.size(), start);
  return std::clamp(start, 0, kMaxStart);
}

}  // namespace

BlockReader::BlockReader(const Marks& marks, const Addresses& addresses, Reporter& reporter)
    : marks_(marks),
      addresses_(addresses),
      reporter_(reporter),
      inline_(marks, addresses, reporter) {}

void BlockReader::Read(const Node* element) {
  Flow(element, {}, top_);
  EndParagraph(top_);
}

std::vector<Part> BlockReader::Take() {
  EndPart();
  return std::exchange(parts_, {});
}

void BlockReader::Flow(const Node* parent, const Span& style, Blocks& out) {
  for (const Node* child = FirstChild(parent); child != nullptr; child = NextSibling(child)) {
    ReadNode(child, style, out);
  }
}

void BlockReader::ReadNode(const Node* node, const Span& style, Blocks& out) {
  if (IsText(node)) return paragraph_.AddText(TextOf(node), style);
  if (IsUnseen(node, marks_)) return;
  const Mark* mark = MarkOf(marks_, node);
  if (mark != nullptr && ReadMarked(node, *mark, style, out)) return;
  if (ReadLeaf(node, style, out)) return;
  if (!IsBlock(node)) return Flow(node, inline_.StyleIn(node, style), out);
  EndParagraph(out);
  ReadBlock(node, style, out);
  EndParagraph(out);
}

// False when the mark says nothing about an element in this place.
bool BlockReader::ReadMarked(const Node* node, const Mark& mark, const Span& style, Blocks& out) {
  const bool is_top = &out == &top_;
  const bool is_item = NameOf(node) == "li";
  switch (mark.role) {
    case Role::kHead:
    case Role::kGroup:
      if (!is_top) return false;
      EndParagraph(out);
      BeginPart(node, mark);
      return true;
    case Role::kHeading:
      EndParagraph(out);
      ReadHeading(node, mark.level, out);
      return true;
    case Role::kCallout:
      EndParagraph(out);
      ReadCallout(node, mark, style, out);
      return true;
    case Role::kStep:
      if (is_item) return false;
      EndParagraph(out);
      ReadStep(node, style, out);
      return true;
    case Role::kLine:
      EndParagraph(out);
      if (Text line = inline_.TextIn(node); !line.empty()) {
        out.push_back({Paragraph{std::move(line)}});
      }
      return true;
    case Role::kCode:
      if (!IsBlock(node)) return false;
      EndParagraph(out);
      ReadCode(node, out);
      return true;
    case Role::kIcon:
      if (NameOf(node) != "img") return false;
      paragraph_.AddIcon(ReadPicture(node, addresses_.pictures).name, style);
      return true;
    case Role::kNoise:
    case Role::kShown:
    case Role::kStrong:
    case Role::kLayout:
      return false;
  }
  return false;
}

// Elements whose content is no text.
bool BlockReader::ReadLeaf(const Node* node, const Span& style, Blocks& out) {
  std::string_view name = NameOf(node);
  if (name == "br") {
    paragraph_.Break();
  } else if (name == "img") {
    paragraph_.AddPicture(ReadPicture(node, addresses_.pictures), style);
  } else if (name == "iframe" || name == "video") {
    EndParagraph(out);
    ReadVideo(node, out);
  } else if (std::string icon = FontIconOf(node); !icon.empty()) {
    paragraph_.AddIcon(icon, style);
  } else {
    return false;
  }
  return true;
}

void BlockReader::ReadBlock(const Node* node, const Span& style, Blocks& out) {
  std::string_view name = NameOf(node);
  if (int level = HeadingLevelOf(node); level > 0) return ReadHeading(node, level, out);
  if (name == "ul" || name == "ol") return ReadList(node, style, out);
  if (name == "dl") return ReadDefinitions(node, style, out);
  if (name == "li") return ReadStrayItem(node, style, out);
  if (name == "table") return ReadTableOf(node, style, out);
  if (name == "pre") return ReadCode(node, out);
  if (name == "summary") {
    if (Text text = AllStrong(inline_.TextIn(node)); !text.empty()) {
      out.push_back({Paragraph{std::move(text)}});
    }
    return;
  }
  Flow(node, inline_.StyleIn(node, style), out);
}

// The blocks in an item or a callout. Deeper than the limit they stay beside each other.
BlockReader::Blocks BlockReader::ReadNested(const Node* element, const Span& style) {
  Blocks blocks;
  ++depth_;
  Flow(element, style, blocks);
  EndParagraph(blocks);
  --depth_;
  GroupBlocks(blocks);
  return blocks;
}

void BlockReader::ReadHeading(const Node* node, int level, Blocks& out) {
  Text text = WithoutStrong(inline_.TextIn(node));
  if (text.empty()) return;
  if (&out == &top_) {
    out.push_back({Heading{std::clamp(level, 2, 6), "", std::move(text)}});
  } else {
    // Within a list a heading begins no passage.
    out.push_back({Paragraph{AllStrong(std::move(text))}});
  }
}

void BlockReader::ReadList(const Node* list, const Span& style, Blocks& out) {
  if (depth_ >= kMaxListDepth) return Flow(list, style, out);
  bool is_steps = NameOf(list) == "ol";
  std::vector<Item> items;
  for (const Node* child = FirstChild(list); child != nullptr; child = NextSibling(child)) {
    is_steps = is_steps || HasRole(marks_, child, Role::kStep);
    ReadListChild(child, style, items);
  }
  if (items.empty()) return;
  if (is_steps) {
    out.push_back({Steps{StartOf(list), std::move(items)}});
  } else {
    out.push_back({List{std::move(items)}});
  }
}

void BlockReader::ReadListChild(const Node* child, const Span& style, std::vector<Item>& items) {
  if (!IsElement(child) || IsUnseen(child, marks_)) return;
  Blocks blocks;
  const bool is_item = NameOf(child) == "li";
  if (is_item) {
    blocks = ReadNested(child, style);
  } else {
    // Old editors put an inner list between the items.
    ++depth_;
    ReadNode(child, style, blocks);
    EndParagraph(blocks);
    --depth_;
  }
  if (blocks.empty()) return;
  if (is_item || items.empty()) {
    items.push_back({std::move(blocks)});
  } else {
    Append(std::move(blocks), items.back().blocks);
  }
}

// The HTML library ends a list where another kind of list begins between its items; the items behind that one go on here.
void BlockReader::ReadStrayItem(const Node* item, const Span& style, Blocks& out) {
  if (depth_ >= kMaxListDepth) return Flow(item, style, out);
  Blocks blocks = ReadNested(item, style);
  if (blocks.empty()) return;
  std::vector<Item>* outer = out.size() < 2 ? nullptr : ItemsOf(out[out.size() - 2]);
  std::vector<Item>* inner = out.empty() ? nullptr : ItemsOf(out.back());
  if (outer != nullptr && inner != nullptr) {
    outer->back().blocks.push_back(std::move(out.back()));
    out.pop_back();
    inner = ItemsOf(out.back());
  }
  if (inner == nullptr) {
    out.push_back({List{}});
    inner = ItemsOf(out.back());
  }
  inner->push_back({std::move(blocks)});
}

void BlockReader::ReadDefinitions(const Node* list, const Span& style, Blocks& out) {
  if (depth_ >= kMaxListDepth) return Flow(list, style, out);
  std::vector<Item> items;
  for (const Node* child = FirstChild(list); child != nullptr; child = NextSibling(child)) {
    if (!IsElement(child) || IsUnseen(child, marks_)) continue;
    if (NameOf(child) == "div") {
      for (const Node* inner = FirstChild(child); inner != nullptr; inner = NextSibling(inner)) {
        ReadDefinition(inner, style, items);
      }
    } else {
      ReadDefinition(child, style, items);
    }
  }
  if (!items.empty()) out.push_back({List{std::move(items)}});
}

// A term begins an item; what explains it follows in the same paragraph.
void BlockReader::ReadDefinition(const Node* node, const Span& style, std::vector<Item>& items) {
  if (NameOf(node) == "dt") {
    Text term = AllStrong(inline_.TextIn(node));
    if (!term.empty()) items.push_back({{Block{Paragraph{std::move(term)}}}});
    return;
  }
  if (NameOf(node) != "dd") return;
  Blocks blocks = ReadNested(node, style);
  if (blocks.empty()) return;
  if (items.empty()) {
    items.push_back({std::move(blocks)});
    return;
  }
  auto* term = std::get_if<Paragraph>(&items.back().blocks.front().value);
  auto* words = std::get_if<Paragraph>(&blocks.front().value);
  if (items.back().blocks.size() == 1 && term != nullptr && words != nullptr) {
    term->text.push_back(Span{.text = " – ", .style = Span::Style::kPlain, .href = ""});
    std::move(words->text.begin(), words->text.end(), std::back_inserter(term->text));
    blocks.erase(blocks.begin());
  }
  Append(std::move(blocks), items.back().blocks);
}

void BlockReader::ReadTableOf(const Node* table, const Span& style, Blocks& out) {
  if (IsLayoutTable(table, marks_)) return Flow(table, style, out);
  for (const Node* child = FirstChild(table); child != nullptr; child = NextSibling(child)) {
    if (NameOf(child) != "caption" || IsUnseen(child, marks_)) continue;
    if (Text text = inline_.TextIn(child); !text.empty()) {
      out.push_back({Paragraph{std::move(text)}});
    }
  }
  if (auto read = ReadTable(table, marks_, inline_, reporter_)) out.push_back({std::move(*read)});
}

void BlockReader::ReadCallout(const Node* node, const Mark& mark, const Span& style, Blocks& out) {
  if (depth_ >= kMaxListDepth) return Flow(node, style, out);
  Callout callout{mark.tone, mark.label, ReadNested(node, style)};
  if (callout.blocks.empty()) return;
  // A label in the box makes a callout of its own, which is the box then.
  auto* inner = std::get_if<Callout>(&callout.blocks.front().value);
  if (inner != nullptr && !inner->label.empty()) {
    Callout own = std::move(*inner);
    callout.blocks.erase(callout.blocks.begin());
    Append(std::move(callout.blocks), own.blocks);
    callout = std::move(own);
  }
  out.push_back({std::move(callout)});
}

void BlockReader::ReadStep(const Node* node, const Span& style, Blocks& out) {
  if (depth_ >= kMaxListDepth) return Flow(node, style, out);
  const bool goes_on = IsOpen(out) && std::holds_alternative<Steps>(out.back().value);
  Blocks blocks = ReadNested(node, style);
  if (blocks.empty()) return;
  if (!goes_on) out.push_back({Steps{1, {}}});
  // The number that the text itself has is the list's now.
  if (auto* paragraph = std::get_if<Paragraph>(&blocks.front().value)) {
    ListMarker marker = MarkerOf(paragraph->text);
    if (marker.kind == ListMarker::Kind::kNumber) RemoveHead(paragraph->text, marker.length);
  }
  std::get<Steps>(out.back().value).items.push_back({std::move(blocks)});
  open_in_ = &out;
  open_size_ = out.size();
}

void BlockReader::ReadCode(const Node* node, Blocks& out) {
  std::string text = CodeIn(node);
  if (text.empty()) return;
  const bool goes_on = NameOf(node) != "pre" && IsOpen(out);
  auto* code = goes_on ? std::get_if<Code>(&out.back().value) : nullptr;
  if (code != nullptr) {
    code->text += "\n" + text;
  } else {
    out.push_back({Code{std::move(text)}});
  }
  open_in_ = &out;
  open_size_ = out.size();
}

// A film becomes a link to it.
void BlockReader::ReadVideo(const Node* frame, Blocks& out) {
  Video video = html::ReadVideo(frame, addresses_.links);
  if (!video.address.empty())
    out.push_back({Link{std::move(video.address), std::move(video.title)}});
}

void BlockReader::BeginPart(const Node* node, const Mark& mark) {
  std::string group = part_.group;
  EndPart();
  part_.group = mark.role == Role::kGroup ? ValueOf(node) : std::move(group);
  part_.head = mark.role == Role::kGroup ? nullptr : node;
}

void BlockReader::EndParagraph(Blocks& out) { Append(paragraph_.Take(), out); }

void BlockReader::EndPart() {
  EndParagraph(top_);
  GroupBlocks(top_);
  AnchorNames anchors;
  for (Block& block : top_) {
    if (auto* heading = std::get_if<Heading>(&block.value)) {
      heading->anchor = anchors.Next(PlainText(heading->text));
    }
  }
  part_.blocks = std::exchange(top_, {});
  parts_.push_back(std::exchange(part_, {}));
  open_in_ = nullptr;
}

bool BlockReader::IsOpen(const Blocks& out) const {
  return open_in_ == &out && open_size_ == out.size() && !out.empty();
}

}  // namespace pomocnik::kb::html
