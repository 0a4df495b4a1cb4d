#include "kb/html/elements.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace pomocnik::kb::html {
namespace {

template <std::size_t N>
constexpr bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string WithoutBlanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

bool IsHidden(const Node* element) {
  if (HasAttribute(element, "hidden")) return true;
  if (!HasAttribute(element, "style")) return false;
  std::string style = WithoutBlanks(Attribute(element, "style"));
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

std::optional<int> LeadingNumber(std::string_view text) {
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return std::nullopt;
  std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  if (unit.starts_with('%')) return std::nullopt;
  return number;
}

}  // namespace

bool IsBlock(const Node* node) {
  static constexpr std::array<std::string_view, 41> kBlocks = {
      "p",       "div",     "li",         "ul",      "ol",      "table",      "h1",
      "h2",      "h3",      "h4",         "h5",      "h6",      "pre",        "dl",
      "dt",      "dd",      "section",    "article", "main",    "header",     "footer",
      "aside",   "nav",     "blockquote", "figure",  "details", "figcaption", "center",
      "form",    "address", "body",       "html",    "summary", "fieldset",   "hr",
      "caption", "tr",      "td",         "th",      "tbody",   "thead"};
  return IsOneOf(NameOf(node), kBlocks);
}

bool IsUnseen(const Node* node, const Marks& marks) {
  static constexpr std::array<std::string_view, 22> kUnseen = {
      "script", "style",  "noscript", "template", "svg",    "math",    "head",  "object",
      "embed",  "applet", "canvas",   "audio",    "select", "option",  "input", "textarea",
      "button", "map",    "link",     "meta",     "title",  "datalist"};
  if (!IsElement(node)) return !IsText(node);
  if (const Mark* mark = MarkOf(marks, node)) {
    if (mark->role == Mark::Role::kNoise) return true;
    if (mark->role == Mark::Role::kShown) return false;
  }
  return IsOneOf(NameOf(node), kUnseen) || IsHidden(node);
}

int HeadingLevelOf(const Node* element) {
  std::string_view name = NameOf(element);
  bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return is_heading ? name[1] - '0' : 0;
}

std::optional<int> PixelsOf(const Node* element, const char* name) {
  if (auto pixels = LeadingNumber(Attribute(element, name))) return pixels;
  std::string style = WithoutBlanks(Attribute(element, "style"));
  std::string key = std::string(name) + ":";
  for (std::size_t at = style.find(key); at != std::string::npos; at = style.find(key, at + 1)) {
    // Not max-width.
    if (at > 0 && style[at - 1] != ';') continue;
    return LeadingNumber(std::string_view(style).substr(at + key.size()));
  }
  return std::nullopt;
}

}  // namespace pomocnik::kb::html
