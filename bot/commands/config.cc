#include "bot/commands/config.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "bot/deflection/holdout.h"
#include "kb/import/file_finder.h"
#include "kb/yaml/node.h"

namespace pomocnik::bot::commands {
namespace {

constexpr int kLargestNumber = 1'000'000;
constexpr int kMostDays = 10 * 366;
constexpr int kLeastEventDays =
    8;  // the window in which a success may be taken back, and its last day
constexpr int kLongestWindow = 365;
constexpr std::size_t kMaxConfigBytes = 1024 * 1024;

bool IsHostCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

std::optional<int> ParseNumber(std::string_view text, int min, int max) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || number < min || number > max) {
    return std::nullopt;
  }
  return number;
}

std::optional<int> ParsePort(std::string_view text) { return ParseNumber(text, 0, 65535); }

bool IsHostOrigin(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!text.starts_with(scheme)) continue;
    text.remove_prefix(scheme.size());
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view host = text.substr(0, colon);
    return !host.empty() && std::all_of(host.begin(), host.end(), IsHostCharacter) &&
           (colon == text.size() || ParsePort(text.substr(colon + 1)).value_or(0) > 0);
  }
  return false;
}

// Empty for a file in the present folder.
std::string FolderOf(const std::string& file) {
  return std::filesystem::path(file).parent_path().string();
}

// As seen from the present folder.
void MakeRelativeTo(const std::string& folder, std::string& path) {
  if (!path.empty() && path.front() != '/' && !folder.empty()) path = folder + "/" + path;
}

struct Bounds {
  int least = 1;
  int most = kLargestNumber;
};

constexpr Bounds kMonths{1, 1200};

