// The configuration file of `serve`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/diagnostic.h"

namespace pomocnik::bot::commands {

// What the file says; absent or empty where it says nothing.
struct Config {
  std::string data;
  std::string listen;
  std::vector<std::string> allowed_origins;
};

// Reads
//   data: /srv/pomocnik            folder
//   listen: 127.0.0.1:8080
//   allowed_origins:               pages that may show the widget: scheme, host and port, lower case
//     - https://www.example.si
// Absent when the YAML is broken, a key is unknown, or a value is wrong; then an error with file and line
// was added.
std::optional<Config> ParseConfig(std::string_view yaml, std::string_view file,
                                  kb::Diagnostics& diagnostics);

struct Address {
  std::string host;
  int port = 0;
  bool operator==(const Address&) const = default;
};

// "127.0.0.1:8080", "localhost:8080", "[::1]:8080".
std::optional<Address> ParseAddress(std::string_view text);

}  // namespace pomocnik::bot::commands
