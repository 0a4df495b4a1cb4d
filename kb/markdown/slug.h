// Anchors: names that a heading can be linked by.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace pomocnik::kb {

// Lower-case ASCII letters and digits; č š ž ć đ lose their marks, everything else between letters
// becomes one hyphen. May be empty. REQUIRES: IsValidUtf8(text).
std::string Slug(std::string_view text);

// Gives the headings of one article different anchors: "uvod", "uvod-2", "uvod-3".
class AnchorNames {
 public:
  // Never empty, never the same twice. REQUIRES: IsValidUtf8(heading).
  std::string Next(std::string_view heading);

 private:
  std::set<std::string> used_;
  std::map<std::string, int> last_number_;  // by slug, so that many equal headings stay cheap
};

}  // namespace pomocnik::kb
