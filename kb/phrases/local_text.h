// A text in every language that replies are written in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kb/diagnostic.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {

struct LocalText {
  std::string sl;
  std::string en;
  std::string hr;

  // The text in the language; Slovene for any other.
  const std::string& In(std::string_view lang) const;
  bool operator==(const LocalText&) const = default;
};

// Reads {sl: …, en: …, hr: …}. All three are required and not empty, and there are no others;
// otherwise absent, with an error that names file, line and `name`.
std::optional<LocalText> ReadLocalText(const yaml::Node& node, std::string_view name,
                                       std::string_view file, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
