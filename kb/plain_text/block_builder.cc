#include "kb/plain_text/block_builder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "kb/markdown/address.h"
#include "kb/markdown/callout_label.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxDepth = 8;        // of lists in lists
constexpr std::size_t kMaxLabelBytes = 24;  // "POMEMBNO OPOZORILO"

void AppendSpan(Text& text, std::string_view words, std::string_view href) {
  if (words.empty()) return;
  if (text.empty() || text.back().href != href) {
    text.push_back({.text = {}, .style = Span::Style::kPlain, .href = std::string(href)});
  }
  text.back().text += words;
}

// A word of the text without the marks around it that are no part of an address.
std::string_view WithoutEndMarks(std::string_view word) {
  constexpr std::string_view kBefore = "(<[\"'";
  constexpr std::string_view kBehind = ".,;:!?)>]\"'";
  word.remove_prefix(std::min(word.find_first_not_of(kBefore), word.size()));
  return word.substr(0, word.find_last_not_of(kBehind) + 1);
}

// The callout that a paragraph is when it begins with a label and goes on.
std::optional<Callout> CalloutOf(std::string_view words) {
  const std::size_t mark = words.find_first_of(":!");
  if (mark == std::string_view::npos || mark > kMaxLabelBytes) return std::nullopt;
  Text text = {
      {.text = std::string(words.substr(0, mark + 1)), .style = Span::Style::kStrong, .href = {}}};
  for (Span& span : LinkedText(words.substr(mark + 1))) text.push_back(std::move(span));
  auto label = TakeCalloutLabel(text);
  if (!label || text.empty()) return std::nullopt;
  return Callout{label->tone, std::move(label->text), {Block{Paragraph{std::move(text)}}}};
}

Block ParagraphOf(std::string_view words) {
  if (auto callout = CalloutOf(words)) return {*std::move(callout)};
  Text text = LinkedText(words);
  if (text.size() == 1 && !text[0].href.empty()) return {Link{text[0].href, text[0].text}};
  return {Paragraph{std::move(text)}};
}

bool BeginsInLowerCase(std::string_view words) {
  constexpr std::u32string_view kOurs = U"čšžćđ";
  if (words.empty()) return false;
  std::size_t position = 0;
  const char32_t first = NextCodePoint(words, position);
  return (first >= U'a' && first <= U'z') || kOurs.find(first) != std::u32string_view::npos;
}

// Whether the only item of a numbered list is no step.
bool IsOrdinal(const std::vector<Item>& items) {
  if (items.size() != 1 || items[0].blocks.size() != 1) return false;
  const auto* paragraph = std::get_if<Paragraph>(&items[0].blocks[0].value);
  return paragraph != nullptr && BeginsInLowerCase(PlainText(paragraph->text));
}

}  // namespace

Text LinkedText(std::string_view words) {
  Text text;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \n\t"), words.size() - 1) + 1;
    const std::string_view word = words.substr(0, end);
    const std::size_t space = word.find_last_not_of(" \n\t") + 1;
    const std::string_view address = WithoutEndMarks(word.substr(0, space));
    if (IsWebAddress(address)) {
      const auto before = static_cast<std::size_t>(address.data() - word.data());
      AppendSpan(text, word.substr(0, before), {});
      AppendSpan(text, address, address);
      AppendSpan(text, word.substr(before + address.size()), {});
    } else {
      AppendSpan(text, word, {});
    }
    words.remove_prefix(end);
  }
  return text;
}

bool BlockBuilder::OpenList::GoesOnWith(const ItemMark& mark) const {
  const int next = start + static_cast<int>(items.size());
  return kind == mark.kind && (kind == ItemMark::Kind::kBullet || next == mark.number);
}

void BlockBuilder::AddHeading(int level, std::string_view words) {
  if (words.empty()) return;
  CloseAll();
  blocks_.push_back(
      {Heading{std::clamp(level, 2, 6), anchors_.Next(words), PlainSpan(std::string(words))}});
}

void BlockBuilder::AddParagraph(double indent, std::string_view words) {
  if (words.empty()) return;
  // Level with an item is beside it, not in it.
  while (!open_.empty() && open_.back().indent + tolerance_ >= indent) CloseInnermost();
  Innermost().push_back(ParagraphOf(words));
}

void BlockBuilder::AddItem(const ItemMark& mark, double indent, std::string_view words) {
  if (words.empty()) return;
  CloseDeeperThan(indent);
  const auto is_level = [&] {
    return !open_.empty() && open_.back().indent + tolerance_ >= indent;
  };
  while (is_level() && !open_.back().GoesOnWith(mark)) CloseInnermost();
  const bool joins = is_level();
  if (!joins && open_.size() < kMaxDepth) open_.push_back({mark.kind, indent, mark.number, {}});
  open_.back().items.push_back({{ParagraphOf(words)}});
}

void BlockBuilder::AddTable(Table table) {
  CloseAll();
  blocks_.push_back({std::move(table)});
}

std::vector<Block> BlockBuilder::Finish() && {
  CloseAll();
  return std::move(blocks_);
}

std::vector<Block>& BlockBuilder::Innermost() {
  return open_.empty() ? blocks_ : open_.back().items.back().blocks;
}

void BlockBuilder::CloseDeeperThan(double indent) {
  while (!open_.empty() && open_.back().indent > indent + tolerance_) CloseInnermost();
}

void BlockBuilder::CloseInnermost() {
  OpenList list = std::move(open_.back());
  open_.pop_back();
  std::vector<Block>& outer = Innermost();
  if (list.kind == ItemMark::Kind::kBullet) {
    outer.push_back({List{std::move(list.items)}});
  } else if (IsOrdinal(list.items)) {
    const std::string number = std::to_string(list.start) + ". ";
    auto& paragraph = std::get<Paragraph>(list.items[0].blocks[0].value);
    paragraph.text[0].text.insert(0, number);
    outer.push_back({std::move(paragraph)});
  } else {
    outer.push_back({Steps{list.start, std::move(list.items)}});
  }
}

void BlockBuilder::CloseAll() {
  while (!open_.empty()) CloseInnermost();
}

}  // namespace pomocnik::kb
