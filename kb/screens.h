// F1 screens: what screens.yaml lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"

namespace pomocnik::kb {

struct Screen {
  std::string app = "icenter";
  std::string id;
  std::optional<int> number;  // what older program versions send instead of the id
  std::string title;
  std::string module;
  std::string parent;  // a screen id of the same app; empty for a module's root
  bool operator==(const Screen&) const = default;
};

// Reads screens.yaml: a list of {app, id, number, title, module, parent}. Only id, title and module are
// required; without a parent, the part of the id before its last dot is the parent. Entries that are wrong
// or repeat an (app, id) or an (app, number) are left out with an error that names file and line.
std::vector<Screen> ParseScreens(std::string_view yaml, std::string_view file,
                                 Diagnostics& diagnostics);

}  // namespace pomocnik::kb
