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

// The text without spaces and without ':' and '!' at its end.
std::string_view WithoutMarks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" :!") + 1);
}

}  // namespace

std::optional<CalloutLabel> TakeCalloutLabel(Text& text) {
  if (text.empty() || text[0].style != Span::Style::kStrong || !text[0].href.empty()) {
    return std::nullopt;
  }
  std::string_view label = WithoutMarks(text[0].text);
  auto tone = ToneOf(label);
  if (!tone) return std::nullopt;

  bool is_marked = text[0].text.find_first_of(kMarks, label.size()) != std::string::npos;
  if (!is_marked) {
    // "**Opozorilo** : …"
    if (text.size() < 2) return std::nullopt;
    std::size_t mark = text[1].text.find_first_not_of(' ');
    if (mark == std::string::npos || kMarks.find(text[1].text[mark]) == std::string_view::npos) {
      return std::nullopt;
    }
    text[1].text.erase(0, mark + 1);
  }
  CalloutLabel taken{*tone, std::string(label)};
  text.erase(text.begin());
  Trim(text);
  return taken;
}

}  // namespace pomocnik::kb
