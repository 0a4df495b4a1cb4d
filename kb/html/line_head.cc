#include "kb/html/line_head.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/markdown/inline_text.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::html {
namespace {

constexpr std::size_t kLongestTerm = 60;   // bytes
constexpr std::size_t kLongestLabel = 40;  // bytes
constexpr std::ptrdiff_t kMostTermSpaces = 5;
constexpr std::ptrdiff_t kMostSpacesWithComma = 3;
constexpr std::array<std::string_view, 4> kTermSigns = {"–", "—", "- ", ":"};

// The first bytes of a text, over the borders of its spans.
std::string HeadOf(const Text& text, std::size_t bytes) {
  std::string head;
  for (const Span& span : text) {
    if (head.size() >= bytes) break;
    head += span.text;
  }
  head.resize(std::min(head.size(), bytes));
  return head;
}

std::size_t NumberLength(std::string_view head, int& number) {
  std::size_t digits = 0;
  while (digits < head.size() && digits < 3 && IsDigit(head[digits])) {
    number = number * 10 + (head[digits] - '0');
    ++digits;
  }
  bool is_marker =
      digits > 0 && digits < head.size() && (head[digits] == '.' || head[digits] == ')');
  return is_marker ? digits + 1 : 0;
}

bool IsStrong(const Span& span) { return span.style == Span::Style::kStrong && span.href.empty(); }

// "Polje – ", in words that stand before a dash.
bool BeginsWithPlainTerm(const std::string& head) {
  std::size_t dash = std::string::npos;
  for (std::string_view sign : {" – ", " — ", " - "}) dash = std::min(dash, head.find(sign));
  if (dash == std::string::npos || dash == 0 || dash > kLongestTerm) return false;
  std::string_view term = std::string_view(head).substr(0, dash);
  // "Od meseca, Do meseca", "ME?": names of fields have such signs, too; with a comma between few words only.
  if (term.ends_with('?')) term.remove_suffix(1);
  if (term.empty()) return false;
  bool is_sentence = term.find_first_of(".:;?!") != std::string_view::npos;
  bool has_comma = term.find(',') != std::string_view::npos;
  // Small letters begin the rest of a sentence.
  bool begins_small = term[0] >= 'a' && term[0] <= 'z';
  return !is_sentence && !begins_small &&
         std::count(term.begin(), term.end(), ' ') <=
             (has_comma ? kMostSpacesWithComma : kMostTermSpaces);
}

// "**Polje** – ", "**Polje:** ".
bool BeginsWithStrongTerm(const Text& text) {
  if (text.size() < 2 || !IsStrong(text[0]) || text[0].text.size() > kLongestTerm) return false;
  if (text[0].text.ends_with(':')) return true;
  std::string_view rest = text[1].text;
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  return std::any_of(kTermSigns.begin(), kTermSigns.end(),
                     [&](std::string_view sign) { return rest.starts_with(sign); });
}

// One word, a word and a number, or capitals: what nobody takes for the beginning of a sentence.
bool IsShortLabel(std::string_view label) {
  std::string slug = Slug(label);
  std::size_t hyphen = slug.find('-');
  if (hyphen == std::string::npos) return true;
  bool is_numbered =
      std::all_of(slug.begin() + static_cast<std::ptrdiff_t>(hyphen) + 1, slug.end(), IsDigit);
  bool is_capital =
      std::none_of(label.begin(), label.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_numbered || is_capital;
}

}  // namespace

ListMarker MarkerOf(const Text& text) {
  static constexpr std::array<std::string_view, 12> kBullets = {"·", "•", "●", "◦", "▪", "■",
                                                                "○", "►", "▶", "‣", "⁃", "✓"};
  static constexpr std::array<std::string_view, 4> kDashes = {"-", "–", "—", "*"};
  std::string head = HeadOf(text, 8);
  ListMarker marker;
  for (std::string_view sign : kBullets) {
    if (head.starts_with(sign)) marker = {ListMarker::Kind::kBullet, 0, sign.size()};
  }
  for (std::string_view sign : kDashes) {
    if (head.starts_with(sign)) marker = {ListMarker::Kind::kDash, 0, sign.size()};
  }
  if (std::size_t length = NumberLength(head, marker.number); length > 0) {
    marker.kind = ListMarker::Kind::kNumber;
    marker.length = length;
  }
  // Word puts nothing between a bullet and the text.
  bool is_apart = marker.length < head.size() && head[marker.length] == ' ';
  if (marker.kind == ListMarker::Kind::kBullet && marker.length < head.size()) {
    marker.length += is_apart ? 1 : 0;
    return marker;
  }
  if (!is_apart) return {};
  ++marker.length;
  return marker;
}

void RemoveHead(Text& text, std::size_t bytes) {
  while (!text.empty() && bytes > 0) {
    std::size_t taken = std::min(bytes, text.front().text.size());
    text.front().text.erase(0, taken);
    bytes -= taken;
    if (text.front().text.empty()) text.erase(text.begin());
  }
  Trim(text);
}

std::optional<CalloutLabel> TakeLabel(Text& text) {
  if (auto label = TakeCalloutLabel(text)) return label;
  if (text.empty() || text[0].style != Span::Style::kPlain || !text[0].href.empty()) {
    return std::nullopt;
  }
  std::size_t mark = text[0].text.find_first_of(":!");
  if (mark == std::string::npos || mark > kLongestLabel) return std::nullopt;
  std::string_view words = std::string_view(text[0].text).substr(0, mark);
  if (words.empty() || !IsShortLabel(words)) return std::nullopt;
  Text tried = text;
  tried[0].text.erase(0, mark + 1);
  tried.insert(
      tried.begin(),
      Span{.text = text[0].text.substr(0, mark + 1), .style = Span::Style::kStrong, .href = ""});
  auto label = TakeCalloutLabel(tried);
  if (label) text = std::move(tried);
  return label;
}

bool BeginsWithTerm(const Text& text) {
  return BeginsWithStrongTerm(text) || BeginsWithPlainTerm(HeadOf(text, kLongestTerm + 8));
}

bool BeginsItem(const Text& text) {
  if (MarkerOf(text).kind != ListMarker::Kind::kNone || BeginsWithStrongTerm(text)) return true;
  // A label needs no more than the first two spans.
  Text tried(text.begin(),
             text.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(text.size(), 2)));
  return TakeLabel(tried).has_value();
}

}  // namespace pomocnik::kb::html
