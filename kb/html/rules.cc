#include "kb/html/rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "kb/yaml/node.h"

namespace pomocnik::kb::html {
namespace {

using Role = Mark::Role;
using Tone = Callout::Tone;

struct SimpleMarking {
  std::string_view key;
  Role role;
};

// In the order in which they win over each other.
constexpr std::array<SimpleMarking, 8> kSimpleMarkings = {{
    {"noise", Role::kNoise},
    {"shown", Role::kShown},
    {"steps", Role::kStep},
    {"lines", Role::kLine},
    {"code", Role::kCode},
    {"strong", Role::kStrong},
    {"icons", Role::kIcon},
    {"layout", Role::kLayout},
}};

std::optional<Tone> ToneNamed(std::string_view name) {
  for (Tone tone : {Tone::kImportant, Tone::kWarning, Tone::kTip, Tone::kExample, Tone::kNote}) {
    if (ToneName(tone) == name) return tone;
  }
  return std::nullopt;
}

class RulesReader {
 public:
  RulesReader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::optional<Rules> Read(const yaml::Node& document) {
    if (!document.IsMap()) {
      Fail(document.line(), "expected rules: content, title, noise …");
      return std::nullopt;
    }
    Rules rules;
    AllowKeys(document, {"content", "title",   "text_noise", "breadcrumb", "skip_breadcrumb",
                         "date",    "screens", "tags",       "aliases",    "lang",
                         "stub",    "items",   "kind",       "callouts",   "headings",
                         "noise",   "shown",   "steps",      "lines",      "code",
                         "strong",  "icons",   "layout"});
    rules.content = SelectorsAt(document, "content");
    rules.title = SelectorsAt(document, "title");
    rules.date = SelectorsAt(document, "date");
    rules.breadcrumb = SelectorAt(document, "breadcrumb");
    rules.screens = SelectorAt(document, "screens");
    rules.tags = SelectorAt(document, "tags");
    rules.aliases = SelectorAt(document, "aliases");
    rules.lang = SelectorAt(document, "lang");
    rules.stub = SelectorAt(document, "stub");
    rules.text_noise = TextsAt(document, "text_noise");
    rules.skip_breadcrumb = TextsAt(document, "skip_breadcrumb");
    ReadMarkings(document, rules);
    if (auto items = document.Find("items")) ReadItems(*items, rules);
    if (auto kind = document.Find("kind")) ReadKinds(*kind, rules);
    if (has_failed_) return std::nullopt;
    return rules;
  }

 private:
  void Fail(int line, std::string message) {
    has_failed_ = true;
    diagnostics_.push_back({Severity::kError, file_, line, std::move(message)});
  }

  void AllowKeys(const yaml::Node& map, std::initializer_list<std::string_view> keys) {
    for (const auto& [key, value] : map.Entries()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
        Fail(value.line(), "no such key: " + key);
      }
    }
  }

  // A text, or a list of texts.
  std::vector<yaml::Node> ScalarsAt(const yaml::Node& map, std::string_view key) {
    auto node = map.Find(key);
    if (!node) return {};
    std::vector<yaml::Node> nodes = node->IsSequence() ? node->Items() : std::vector{*node};
    for (const yaml::Node& item : nodes) {
      if (item.Scalar().empty()) Fail(item.line(), std::string(key) + ": expected a text");
    }
    return nodes;
  }

  std::vector<std::string> TextsAt(const yaml::Node& map, std::string_view key) {
    std::vector<std::string> texts;
    for (const yaml::Node& node : ScalarsAt(map, key)) texts.push_back(node.Scalar());
    return texts;
  }

  std::optional<Selector> SelectorOf(const yaml::Node& node, std::string_view key) {
    auto selector = Selector::Compile(node.Scalar());
    if (!selector) {
      Fail(node.line(), std::string(key) + ": this is no XPath expression: " + node.Scalar());
    }
    return selector;
  }

