#include <algorithm>

#include "kb/html/embedded_texts.h"
#include "kb/html/rules.h"

namespace pomocnik::kb::html {

std::optional<std::string_view> BuiltInRules(std::string_view name) {
  auto found = std::find_if(kEmbeddedTexts.begin(), kEmbeddedTexts.end(),
                            [name](const auto& entry) { return entry.first == name; });
  if (found == kEmbeddedTexts.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string_view> BuiltInRulesNames() {
  std::vector<std::string_view> names;
  names.reserve(kEmbeddedTexts.size());
  for (const auto& [name, text] : kEmbeddedTexts) names.push_back(name);
  return names;
}

}  // namespace pomocnik::kb::html
