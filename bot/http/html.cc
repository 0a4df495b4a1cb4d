#include "bot/http/html.h"

#include <algorithm>
#include <array>

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kArticleScheme = "article:";

// Empty when the link must not be followed.
std::string Destination(const std::string& href, std::string_view article_page) {
  if (href.starts_with(kArticleScheme)) {
    std::string_view id = href;
    id.remove_prefix(kArticleScheme.size());
    return std::string(article_page) + EscapeUrl(id.substr(0, id.find('#')));
  }
  constexpr std::array<std::string_view, 4> kSchemes = {"https://", "http://", "mailto:", "tel:"};
  const bool known = std::any_of(kSchemes.begin(), kSchemes.end(),
                                 [&](std::string_view scheme) { return href.starts_with(scheme); });
  const bool own_path =
      href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/\\");
  return known || own_path ? href : std::string();
}

std::string Styled(const kb::Span& span) {
  std::string text = EscapeHtml(span.text);
  switch (span.style) {
    case kb::Span::Style::kPlain:
      return text;
    case kb::Span::Style::kStrong:
      return "<strong>" + text + "</strong>";
    case kb::Span::Style::kEmphasis:
      return "<em>" + text + "</em>";
    case kb::Span::Style::kCode:
      return "<code>" + text + "</code>";
  }
  return text;
}

// Appends the HTML of blocks to `out`.
struct Renderer {
  std::string& out;
  std::string_view article_page;

  void Anchor(const std::string& href, const std::string& inner) const {
    const std::string destination = Destination(href, article_page);
    if (destination.empty()) {
      out += inner;
      return;
    }
    out += "<a href=\"" + EscapeHtml(destination) + "\"";
    if (destination.front() != '/') out += " rel=\"noopener noreferrer\"";
    out += ">" + inner + "</a>";
  }

  void TextOf(const kb::Text& text) const {
    for (const kb::Span& span : text) {
      const std::string inner = Styled(span);
      if (span.href.empty()) {
        out += inner;
      } else {
        Anchor(span.href, inner);
      }
    }
  }

  void Blocks(const std::vector<kb::Block>& blocks) const {
    for (const kb::Block& block : blocks) std::visit(*this, block.value);
  }

  void Items(const std::vector<kb::Item>& items) const {
    for (const kb::Item& item : items) {
      out += "<li>";
      Blocks(item.blocks);
      out += "</li>\n";
    }
  }

  void Row(const std::vector<kb::Text>& cells, std::string_view begin, std::string_view end) const {
    out += "<tr>";
    for (const kb::Text& cell : cells) {
      out += begin;
      TextOf(cell);
      out += end;
    }
    out += "</tr>\n";
  }

  void operator()(const kb::Heading& heading) const {
    const std::string level = std::to_string(std::clamp(heading.level, 2, 6));
    out += "<h" + level + " id=\"" + EscapeHtml(heading.anchor) + "\">";
    TextOf(heading.text);
    out += "</h" + level + ">\n";
  }
  void operator()(const kb::Paragraph& paragraph) const {
    out += "<p>";
    TextOf(paragraph.text);
    out += "</p>\n";
  }
  void operator()(const kb::Steps& steps) const {
    out += "<ol class=\"steps\" start=\"" + std::to_string(steps.start) + "\">\n";
    Items(steps.items);
    out += "</ol>\n";
  }
  void operator()(const kb::List& list) const {
    out += "<ul>\n";
    Items(list.items);
    out += "</ul>\n";
  }
  void operator()(const kb::Table& table) const {
    out += "<div class=\"table\"><table>\n<thead>";
    Row(table.header, "<th scope=\"col\">", "</th>");
    out += "</thead>\n<tbody>\n";
    for (const auto& row : table.rows) Row(row, "<td>", "</td>");
    out += "</tbody>\n</table></div>\n";
  }
  void operator()(const kb::Callout& callout) const {
    out +=
        "<div class=\"callout " + std::string(kb::ToneName(callout.tone)) + "\" role=\"note\">\n";
    out += "<p class=\"label\">" + EscapeHtml(callout.label) + "</p>\n";
    Blocks(callout.blocks);
    out += "</div>\n";
  }
  void operator()(const kb::Code& code) const {
    out += "<pre><code>" + EscapeHtml(code.text) + "</code></pre>\n";
  }
  void operator()(const kb::Image& image) const {
    if (!image.source.starts_with("/media/")) {
      out += "<p>" + EscapeHtml(image.alt) + "</p>\n";
      return;
    }
    out += "<p><img src=\"" + EscapeHtml(image.source) + "\" alt=\"" + EscapeHtml(image.alt) +
           "\" loading=\"lazy\"></p>\n";
  }
  void operator()(const kb::Link& link) const {
    out += "<p class=\"link\">";
    Anchor(link.href, EscapeHtml(link.label));
    out += "</p>\n";
  }
};

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string Attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + EscapeHtml(value) + "\"";
}

std::string Link(std::string_view address, std::string_view text, std::string_view attributes) {
  return "<a" + std::string(attributes) + Attribute("href", address) + ">" + EscapeHtml(text) +
         "</a>";
}

std::string EscapeUrl(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) {
      escaped += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    escaped += '%';
    escaped += kHex[byte >> 4];
    escaped += kHex[byte & 15];
  }
  return escaped;
}

std::string RenderBlocks(const std::vector<kb::Block>& blocks, std::string_view article_page) {
  std::string html;
  Renderer{html, article_page}.Blocks(blocks);
  return html;
}

}  // namespace pomocnik::bot::http