  Rules::Selectors SelectorsAt(const yaml::Node& map, std::string_view key) {
    Rules::Selectors selectors;
    for (const yaml::Node& node : ScalarsAt(map, key)) {
      if (auto selector = SelectorOf(node, key)) selectors.push_back(std::move(*selector));
    }
    return selectors;
  }

  std::optional<Selector> SelectorAt(const yaml::Node& map, std::string_view key) {
    auto node = map.Find(key);
    if (!node) return std::nullopt;
    return SelectorOf(*node, key);
  }

  std::optional<Selector> RequiredSelectorAt(const yaml::Node& map, std::string_view key) {
    if (!map.Find(key)) Fail(map.line(), std::string(key) + " is missing");
    return SelectorAt(map, key);
  }

  void ReadMarkings(const yaml::Node& document, Rules& rules) {
    for (const auto& [key, role] : kSimpleMarkings) {
      for (Selector& selector : SelectorsAt(document, key)) {
        rules.markings.push_back({std::move(selector), Mark{.role = role, .label = ""}});
      }
    }
    if (auto callouts = document.Find("callouts")) {
      for (const yaml::Node& node : callouts->Items()) ReadCallout(node, rules);
    }
    if (auto headings = document.Find("headings")) {
      for (const yaml::Node& node : headings->Items()) ReadHeading(node, rules);
    }
  }

  void ReadCallout(const yaml::Node& node, Rules& rules) {
    AllowKeys(node, {"select", "tone", "label"});
    auto selector = RequiredSelectorAt(node, "select");
    auto tone_node = node.Find("tone");
    auto tone = tone_node ? ToneNamed(tone_node->Scalar()) : std::nullopt;
    if (!tone) Fail(node.line(), "tone: expected important, warning, tip, example or note");
    auto label = node.Find("label");
    if (!selector || !tone) return;
    rules.markings.push_back(
        {std::move(*selector),
         Mark{.role = Role::kCallout, .tone = *tone, .label = label ? label->Scalar() : ""}});
  }

  void ReadHeading(const yaml::Node& node, Rules& rules) {
    AllowKeys(node, {"select", "level"});
    auto selector = RequiredSelectorAt(node, "select");
    auto level_node = node.Find("level");
    std::string text = level_node ? level_node->Scalar() : "";
    bool is_level = text.size() == 1 && text[0] >= '2' && text[0] <= '6';
    if (!is_level) Fail(node.line(), "level: expected 2 to 6");
    if (!selector || !is_level) return;
    rules.markings.push_back(
        {std::move(*selector), Mark{.role = Role::kHeading, .level = text[0] - '0', .label = ""}});
  }

  void ReadItems(const yaml::Node& node, Rules& rules) {
    AllowKeys(node, {"select", "title", "date", "group"});
    auto selector = RequiredSelectorAt(node, "select");
    if (!selector) return;
    rules.items = Rules::Items{std::move(*selector), SelectorAt(node, "title"),
                               SelectorAt(node, "date"), SelectorAt(node, "group")};
  }

  // A kind, or a list of {kind, when}.
  void ReadKinds(const yaml::Node& node, Rules& rules) {
    std::vector<yaml::Node> entries = node.IsSequence() ? node.Items() : std::vector{node};
    for (const yaml::Node& entry : entries) {
      auto name = entry.IsMap() ? entry.Find("kind") : std::optional(entry);
      auto kind = name ? ParseKind(name->Scalar()) : std::nullopt;
      if (!kind) Fail(entry.line(), "kind: expected tip, f1, newsletter, policy, release, …");
      if (entry.IsMap()) AllowKeys(entry, {"kind", "when"});
      if (kind) rules.kinds.push_back({SelectorAt(entry, "when"), *kind});
    }
  }

  std::string file_;
  Diagnostics& diagnostics_;
  bool has_failed_ = false;
};

}  // namespace

std::optional<Rules> ParseRules(std::string_view yaml, std::string_view file,
                                Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.size();
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document || diagnostics.size() > before) return std::nullopt;
  return RulesReader(file, diagnostics).Read(*document);
}

}  // namespace pomocnik::kb::html
