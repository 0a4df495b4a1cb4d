#include "kb/markdown/inline_text.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/markdown/address.h"

namespace pomocnik::kb {
namespace {

std::string_view View(const char* text) { return text == nullptr ? std::string_view{} : text; }

// As much of a text as a message can hold.
std::string Excerpt(std::string_view text) { return std::string(TruncateCodePoints(text, 80)); }

bool IsLineEnd(cmark_node* node) {
  cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

bool IsLineBreakTag(std::string_view html) {
  return html.size() > 3 && html[0] == '<' && (html[1] == 'b' || html[1] == 'B') &&
         (html[2] == 'r' || html[2] == 'R');
}

// Collects spans, joining those of one style and never leaving two spaces between words.
class TextBuilder {
 public:
  explicit TextBuilder(Source source) : source_(source) {}

  // The text of a node and of everything in it, in `style`.
  void Add(cmark_node* node, Span style) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_CODE:
        style.style = Span::Style::kCode;
        [[fallthrough]];
      case CMARK_NODE_TEXT:
        return Append(View(cmark_node_get_literal(node)), style);
      case CMARK_NODE_SOFTBREAK:
        return Append(" ", style);
      case CMARK_NODE_LINEBREAK:
        return Append("\n", style);
      case CMARK_NODE_HTML_INLINE:
        return AddHtml(node, style);
      case CMARK_NODE_EMPH:
        if (style.style == Span::Style::kPlain) style.style = Span::Style::kEmphasis;
        return AddChildren(node, style);
      case CMARK_NODE_STRONG:
        style.style = Span::Style::kStrong;
        return AddChildren(node, style);
      case CMARK_NODE_LINK:
        return AddLink(node, style);
      case CMARK_NODE_IMAGE:
        return AddImage(node, style);
      default:
        return AddChildren(node, style);
    }
  }

  void AddChildren(cmark_node* parent, const Span& style) {
    for (auto* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
      Add(child, style);
    }
  }

  Text Take() {
    Trim(text_);
    return std::exchange(text_, {});
  }

 private:
  void Append(std::string_view words, const Span& style) {
    if (words.empty()) return;
    // A dropped tag leaves a space on both its sides.
    bool after_space =
        !text_.empty() && kWhiteSpace.find(text_.back().text.back()) != std::string_view::npos;
    if (after_space && style.style != Span::Style::kCode) {
      words.remove_prefix(std::min(words.find_first_not_of(' '), words.size()));
      if (words.empty()) return;
    }
    bool joins =
        !text_.empty() && text_.back().style == style.style && text_.back().href == style.href;
    if (!joins) text_.push_back({.text = "", .style = style.style, .href = style.href});
    text_.back().text += words;
  }

  void AddHtml(cmark_node* node, const Span& style) {
    std::string_view html = View(cmark_node_get_literal(node));
    source_.reporter.Warn({.line = source_.Line(node),
                           .message = "HTML is dropped",
                           .code = "html",
                           .excerpt = Excerpt(html)});
    if (IsLineBreakTag(html)) Append(" ", style);
  }

  void AddLink(cmark_node* node, Span style) {
    std::string_view address = View(cmark_node_get_url(node));
    if (IsAllowedLink(address)) {
      style.href = address;
    } else {
      source_.reporter.Warn({.line = source_.Line(node),
                             .message = "this link is not allowed and becomes text",
                             .code = "link",
                             .excerpt = Excerpt(address)});
    }
    if (cmark_node_first_child(node) == nullptr) return Append(address, style);
    AddChildren(node, style);
  }

  void AddImage(cmark_node* node, const Span& style) {
    std::string description = PlainText(ReadText(node, source_));
    Append("[" + (description.empty() ? "ikona" : description) + "]", style);
  }

  Source source_;
  Text text_;
};

// Splits a paragraph at its lines of images.
class ParagraphReader {
 public:
  explicit ParagraphReader(Source source) : source_(source), text_(source) {}

  std::vector<Block> Read(cmark_node* paragraph) {
    std::vector<cmark_node*> line;
    for (auto* child = cmark_node_first_child(paragraph); child != nullptr;
         child = cmark_node_next(child)) {
      line.push_back(child);
      if (IsLineEnd(child)) EndLine(line);
    }
    EndLine(line);
    EndText();
    return std::move(blocks_);
  }

 private:
  static bool IsOnlyImages(const std::vector<cmark_node*>& line) {
    bool has_image = false;
    for (cmark_node* node : line) {
      cmark_node_type type = cmark_node_get_type(node);
      if (type == CMARK_NODE_IMAGE) {
        has_image = true;
      } else if (!IsLineEnd(node) &&
                 (type != CMARK_NODE_TEXT ||
                  View(cmark_node_get_literal(node)).find_first_not_of(kWhiteSpace) !=
                      std::string_view::npos)) {
        return false;
      }
    }
    return has_image;
  }

  void EndLine(std::vector<cmark_node*>& line) {
    if (IsOnlyImages(line)) {
      EndText();
      for (cmark_node* node : line) AddImage(node);
    } else {
      for (cmark_node* node : line) text_.Add(node, {});
    }
    line.clear();
  }

  void EndText() {
    Text text = text_.Take();
    if (text.empty()) return;
    if (text.size() == 1 && !text[0].href.empty()) {
      blocks_.push_back({Link{text[0].href, text[0].text}});
    } else {
      blocks_.push_back({Paragraph{std::move(text)}});
    }
  }

  void AddImage(cmark_node* node) {
    if (cmark_node_get_type(node) != CMARK_NODE_IMAGE) return;
    std::string_view address = View(cmark_node_get_url(node));
    if (IsAllowedImage(address)) {
      blocks_.push_back({Image{std::string(address), PlainText(ReadText(node, source_))}});
    } else {
      source_.reporter.Warn({.line = source_.Line(node),
                             .message = "only images below /media/ are shown, this one is dropped",
                             .code = "image",
                             .excerpt = Excerpt(address)});
    }
  }

  Source source_;
  TextBuilder text_;  // of the lines since the last image
  std::vector<Block> blocks_;
};

}  // namespace

int Source::Line(cmark_node* node) const {
  int line = 0;
  for (; node != nullptr && line == 0; node = cmark_node_parent(node)) {
    line = cmark_node_get_start_line(node);
  }
  return first_line + std::max(line, 1) - 1;
}

Text ReadText(cmark_node* parent, Source source) {
  TextBuilder builder(source);
  builder.AddChildren(parent, {});
  return builder.Take();
}

std::vector<Block> ReadParagraph(cmark_node* paragraph, Source source) {
  return ParagraphReader(source).Read(paragraph);
}

void Trim(Text& text) {
  while (!text.empty()) {
    std::string& first = text.front().text;
    first.erase(0, std::min(first.find_first_not_of(kWhiteSpace), first.size()));
    if (!first.empty()) break;
    text.erase(text.begin());
  }
  while (!text.empty()) {
    std::string& last = text.back().text;
    last.erase(last.find_last_not_of(kWhiteSpace) + 1);
    if (!last.empty()) break;
    text.pop_back();
  }
}

}  // namespace pomocnik::kb
