#include "kb/article.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pomocnik::kb {
namespace {

constexpr std::array<std::pair<Kind, std::string_view>, 8> kKindNames = {{
    {Kind::kTip, "tip"},
    {Kind::kF1, "f1"},
    {Kind::kNewsletter, "newsletter"},
    {Kind::kPolicy, "policy"},
    {Kind::kRelease, "release"},
    {Kind::kGuide, "guide"},
    {Kind::kLegislation, "legislation"},
    {Kind::kStub, "stub"},
}};

// Appends a part on a line of its own; an empty part leaves no line.
void AppendLine(const std::string& part, std::string& out) {
  if (part.empty()) return;
  if (!out.empty()) out += '\n';
  out += part;
}

std::string Lines(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) AppendLine(PlainText(block), out);
  return out;
}

std::string Lines(const std::vector<Item>& items) {
  std::string out;
  for (const Item& item : items) AppendLine(Lines(item.blocks), out);
  return out;
}

std::string Row(const std::vector<Text>& cells) {
  std::string out;
  for (const Text& cell : cells) {
    std::string text = PlainText(cell);
    if (!out.empty() && !text.empty()) out += " | ";
    out += text;
  }
  return out;
}

struct PlainTextOf {
  std::string operator()(const Heading& heading) const { return PlainText(heading.text); }
  std::string operator()(const Paragraph& paragraph) const { return PlainText(paragraph.text); }
  std::string operator()(const Steps& steps) const { return Lines(steps.items); }
  std::string operator()(const List& list) const { return Lines(list.items); }
  std::string operator()(const Table& table) const {
    std::string out = Row(table.header);
    for (const auto& row : table.rows) AppendLine(Row(row), out);
    return out;
  }
  std::string operator()(const Callout& callout) const {
    std::string words = Lines(callout.blocks);
    if (callout.label.empty()) return words;
    return words.empty() ? callout.label : callout.label + ": " + words;
  }
  std::string operator()(const Code& code) const { return code.text; }
  std::string operator()(const Image& image) const { return image.alt; }
  std::string operator()(const Link& link) const { return link.label; }
};

}  // namespace

std::string_view KindName(Kind kind) { return kKindNames[static_cast<std::size_t>(kind)].second; }

std::optional<Kind> ParseKind(std::string_view name) {
  auto entry = std::find_if(kKindNames.begin(), kKindNames.end(),
                            [name](const auto& candidate) { return candidate.second == name; });
  if (entry == kKindNames.end()) return std::nullopt;
  return entry->first;
}

// Written out because Block holds Item and Callout: defaulting such a circle crashes clang 14.
bool Item::operator==(const Item& other) const { return blocks == other.blocks; }
bool Callout::operator==(const Callout& other) const {
  return tone == other.tone && label == other.label && blocks == other.blocks;
}

std::vector<Passage> Passages(const Article& article) {
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const auto* heading = std::get_if<Heading>(&article.blocks[i].value);
    if (heading != nullptr) {
      passages.push_back({heading->anchor, PlainText(heading->text), i, 0});
    } else if (passages.empty()) {
      passages.push_back({"", "", i, 0});
    }
    ++passages.back().count;
  }
  return passages;
}

std::string PlainText(const Text& text) {
  std::string out;
  for (const Span& span : text) out += span.text;
  return out;
}

Text PlainSpan(std::string words) { return {{std::move(words), Span::Style::kPlain, ""}}; }

Block PlainParagraph(std::string words) { return {Paragraph{PlainSpan(std::move(words))}}; }

std::string PlainText(const Block& block) { return std::visit(PlainTextOf{}, block.value); }

std::string_view ToneName(Callout::Tone tone) {
  switch (tone) {
    case Callout::Tone::kImportant:
      return "important";
    case Callout::Tone::kWarning:
      return "warning";
    case Callout::Tone::kTip:
      return "tip";
    case Callout::Tone::kExample:
      return "example";
    case Callout::Tone::kNote:
      return "note";
  }
  return "note";
}

}  // namespace pomocnik::kb
