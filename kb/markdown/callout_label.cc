#include "kb/markdown/callout_label.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "kb/markdown/inline_text.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb {
namespace {

using Tone = Callout::Tone;

// Slovene, Croatian and Serbian, English; as Slug writes them.
constexpr std::array<std::pair<std::string_view, Tone>, 20> kLabels = {{
    {"pomembno", Tone::kImportant}, {"vazno", Tone::kImportant},   {"important", Tone::kImportant},
    {"pozor", Tone::kWarning},      {"opozorilo", Tone::kWarning}, {"upozorenje", Tone::kWarning},
    {"paznja", Tone::kWarning},     {"warning", Tone::kWarning},   {"caution", Tone::kWarning},
    {"nasvet", Tone::kTip},         {"namig", Tone::kTip},         {"savjet", Tone::kTip},
    {"savet", Tone::kTip},          {"tip", Tone::kTip},           {"primer", Tone::kExample},
    {"primjer", Tone::kExample},    {"example", Tone::kExample},   {"opomba", Tone::kNote},
    {"napomena", Tone::kNote},      {"note", Tone::kNote},
}};

constexpr std::string_view kMarks = ":!";

std::optional<Tone> ToneOf(std::string_view label) {
  std::string slug = Slug(label);
  std::string_view first_word = std::string_view(slug).substr(0, slug.find('-'));
  auto entry = std::find_if(kLabels.begin(), kLabels.end(),
                            [&](const auto& candidate) { return candidate.first == first_word; });
  if (entry == kLabels.end()) return std::nullopt;
  return entry->second;
}

// Takes a strong span off the text when ':' or '!' stands at its end or right behind it.
std::string TakeStrong(Text& text) {
  std::string label(WithoutMarks(text[0].text));
  const bool is_marked = text[0].text.find_first_of(kMarks, label.size()) != std::string::npos;
  if (!is_marked) {
    // "**Opozorilo** : …"
    if (text.size() < 2) return "";
    const std::size_t mark = text[1].text.find_first_not_of(' ');
    if (mark == std::string::npos || kMarks.find(text[1].text[mark]) == std::string_view::npos) {
      return "";
    }
    text[1].text.erase(0, mark + 1);
  }
  text.erase(text.begin());
  Trim(text);
  return label;
}

bool BeginsStrong(const Text& text) {
  return !text.empty() && text[0].style == Span::Style::kStrong && text[0].href.empty();
}

std::string UpperCase(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
  return upper;
}

constexpr std::string_view kToneMark = "[!";

constexpr std::array<Tone, 5> kTones = {Tone::kImportant, Tone::kWarning, Tone::kTip,
                                        Tone::kExample, Tone::kNote};

}  // namespace

std::string_view WithoutMarks(std::string_view label) {
  return label.substr(0, label.find_last_not_of(" :!") + 1);
}

std::optional<CalloutLabel> TakeCalloutLabel(Text& text) {
  if (!BeginsStrong(text)) return std::nullopt;
  const auto tone = ToneOf(WithoutMarks(text[0].text));
  if (!tone) return std::nullopt;
  std::string label = TakeStrong(text);
  if (label.empty()) return std::nullopt;
  return CalloutLabel{*tone, std::move(label)};
}

std::string TakeAnyLabel(Text& text) {
  if (!BeginsStrong(text) || WithoutMarks(text[0].text).empty()) return "";
  return TakeStrong(text);
}

std::optional<Callout::Tone> TakeToneMark(Text& text) {
  if (text.empty() || text[0].style != Span::Style::kPlain || !text[0].href.empty()) {
    return std::nullopt;
  }
  for (const Tone tone : kTones) {
    const std::string mark = ToneMark(tone);
    if (!text[0].text.starts_with(mark)) continue;
    text[0].text.erase(0, mark.size());
    Trim(text);
    return tone;
  }
  return std::nullopt;
}

bool NeedsToneMark(const Callout& callout) {
  if (!callout.label.empty()) return ToneOf(callout.label) != callout.tone;
  if (callout.tone != Tone::kNote) return true;
  if (callout.blocks.empty()) return false;
  const auto* paragraph = std::get_if<Paragraph>(&callout.blocks.front().value);
  return paragraph != nullptr && !paragraph->text.empty() &&
         paragraph->text[0].text.starts_with(kToneMark);
}

std::string ToneMark(Callout::Tone tone) {
  return std::string(kToneMark) + UpperCase(ToneName(tone)) + "]";
}

}  // namespace pomocnik::kb
