#include "kb/html/inline_reader.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "kb/html/elements.h"
#include "kb/html/pictures.h"
#include "kb/html/reference.h"
#include "kb/html/text_builder.h"
#include "kb/markdown/address.h"
#include "kb/markdown/inline_text.h"

namespace pomocnik::kb::html {
namespace {

using Style = Span::Style;

Style StyleOfElement(const Node* element) {
  static constexpr std::array<std::pair<std::string_view, Style>, 11> kStyles = {{
      {"b", Style::kStrong},
      {"strong", Style::kStrong},
      {"i", Style::kEmphasis},
      {"em", Style::kEmphasis},
      {"cite", Style::kEmphasis},
      {"dfn", Style::kEmphasis},
      {"var", Style::kEmphasis},
      {"code", Style::kCode},
      {"kbd", Style::kCode},
      {"samp", Style::kCode},
      {"tt", Style::kCode},
  }};
  std::string_view name = NameOf(element);
  auto found = std::find_if(kStyles.begin(), kStyles.end(),
                            [&](const auto& entry) { return entry.first == name; });
  if (found != kStyles.end()) return found->second;
  if (name != "span" && name != "font") return Style::kPlain;
  std::string style = Attribute(element, "style");
  std::erase(style, ' ');
  bool is_bold = style.find("font-weight:bold") != std::string::npos ||
                 style.find("font-weight:700") != std::string::npos;
  return is_bold ? Style::kStrong : Style::kPlain;
}

int Rank(Style style) {
  if (style == Style::kCode) return 3;
  if (style == Style::kStrong) return 2;
  return style == Style::kEmphasis ? 1 : 0;
}

// As much of a text as a message can hold.
std::string Excerpt(std::string_view text) { return std::string(TruncateCodePoints(text, 80)); }

// Reads everything into one line.
class LineReader {
 public:
  LineReader(InlineReader& styles, const Marks& marks, const Addresses& addresses)
      : styles_(styles), marks_(marks), addresses_(addresses) {}

  void ReadChildren(const Node* parent, const Span& style) {
    for (const Node* child = FirstChild(parent); child != nullptr; child = NextSibling(child)) {
      Read(child, style);
    }
  }

  Text Take() {
    Text text = builder_.Take();
    Trim(text);
    return text;
  }

 private:
  void Read(const Node* node, const Span& style) {
    if (IsText(node)) return builder_.Append(TextOf(node), style);
    if (IsUnseen(node, marks_)) return;
    std::string_view name = NameOf(node);
    if (name == "br") return builder_.AppendSpace();
    if (name == "img") return ReadImage(node, style);
    if (std::string icon = FontIconOf(node); !icon.empty()) {
      return builder_.AppendMark(IconText(icon), style);
    }
    const bool is_block = IsBlock(node);
    if (is_block) builder_.AppendSpace();
    bool continues_list = name == "li" && !builder_.empty() &&
                          std::string_view(".:;!?").find(builder_.last()) == std::string_view::npos;
    if (continues_list) builder_.AppendSign(";");
    ReadChildren(node, styles_.StyleIn(node, style));
    if (is_block) builder_.AppendSpace();
  }

  void ReadImage(const Node* image, const Span& style) {
    Picture picture = ReadPicture(image, addresses_.pictures);
    if (picture.size == Picture::Size::kSpot) return;
    bool is_large = picture.size == Picture::Size::kLarge;
    if (is_large && picture.description.empty()) return;
    builder_.AppendMark(is_large ? PictureText(picture.description) : IconText(picture.name),
                        style);
  }

  InlineReader& styles_;
  const Marks& marks_;
  const Addresses& addresses_;
  TextBuilder builder_;
};

}  // namespace

std::string InlineReader::LinkOf(const Node* anchor) {
  std::string reference = Attribute(anchor, "href");
  std::size_t begin = reference.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || reference[begin] == '#') return "";
  std::string address = ResolveReference(addresses_.links, reference);
  if (SchemeOf(address).empty()) return "";
  bool is_allowed = IsAllowedLink(address) && LinkedArticle(address).empty();
  if (!is_allowed) {
    reporter_.Warn(LineOf(anchor),
                   "this link is not allowed and becomes text: " + Excerpt(address));
    return "";
  }
  bool leads_here = !addresses_.own.empty() && address.find('#') != std::string::npos &&
                    WithoutFragment(address) == addresses_.own;
  return leads_here ? "" : address;
}

Span InlineReader::StyleIn(const Node* element, const Span& outer) {
  Span inner = outer;
  Style style = StyleOfElement(element);
  if (const Mark* mark = MarkOf(marks_, element)) {
    if (mark->role == Mark::Role::kStrong) style = Style::kStrong;
    if (mark->role == Mark::Role::kCode) style = Style::kCode;
  }
  if (Rank(style) > Rank(inner.style)) inner.style = style;
  if (NameOf(element) == "a") {
    if (std::string link = LinkOf(element); !link.empty()) inner.href = std::move(link);
  }
  return inner;
}

Text InlineReader::TextIn(const Node* element) {
  LineReader reader(*this, marks_, addresses_);
  reader.ReadChildren(element, {});
  return reader.Take();
}

}  // namespace pomocnik::kb::html
