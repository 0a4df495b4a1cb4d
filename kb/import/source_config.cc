#include "kb/import/source_config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <tuple>
#include <utility>

#include "kb/markdown/address.h"

namespace pomocnik::kb {
namespace {

constexpr std::array<std::string_view, 8> kFormats = {
    "knowledge_owl", "html", "feed", "newsletter", "html_help", "pdf", "markdown", "records"};

constexpr std::size_t kLongestName = 60;
constexpr int kMostOfAUnit = 10'000;

struct Unit {
  char letter;
  std::chrono::seconds seconds;
};
constexpr Unit kUnits[] = {{'s', std::chrono::seconds(1)},
                           {'m', std::chrono::minutes(1)},
                           {'h', std::chrono::hours(1)},
                           {'d', std::chrono::hours(24)}};

std::optional<int> ReadNumber(std::string_view text, int most) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = failure == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::seconds> ReadDuration(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const auto unit = std::find_if(std::begin(kUnits), std::end(kUnits),
                                 [&](const Unit& known) { return known.letter == text.back(); });
  const auto number = ReadNumber(text.substr(0, text.size() - 1), kMostOfAUnit);
  if (unit == std::end(kUnits) || !number || *number == 0) return std::nullopt;
  return *number * unit->seconds;
}

std::optional<int> ReadPercent(std::string_view text) {
  if (!text.ends_with('%')) return std::nullopt;
  return ReadNumber(text.substr(0, text.size() - 1), 100);
}

bool IsName(std::string_view text) {
  return text.size() <= kLongestName && !text.starts_with('-') && IsArticleId(text);
}

bool IsLanguage(std::string_view text) {
  return text.size() == 2 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool IsHost(std::string_view text) {
  return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

// Reads the map of one source.
class SourceReader {
 public:
  SourceReader(std::string_view folder, std::string_view file, Diagnostics& diagnostics)
      : folder_(folder), file_(file), diagnostics_(diagnostics) {}

  SourceConfig Read(const yaml::Node& map) {
    if (!map.IsMap()) Fail(map, "sources: expected keys and values for each source");
    for (const auto& [key, value] : map.Entries()) ReadEntry(key, value);
    if (!IsName(config_.name())) {
      Fail(map, "sources: 'name' must be lower-case letters, digits and hyphens, at most 60");
    }
    if (config_.from.empty()) Fail(map, "sources: 'from' must say where the source is");
    if (!has_format_) Fail(map, "sources: 'format' must be one of " + KnownFormats());
    if (config_.IsRemote() && config_.allow_hosts.empty()) {
      Fail(map, "sources: 'allow_hosts' must name the hosts that may be fetched from");
    }
    return std::move(config_);
  }

 private:
  void Fail(const yaml::Node& node, std::string message) {
    diagnostics_.push_back({Severity::kError, file_, node.line(), std::move(message)});
  }

  static std::string KnownFormats() {
    std::string names;
    for (const std::string_view format : kFormats) {
      names.append(names.empty() ? "" : ", ").append(format);
    }
    return names;
  }

  std::string Text(std::string_view key, const yaml::Node& value) {
    if (!value.IsScalar() || value.Scalar().empty()) {
      Fail(value, "sources: '" + std::string(key) + "' must be a text");
    }
    return value.Scalar();
  }

  std::string Path(std::string_view key, const yaml::Node& value) {
    std::string path = Text(key, value);
    if (path.empty() || path.front() == '/' || folder_.empty()) return path;
    return folder_ + "/" + path;
  }

  // A wrong value is told with what would be right.
  template <typename T>
  T Value(const yaml::Node& value, const std::optional<T>& read, const std::string& expected) {
    if (!read) Fail(value, "sources: " + expected);
    return read.value_or(T());
  }

  void ReadFrom(const yaml::Node& value) {
    config_.from = Text("from", value);
    if (config_.IsRemote()) return;
    if (config_.from.find("://") != std::string::npos) {
      Fail(value, "sources: 'from' may be a path or an https address");
    }
    config_.from = Path("from", value);
  }

  void ReadHosts(const yaml::Node& list) {
    if (!list.IsSequence()) Fail(list, "sources: 'allow_hosts' must be a list");
    for (const yaml::Node& item : list.Items()) {
      if (!IsHost(item.Scalar())) {
        Fail(item, "sources: '" + item.Scalar() + "' is no host, such as help.example.si");
      }
      config_.allow_hosts.push_back(item.Scalar());
    }
  }

  // A name of a rule file that comes with the program stays one.
  void ReadRules(const yaml::Node& value) {
    config_.rules = Text("rules", value);
    if (config_.rules.find_first_of("./") != std::string::npos) {
      config_.rules = Path("rules", value);
    }
  }

  struct Key {
    std::string_view name;
    void (*read)(SourceReader&, const yaml::Node&);
  };

  void ReadEntry(const std::string& key, const yaml::Node& value) {
    constexpr Key kKeys[] = {
        {"name", [](auto& r, auto& v) { r.config_.defaults.source = r.Text("name", v); }},
        {"format", [](auto& r, auto& v) { r.ReadFormat(v); }},
        {"from", [](auto& r, auto& v) { r.ReadFrom(v); }},
        {"address", [](auto& r, auto& v) { r.ReadAddress(v); }},
        {"rules", [](auto& r, auto& v) { r.ReadRules(v); }},
        {"screens", [](auto& r, auto& v) { r.config_.screens = r.Text("screens", v); }},
        {"app", [](auto& r, auto& v) { r.config_.defaults.app = r.Text("app", v); }},
        {"module", [](auto& r, auto& v) { r.config_.defaults.module = r.Text("module", v); }},
        {"lang", [](auto& r, auto& v) { r.ReadLanguage(v); }},
        {"kind", [](auto& r, auto& v) { r.ReadKind(v); }},
        {"every",
         [](auto& r, auto& v) {
           r.config_.every =
               r.Value(v, ReadDuration(v.Scalar()), "'every' must be like 90s, 15m, 6h or 1d");
         }},
        {"allow_hosts", [](auto& r, auto& v) { r.ReadHosts(v); }},
        {"key_file", [](auto& r, auto& v) { r.config_.key_file = r.Path("key_file", v); }},
        {"shrink",
         [](auto& r, auto& v) {
           r.config_.shrink_percent =
               r.Value(v, ReadPercent(v.Scalar()), "'shrink' must be like 50%");
         }},
    };
    const auto found = std::find_if(std::begin(kKeys), std::end(kKeys),
                                    [&](const Key& known) { return known.name == key; });
    if (found != std::end(kKeys)) return found->read(*this, value);
    std::string known;
    for (const Key& each : kKeys) known.append(known.empty() ? "" : ", ").append(each.name);
    Fail(value, "sources: no such setting '" + key + "'; known are " + known);
  }

  void ReadFormat(const yaml::Node& value) {
    config_.format =
        Value(value, ParseFormat(value.Scalar()), "'format' must be one of " + KnownFormats());
    has_format_ = true;
  }

  void ReadKind(const yaml::Node& value) {
    config_.defaults.kind = ParseKind(value.Scalar());
    if (!config_.defaults.kind) Fail(value, "sources: 'kind' must be one of kb/README.md");
  }

  void ReadAddress(const yaml::Node& value) {
    config_.defaults.address = Text("address", value);
    if (!IsWebAddress(config_.defaults.address)) {
      Fail(value, "sources: 'address' must be an https or http address");
    }
  }

  void ReadLanguage(const yaml::Node& value) {
    config_.defaults.lang = value.Scalar();
    if (!IsLanguage(config_.defaults.lang)) {
      Fail(value, "sources: 'lang' must be two letters, such as sl");
    }
  }

  const std::string folder_;
  const std::string file_;
  Diagnostics& diagnostics_;
  SourceConfig config_;
  bool has_format_ = false;
};

}  // namespace

std::string_view FormatName(SourceFormat format) {
  return kFormats[static_cast<std::size_t>(format)];
}

std::optional<SourceFormat> ParseFormat(std::string_view name) {
  const auto found = std::find(kFormats.begin(), kFormats.end(), name);
  if (found == kFormats.end()) return std::nullopt;
  return static_cast<SourceFormat>(found - kFormats.begin());
}

bool SourceConfig::operator==(const SourceConfig& other) const {
  const auto fields = [](const SourceConfig& c) {
    return std::tie(c.format, c.from, c.rules, c.screens, c.every, c.allow_hosts, c.key_file,
                    c.shrink_percent, c.defaults.source, c.defaults.address, c.defaults.app,
                    c.defaults.module, c.defaults.lang, c.defaults.kind);
  };
  return fields(*this) == fields(other);
}

std::vector<SourceConfig> ParseSources(const yaml::Node& list, std::string_view folder,
                                       std::string_view file, Diagnostics& diagnostics) {
  std::vector<SourceConfig> sources;
  if (!list.IsSequence()) {
    diagnostics.push_back(
        {Severity::kError, std::string(file), list.line(), "sources: expected a list of sources"});
    return sources;
  }
  std::set<std::string> names;
  const auto items = list.Items();
  sources.reserve(items.size());
  for (const yaml::Node& item : items) {
    sources.push_back(SourceReader(folder, file, diagnostics).Read(item));
    if (names.insert(sources.back().name()).second) continue;
    diagnostics.push_back({Severity::kError, std::string(file), item.line(),
                           "sources: the name '" + sources.back().name() + "' is taken"});
  }
  return sources;
}

}  // namespace pomocnik::kb
