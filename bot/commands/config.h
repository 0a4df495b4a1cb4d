// The configuration file of `serve` and `import`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bot/article_review.h"
#include "bot/http/client_address.h"
#include "bot/http/client_limits.h"
#include "bot/http/response_headers.h"
#include "bot/retention.h"
#include "kb/diagnostic.h"
#include "kb/import/source_config.h"

namespace pomocnik::bot::commands {

// What the file says; absent or empty where it says nothing.
struct Config {
  std::string data;
  std::string kb;  // the folder that staff may edit and publish from
  std::string listen;
  std::vector<std::string> allowed_origins;
  http::TrustedProxies trusted_proxies;
  http::ClientRates limits;        // the usual ones where the file says nothing
  int state_limit_mb = 4096;       // the same
  RetentionRules retention;        // the same
  StaleAges stale_ages;            // the same
  int deflection_window_days = 7;  // the same
  double holdout_share = 0;
  std::vector<kb::SourceConfig> sources;  // that articles are imported from
};

// Reads
//   data: /srv/pomocnik            folder
//   kb: /srv/pomocnik/kb           folder that staff may edit and publish from
//   listen: 127.0.0.1:8080
//   allowed_origins:               pages that may show the widget: scheme, host and port, lower case
//     - https://www.example.si
//     - "null"                     pages that have no origin of their own
//   trusted_proxies:               peers besides this machine whose X-Real-IP is believed
//     - 192.0.2.10
//   limits:                        for each client address
//     requests_per_second: 10
//     burst: 100                   requests at once
//     messages_per_day: 2000
//   state_limit_mb: 4096           how large state.db may become
//   retention:                     how long what is known of visitors is kept
//     texts_days: 90               conversations, and the texts of imported requests
//     events_days: 30              what happened, one by one; at least 8, to see who comes back
//     episodes_days: 800           the ledger and the counts by day
//   stale_months: 18               after which an article counts as old
//   ages:                          the same for articles of a kind
//     release: 24
//     legislation: 12
//   deflection_window_days: 7      how long a request or a return takes the success of an episode back
//   holdout_share: 0.1             of episodes whose answer is shown only after the request form; at most 0.5
//   sources:                       where articles are imported from (kb/import/source_config.h)
// Absent when the YAML is broken, a key is unknown, or a value is wrong; then an error with file and line
// was added.
std::optional<Config> ParseConfig(std::string_view yaml, std::string_view file,
                                  kb::Diagnostics& diagnostics);

// The same of a file; what is usual when `path` is empty. Relative paths in it are relative to its folder. Errors name the file, and file and line of what is wrong.
Result<Config> ReadConfigFile(const std::string& path);

// Whether it is an origin as a browser writes it: "https://host", "https://host:port", "file://" or "null".
bool IsOrigin(std::string_view text);

struct Address {
  std::string host;
  int port = 0;
  bool operator==(const Address&) const = default;
};

// "127.0.0.1:8080", "localhost:8080", "[::1]:8080".
std::optional<Address> ParseAddress(std::string_view text);

}  // namespace pomocnik::bot::commands