class Reader {
 public:
  Reader(std::string_view file, kb::Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  std::optional<Config> Read(const kb::yaml::Node& root) {
    if (root.IsNull()) return Config();
    if (!root.IsMap()) Fail(root, "expected keys and values");
    for (const auto& [key, value] : root.Entries()) ReadEntry(key, value);
    if (failed_) return std::nullopt;
    return std::move(config_);
  }

 private:
  void Fail(const kb::yaml::Node& node, std::string message) {
    failed_ = true;
    diagnostics_.push_back({kb::Severity::kError, file_, node.line(), std::move(message)});
  }

  void ReadEntry(const std::string& key, const kb::yaml::Node& value) {
    if (key == "data") {
      config_.data = ReadText(key, value);
    } else if (key == "kb") {
      config_.kb = ReadText(key, value);
    } else if (key == "listen") {
      config_.listen = ReadText(key, value);
      if (!ParseAddress(config_.listen)) {
        Fail(value, "listen: expected HOST:PORT, for example 127.0.0.1:8080");
      }
    } else if (key == "allowed_origins") {
      ReadOrigins(value);
    } else if (key == "trusted_proxies") {
      ReadProxies(value);
    } else if (key == "limits") {
      ReadLimits(value);
    } else if (key == "state_limit_mb") {
      config_.state_limit_mb = ReadNumber(key, value);
    } else if (key == "retention") {
      ReadRetention(value);
    } else if (key == "stale_months") {
      config_.stale_ages.usual = std::chrono::months(ReadNumber(key, value, kMonths));
    } else if (key == "ages") {
      ReadAges(value);
    } else if (key == "deflection_window_days") {
      config_.deflection_window_days = ReadNumber(key, value, {1, kLongestWindow});
    } else if (key == "holdout_share") {
      ReadHoldout(value);
    } else if (key == "sources") {
      ReadSources(value);
    } else {
      Fail(value, key +
                      ": no such setting; known are data, kb, listen, allowed_origins, "
                      "trusted_proxies, limits, state_limit_mb, retention, stale_months, ages, "
                      "deflection_window_days, holdout_share, sources");
    }
  }

  void ReadSources(const kb::yaml::Node& list) {
    const std::size_t known_before = diagnostics_.size();
    config_.sources = kb::ParseSources(list, FolderOf(file_), file_, diagnostics_);
    failed_ = failed_ || diagnostics_.size() > known_before;
  }

  void ReadLimits(const kb::yaml::Node& map) {
    if (!map.IsMap()) Fail(map, "limits: expected keys and values");
    for (const auto& [key, value] : map.Entries()) {
      if (key == "requests_per_second") {
        config_.limits.requests_per_second = ReadNumber(key, value);
      } else if (key == "burst") {
        config_.limits.burst = ReadNumber(key, value);
      } else if (key == "messages_per_day") {
        config_.limits.messages_per_day = ReadNumber(key, value);
      } else {
        Fail(value, "limits." + key +
                        ": no such setting; known are requests_per_second, burst, "
                        "messages_per_day");
      }
    }
  }

  void ReadHoldout(const kb::yaml::Node& value) {
    const std::string text = value.Scalar();
    double share = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), share);
    const bool whole = failure == std::errc() && end == text.data() + text.size();
    if (!whole || !(share >= 0 && share <= deflection::kMaxHoldoutShare)) {
      Fail(value, "holdout_share: expected a number from 0 to 0.5");
    }
    config_.holdout_share = share;
  }

  void ReadAges(const kb::yaml::Node& map) {
    if (!map.IsMap()) Fail(map, "ages: expected kinds of articles and numbers of months");
    for (const auto& [name, value] : map.Entries()) {
      const auto kind = kb::ParseKind(name);
      if (!kind) {
        Fail(value, "ages." + name + ": no such kind of article");
        continue;
      }
      config_.stale_ages.of_kind[*kind] =
          std::chrono::months(ReadNumber("ages." + name, value, kMonths));
    }
  }

  void ReadRetention(const kb::yaml::Node& map) {
    if (!map.IsMap()) Fail(map, "retention: expected keys and values");
    for (const auto& [key, value] : map.Entries()) {
      if (key == "texts_days") {
        config_.retention.texts = std::chrono::days(ReadNumber(key, value, {1, kMostDays}));
      } else if (key == "events_days") {
        config_.retention.events =
            std::chrono::days(ReadNumber(key, value, {kLeastEventDays, kMostDays}));
      } else if (key == "episodes_days") {
        config_.retention.episodes = std::chrono::days(ReadNumber(key, value, {1, kMostDays}));
      } else {
        Fail(value, "retention." + key +
                        ": no such setting; known are texts_days, events_days, episodes_days");
      }
    }
  }

  int ReadNumber(const std::string& key, const kb::yaml::Node& value, Bounds bounds = {}) {
    const auto number = ParseNumber(value.Scalar(), bounds.least, bounds.most);
    if (!number) {
      Fail(value, key + ": expected a whole number from " + std::to_string(bounds.least) + " to " +
                      std::to_string(bounds.most));
    }
    return number.value_or(bounds.least);
  }

  std::string ReadText(const std::string& key, const kb::yaml::Node& value) {
    if (!value.IsScalar() || value.Scalar().empty()) Fail(value, key + ": expected a text");
    return value.Scalar();
  }

  void ReadOrigins(const kb::yaml::Node& list) {
    if (!list.IsSequence()) Fail(list, "allowed_origins: expected a list");
    for (const kb::yaml::Node& item : list.Items()) {
      if (!IsOrigin(item.Scalar())) {
        Fail(item,
             "allowed_origins: \"" + item.Scalar() +
                 "\" is no origin; write it as https://www.example.si, in lower case, without "
                 "a path or a slash at the end; besides there are \"file://\" and \"null\", in "
                 "quotes");
      }
      config_.allowed_origins.push_back(item.Scalar());
    }
  }

  void ReadProxies(const kb::yaml::Node& list) {
    if (!list.IsSequence()) Fail(list, "trusted_proxies: expected a list");
    for (const kb::yaml::Node& item : list.Items()) {
      if (!http::IsAddress(item.Scalar())) {
        Fail(item, "trusted_proxies: \"" + item.Scalar() + "\" is no IP address");
      }
      config_.trusted_proxies.push_back(item.Scalar());
    }
  }

  const std::string file_;
  kb::Diagnostics& diagnostics_;
  Config config_;
  bool failed_ = false;
};

}  // namespace

std::optional<Config> ParseConfig(std::string_view yaml, std::string_view file,
                                  kb::Diagnostics& diagnostics) {
  const std::size_t known_before = diagnostics.size();
  const auto root = kb::yaml::Parse(yaml, file, diagnostics);
  if (!root || diagnostics.size() > known_before) return std::nullopt;
  return Reader(file, diagnostics).Read(*root);
}

Result<Config> ReadConfigFile(const std::string& path) {
  if (path.empty()) return Config();
  const auto text = kb::ReadFile(path, kMaxConfigBytes);
  if (!text) {
    return Error::NotFound("cannot read the configuration file: " + text.error().message);
  }
  kb::Diagnostics diagnostics;
  auto config = ParseConfig(*text, path, diagnostics);
  if (config) {
    MakeRelativeTo(FolderOf(path), config->data);
    MakeRelativeTo(FolderOf(path), config->kb);
    return std::move(*config);
  }
  std::string problems = "the configuration file has errors";
  for (const auto& problem : diagnostics) problems += "\n" + kb::FormatDiagnostic(problem);
  return Error::InvalidArgument(problems);
}

bool IsOrigin(std::string_view text) {
  return text == http::kOpaqueOrigin || text == http::kFileOrigin || IsHostOrigin(text);
}

std::optional<Address> ParseAddress(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string_view host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;
  }
  const auto port = ParsePort(text.substr(colon + 1));
  if (host.empty() || !port) return std::nullopt;
  return Address{std::string(host), *port};
}

}  // namespace pomocnik::bot::commands
