#include <algorithm>

#include "kb/html/rules.h"
#include "kb/html/text.h"

namespace pomocnik::kb::html {

std::optional<std::string_view> BuiltInRules(std::string_view name) {
  auto found = std::find_if(text::kAll.begin(), text::kAll.end(),
                            [name](const auto& entry) { return entry.first == name; });
  if (found == text::kAll.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> BuiltInRulesNames() {
  std::vector<std::string_view> names;
  names.reserve(text::kAll.size());
  for (const auto& [name, rules] : text::kAll) names.push_back(name);
  return names;
}

}  // namespace pomocnik::kb::html
