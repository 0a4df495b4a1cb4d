#include "kb/screens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

using ScreenKey = std::pair<std::string, std::string>;  // app, id

class ScreenReader {
 public:
  ScreenReader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void Read(const yaml::Node& entry) {
    if (!entry.IsMap()) return Fail(entry.line(), "a screen must be {id, title, module, …}");
    Screen screen;
    if (!ReadTexts(entry, screen) || !ReadNumber(entry, screen)) return;
    WarnOfUnknownKeys(entry);
    if (!ids_.insert({screen.app, screen.id}).second) {
      return Fail(entry.line(), "screen '" + screen.app + ":" + screen.id + "' is repeated");
    }
    if (screen.number && !numbers_.insert({screen.app, *screen.number}).second) {
      return Fail(entry.line(), "number " + std::to_string(*screen.number) + " of app '" +
                                    screen.app + "' is repeated");
    }
    lines_.push_back(entry.line());
    screens_.push_back(std::move(screen));
  }

  // Gives every screen its parent, unless that would lead nowhere or round in a circle.
  std::vector<Screen> Finish() && {
    for (std::size_t i = 0; i < screens_.size(); ++i) ResolveParent(screens_[i], lines_[i]);
    for (std::size_t i = 0; i < screens_.size(); ++i) BreakCircle(screens_[i], lines_[i]);
    return std::move(screens_);
  }

 private:
  void Fail(int line, std::string message) {
    diagnostics_.push_back({Severity::kError, file_, line, std::move(message)});
  }
  void Warn(int line, std::string message) {
    diagnostics_.push_back({Severity::kWarning, file_, line, std::move(message)});
  }

  enum class Presence { kRequired, kOptional };
  struct Field {
    std::string_view key;
    std::string& value;
    Presence presence;
  };

  // False after an error.
  bool ReadTexts(const yaml::Node& entry, Screen& screen) {
    const std::array<Field, 5> fields = {{{"app", screen.app, Presence::kOptional},
                                          {"id", screen.id, Presence::kRequired},
                                          {"title", screen.title, Presence::kRequired},
                                          {"module", screen.module, Presence::kRequired},
                                          {"parent", screen.parent, Presence::kOptional}}};
    for (const Field& field : fields) {
      auto node = entry.Find(field.key);
      if (node && node->IsScalar()) field.value = node->Scalar();
      bool is_wrong = node && !node->IsScalar() && !node->IsNull();
      bool is_missing = field.presence == Presence::kRequired && field.value.empty();
      if (is_wrong || is_missing) {
        Fail(node ? node->line() : entry.line(),
             "'" + std::string(field.key) + "' of a screen must be a text");
        return false;
      }
    }
    return true;
  }

  // False after an error.
  bool ReadNumber(const yaml::Node& entry, Screen& screen) {
    auto node = entry.Find("number");
    if (!node || node->IsNull()) return true;
    std::string text = node->Scalar();
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number <= 0) {
      Fail(node->line(), "'number' of a screen must be a whole number above 0");
      return false;
    }
    screen.number = number;
    return true;
  }

  void WarnOfUnknownKeys(const yaml::Node& entry) {
    constexpr std::array<std::string_view, 6> kKnownKeys = {"app",   "id",     "number",
                                                            "title", "module", "parent"};
    for (const auto& [key, node] : entry.Entries()) {
      if (std::find(kKnownKeys.begin(), kKnownKeys.end(), key) == kKnownKeys.end()) {
        Warn(node.line(), "unknown key '" + key + "'");
      }
    }
  }

  void ResolveParent(Screen& screen, int line) {
    if (!screen.parent.empty()) {
      if (ids_.count({screen.app, screen.parent}) == 0) {
        Warn(line, "there is no screen '" + screen.parent + "' to be the parent");
        screen.parent.clear();
      }
    } else if (std::size_t dot = screen.id.rfind('.'); dot != std::string::npos) {
      std::string parent = screen.id.substr(0, dot);
      if (ids_.count({screen.app, parent}) > 0) screen.parent = std::move(parent);
    }
    parents_[{screen.app, screen.id}] = screen.parent;
  }

  void BreakCircle(Screen& screen, int line) {
    std::set<std::string> seen = {screen.id};
    for (std::string at = screen.parent; !at.empty(); at = parents_[{screen.app, at}]) {
      if (seen.insert(at).second) continue;
      Warn(line, "the parents of screen '" + screen.id + "' go round in a circle");
      screen.parent.clear();
      parents_[{screen.app, screen.id}].clear();
      return;
    }
  }

  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<Screen> screens_;
  std::vector<int> lines_;  // of screens_
  std::set<ScreenKey> ids_;
  std::set<std::pair<std::string, int>> numbers_;
  std::map<ScreenKey, std::string> parents_;
};

}  // namespace

std::vector<Screen> ParseScreens(std::string_view yaml, std::string_view file,
                                 Diagnostics& diagnostics) {
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document || document->IsNull()) return {};
  if (!document->IsSequence()) {
    diagnostics.push_back({Severity::kError, std::string(file), document->line(),
                           "the file must be a list of screens"});
    return {};
  }
  ScreenReader reader(file, diagnostics);
  for (const yaml::Node& entry : document->Items()) reader.Read(entry);
  return std::move(reader).Finish();
}

}  // namespace pomocnik::kb
