// robots.txt (RFC 9309): what a host asks programs to leave alone. Pure; any text is taken, in time in proportion to it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::kb::fetch {

class Robots {
 public:
  // Allows everything: a host without robots.txt.
  Robots() = default;

  // The rules of the groups that name `agent` (in lower case), else of those for everybody.
  static Robots Parse(std::string_view text, std::string_view agent);

  // Whether a path with its query may be asked for. The longest rule that matches decides; of equal ones the one that allows.
  bool Allows(std::string_view target) const;

  // How long to wait between two requests, where it is told; not in RFC 9309, but widely used.
  std::optional<std::chrono::seconds> delay() const { return delay_; }

 private:
  struct Rule {
    bool allows = true;
    std::string pattern;  // percent-encoded; '*' is anything, '$' at the end is the end
  };

  std::vector<Rule> rules_;
  std::optional<std::chrono::seconds> delay_;
};

}  // namespace pomocnik::kb::fetch
