#include "kb/markdown/normal_form.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "kb/markdown/address.h"
#include "kb/markdown/callout_label.h"
#include "kb/markdown/inline_writer.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb {
namespace {

constexpr int kMaxFirstStep = 999'999'999;
constexpr std::size_t kMaxCodeIndentation = 64;
// Lists and quotations that code may seem to open at once; far below kMaxNesting, for it stands in others.
constexpr int kMaxCodeMarkers = 16;

bool IsSpace(char32_t c) { return c == U' ' || (c >= 0x09 && c <= 0x0D); }
// Neither space nor dropped, nor the beginning of U+FEFF.
bool IsSurelyKept(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F && byte != 0xEF;
}
bool IsDropped(char32_t c) { return c < 0x20 || c == 0x7F || c == 0xFEFF; }

// Puts a text together character by character.
class NormalTextBuilder {
 public:
  void Add(const Span& span) {
    Span like{.text = "", .style = span.style, .href = span.href};
    if (!IsAllowedLink(like.href)) like.href.clear();
    if (like.style == Span::Style::kCode && BackticksAround(span.text) == 0) {
      like.style = Span::Style::kPlain;
    }
    for (std::size_t i = 0; i < span.text.size();) {
      const std::size_t begin = i;
      while (i < span.text.size() && IsSurelyKept(span.text[i])) ++i;
      if (i > begin) {
        PutGap(like);
        Put(std::string_view(span.text).substr(begin, i - begin), like);
        continue;
      }
      const char32_t c = NextCodePoint(span.text, i);
      if (IsSpace(c)) {
        gap_ = std::max(gap_, c == U'\n' || c == U'\r' ? Gap::kLine : Gap::kSpace);
      } else if (!IsDropped(c)) {
        PutGap(like);
        Put(std::string_view(span.text).substr(begin, i - begin), like);
      }
    }
  }

  Text Take() { return std::move(text_); }

 private:
  enum class Gap { kNone, kSpace, kLine };

  void Put(std::string_view words, const Span& like) {
    const bool joins = !text_.empty() && IsLike(text_.back(), like);
    if (!joins) text_.push_back({.text = "", .style = like.style, .href = like.href});
    text_.back().text += words;
  }

  static bool IsLike(const Span& one, const Span& other) {
    return one.style == other.style && one.href == other.href;
  }

  void PutGap(const Span& next) {
    const Gap gap = std::exchange(gap_, Gap::kNone);
    if (gap == Gap::kNone || text_.empty()) return;
    Span like;
    if (IsLike(text_.back(), next)) like.style = next.style;
    if (text_.back().href == next.href) like.href = next.href;
    const bool breaks = gap == Gap::kLine && like.style != Span::Style::kCode;
    Put(breaks ? "\n" : " ", like);
  }

  Text text_;
  Gap gap_ = Gap::kNone;
};

Text NormalText(const Text& text) {
  NormalTextBuilder builder;
  for (const Span& span : text) builder.Add(span);
  Text normal = builder.Take();
  // Two runs of code that become one may have no backticks left that could stand around them.
  const bool has_end = std::all_of(normal.begin(), normal.end(), [](const Span& span) {
    return span.style != Span::Style::kCode || BackticksAround(span.text) != 0;
  });
  return has_end ? normal : NormalText(normal);
}

std::string NormalWords(std::string_view words) {
  return PlainText(NormalText(PlainSpan(std::string(words))));
}

std::string NormalCode(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool ends_line = code[i] == '\r';
    if (code[i] == '\0' || (ends_line && code.substr(i + 1, 1) == "\n")) continue;
    out += ends_line ? '\n' : code[i];
  }
  return out;
}

// A line with at most kMaxCodeIndentation columns before its first character.
std::string Outdented(std::string_view line) {
  std::size_t columns = 0;
  std::size_t begin = 0;
  for (; begin < line.size() && (line[begin] == ' ' || line[begin] == '\t'); ++begin) {
    columns += line[begin] == '\t' ? 4 : 1;
  }
  if (columns <= kMaxCodeIndentation) return std::string(line);
  return std::string(kMaxCodeIndentation, ' ').append(line.substr(begin));
}

// How many marks of lists and quotations a line may begin with: not exactly, but never too few.
int CountMarkers(std::string_view line) {
  const std::size_t end = std::min(line.find_first_not_of(" \t0123456789.)-+*>"), line.size());
  const std::string_view head = line.substr(0, end);
  return static_cast<int>(std::count_if(head.begin(), head.end(), [](char c) {
    return std::string_view(".)-+*>").find(c) != std::string_view::npos;
  }));
}

struct OutdentedCode {
  std::string text;
  int markers = 0;  // the most in one line
};

OutdentedCode OutdentedLines(std::string_view code) {
  OutdentedCode out;
  for (std::size_t begin = 0; begin <= code.size();) {
    const std::size_t end = std::min(code.find('\n', begin), code.size());
    const std::string_view line = code.substr(begin, end - begin);
    out.markers = std::max(out.markers, CountMarkers(line));
    out.text += Outdented(line);
    if (end < code.size()) out.text += '\n';
    begin = end + 1;
  }
  return out;
}

