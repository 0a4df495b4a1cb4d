#include "kb/fetch/robots.h"

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/fetch/address_rules.h"

namespace pomocnik::kb::fetch {
namespace {

// What more a host says is not read: nobody writes so much.
constexpr std::size_t kMaxRules = 2000;
constexpr std::size_t kMaxPatternBytes = 500;

struct Line {
  std::string key;  // lower case
  std::string_view value;
};

// Takes a line off the text. A line may end in "\n", "\r\n" or "\r".
Line TakeLine(std::string_view& text) {
  const std::size_t end = text.find_first_of("\r\n");
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  line = line.substr(0, line.find('#'));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {LowerCase(Trimmed(line.substr(0, colon))), Trimmed(line.substr(colon + 1))};
}

std::optional<std::chrono::seconds> ParseDelay(std::string_view text) {
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || seconds < 0) return std::nullopt;
  return std::chrono::seconds(seconds);
}

// Greedy, with one place to go back to: never more than pattern times target.
bool Matches(std::string_view pattern, std::string_view target) {
  const bool whole = pattern.ends_with('$');
  if (whole) pattern.remove_suffix(1);
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_target = 0;
  while (p < pattern.size() || (whole && t < target.size())) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      star_target = t;
    } else if (p < pattern.size() && t < target.size() && pattern[p] == target[t]) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos && star_target < target.size()) {
      p = star + 1;
      t = ++star_target;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

Robots Robots::Parse(std::string_view text, std::string_view agent) {
  Robots named;
  Robots everybody;
  bool names_us = false;  // whether any group does
  bool ours = false;      // whether the group that is read names us, or everybody
  bool of_everybody = false;
  bool in_rules = true;  // a user-agent line behind rules begins a group
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  while (!text.empty()) {
    const Line line = TakeLine(text);
    if (line.key == "user-agent") {
      if (in_rules) ours = of_everybody = in_rules = false;
      ours = ours || LowerCase(line.value) == agent;
      of_everybody = of_everybody || line.value == "*";
      names_us = names_us || ours;
      continue;
    }
    const bool rule = line.key == "allow" || line.key == "disallow";
    if (!rule && line.key != "crawl-delay") continue;
    in_rules = true;
    for (Robots* group : {ours ? &named : nullptr, of_everybody ? &everybody : nullptr}) {
      if (group == nullptr) continue;
      if (!rule) {
        group->delay_ = ParseDelay(line.value);
      } else if (!line.value.empty() && line.value.size() <= kMaxPatternBytes &&
                 group->rules_.size() < kMaxRules) {
        group->rules_.push_back({line.key == "allow", EncodeTarget(line.value)});
      }
    }
  }
  return names_us ? named : everybody;
}

bool Robots::Allows(std::string_view target) const {
  const Rule* decides = nullptr;
  for (const Rule& rule : rules_) {
    const bool longer = decides == nullptr || rule.pattern.size() > decides->pattern.size() ||
                        (rule.pattern.size() == decides->pattern.size() && rule.allows);
    if (longer && Matches(rule.pattern, target)) decides = &rule;
  }
  return decides == nullptr || decides->allows;
}

}  // namespace pomocnik::kb::fetch