class Normaliser {
 public:
  std::vector<Block> Blocks(const std::vector<Block>& blocks, int depth) {
    std::vector<Block> normal;
    normal.reserve(blocks.size());
    for (const Block& block : blocks) {
      depth_ = depth;
      std::visit([&](const auto& value) { Add(value, normal); }, block.value);
    }
    return normal;
  }

 private:
  using Out = std::vector<Block>;

  void Add(const Heading& heading, Out& out) {
    Text text = NormalText(heading.text);
    if (text.empty()) return;
    std::string anchor = anchors_.Next(PlainText(text));
    out.push_back({Heading{std::clamp(heading.level, 2, 6), std::move(anchor), std::move(text)}});
  }

  static void Add(const Paragraph& paragraph, Out& out) {
    Text text = NormalText(paragraph.text);
    if (text.empty()) return;
    if (text.size() == 1 && !text[0].href.empty()) {
      out.push_back({Link{text[0].href, text[0].text}});
    } else {
      out.push_back({Paragraph{std::move(text)}});
    }
  }

  void Add(const Steps& steps, Out& out) {
    if (IsTooDeep()) return AddWords(steps, out);
    std::vector<Item> items = Items(steps.items);
    if (items.empty()) return;
    out.push_back({Steps{std::clamp(steps.start, 0, kMaxFirstStep), std::move(items)}});
  }

  void Add(const List& list, Out& out) {
    if (IsTooDeep()) return AddWords(list, out);
    std::vector<Item> items = Items(list.items);
    if (!items.empty()) out.push_back({List{std::move(items)}});
  }

  static void Add(const Table& table, Out& out) {
    std::size_t columns = table.header.size();
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    if (columns == 0) return;
    Table normal;
    normal.header = Cells(table.header, columns);
    normal.rows.reserve(table.rows.size());
    for (const auto& row : table.rows) normal.rows.push_back(Cells(row, columns));
    out.push_back({std::move(normal)});
  }

  void Add(const Callout& callout, Out& out) {
    if (IsTooDeep()) return AddWords(callout, out);
    Callout normal;
    normal.tone = callout.tone;
    std::string label = NormalWords(callout.label);
    std::replace(label.begin(), label.end(), '\n', ' ');
    normal.label = WithoutMarks(label);
    normal.blocks = Blocks(callout.blocks, depth_ + 1);
    if (normal.label.empty()) TakeLabel(normal);
    if (!normal.blocks.empty() || !normal.label.empty()) out.push_back({std::move(normal)});
  }

  static void Add(const Code& code, Out& out) {
    std::string text = NormalCode(code.text);
    if (text.empty()) return;
    OutdentedCode outdented = OutdentedLines(text);
    if (outdented.markers > kMaxCodeMarkers) return Add(Paragraph{PlainSpan(std::move(text))}, out);
    out.push_back({Code{std::move(outdented.text)}});
  }

  static void Add(const Image& image, Out& out) {
    if (!IsAllowedImage(image.source)) return Add(Paragraph{PlainSpan(image.alt)}, out);
    out.push_back({Image{image.source, NormalWords(image.alt)}});
  }

  static void Add(const Link& link, Out& out) {
    if (!IsAllowedLink(link.href)) return Add(Paragraph{PlainSpan(link.label)}, out);
    std::string label = NormalWords(link.label);
    if (label.empty()) label = NormalWords(link.href);
    out.push_back({Link{link.href, std::move(label)}});
  }

  bool IsTooDeep() const { return depth_ >= kMaxWrittenNesting; }

  template <typename T>
  static void AddWords(const T& value, Out& out) {
    Add(Paragraph{PlainSpan(PlainText(Block{value}))}, out);
  }

  std::vector<Item> Items(const std::vector<Item>& items) {
    const int depth = depth_ + 1;
    std::vector<Item> normal;
    normal.reserve(items.size());
    for (const Item& item : items) {
      Item read{Blocks(item.blocks, depth)};
      if (!read.blocks.empty()) normal.push_back(std::move(read));
    }
    return normal;
  }

  static std::vector<Text> Cells(const std::vector<Text>& cells, std::size_t columns) {
    std::vector<Text> normal;
    normal.reserve(columns);
    for (const Text& cell : cells) normal.push_back(NormalText(cell));
    normal.resize(columns);
    return normal;
  }

  // A strong word that a reader would take for the label is the label.
  static void TakeLabel(Callout& callout) {
    if (callout.blocks.empty()) return;
    auto* paragraph = std::get_if<Paragraph>(&callout.blocks.front().value);
    if (paragraph == nullptr) return;
    if (auto known = TakeCalloutLabel(paragraph->text)) {
      callout.tone = known->tone;
      callout.label = std::move(known->text);
    } else if (NeedsToneMark(callout)) {
      callout.label = TakeAnyLabel(paragraph->text);
    }
    if (callout.label.empty()) return;
    // The words behind the label may be nothing but a link.
    const Paragraph rest = std::move(*paragraph);
    callout.blocks.erase(callout.blocks.begin());
    std::vector<Block> first;
    Add(rest, first);
    callout.blocks.insert(callout.blocks.begin(), first.begin(), first.end());
  }

  AnchorNames anchors_;
  int depth_ = 0;
};

}  // namespace

std::vector<Block> Normal(const std::vector<Block>& blocks) {
  return Normaliser().Blocks(blocks, 0);
}

}  // namespace pomocnik::kb
