#include "kb/html/screen_map.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::kb::html {
namespace {

constexpr std::string_view kBlankOrComma = " \t\r\n,";

// Walks over a script from string to string.
class MapReader {
 public:
  MapReader(std::string_view script, Reporter& reporter) : rest_(script), reporter_(reporter) {}

  std::vector<MappedScreen> Read() {
    std::vector<MappedScreen> screens;
    std::size_t begin = rest_.find('{');
    if (begin == std::string_view::npos) {
      reporter_.Fail(1, "expected a map of screens: {'SCREEN':'page.html', …}");
      return screens;
    }
    Advance(begin + 1);
    while (SkipBlank() && rest_[0] != '}') {
      const int line = line_;
      auto screen = TakeString();
      bool has_colon = screen && SkipBlank() && Take(':') && SkipBlank();
      auto page = has_colon ? TakeString() : std::nullopt;
      if (page) {
        Add(std::move(*screen), *page, line, screens);
      } else {
        reporter_.Warn(line, "expected 'SCREEN':'page.html'; the line is skipped");
        Advance(std::min(rest_.find('\n'), rest_.size()));
      }
    }
    return screens;
  }

 private:
  void Advance(std::size_t bytes) {
    for (char c : rest_.substr(0, bytes)) line_ += c == '\n' ? 1 : 0;
    rest_.remove_prefix(bytes);
  }

  // False at the end of the script.
  bool SkipBlank() {
    Advance(std::min(rest_.find_first_not_of(kBlankOrComma), rest_.size()));
    return !rest_.empty();
  }

  bool Take(char c) {
    if (!rest_.starts_with(c)) return false;
    Advance(1);
    return true;
  }

  std::optional<std::string> TakeString() {
    if (rest_.empty() || (rest_[0] != '\'' && rest_[0] != '"')) return std::nullopt;
    std::string text;
    for (std::size_t at = 1; at < rest_.size() && rest_[at] != '\n'; ++at) {
      if (rest_[at] == rest_[0]) {
        Advance(at + 1);
        return text;
      }
      if (rest_[at] == '\\' && at + 1 < rest_.size()) ++at;
      text += rest_[at];
    }
    return std::nullopt;
  }

  void Add(std::string screen, const std::string& page, int line,
           std::vector<MappedScreen>& screens) {
    if (screen.empty() || page.empty() || !IsValidUtf8(screen) || !IsValidUtf8(page)) {
      return reporter_.Warn(line, "a screen or a page without a name is skipped");
    }
    std::size_t hash = page.find('#');
    std::string address = page.substr(0, hash);
    std::string anchor = hash == std::string::npos ? "" : page.substr(hash + 1);
    auto [place, is_new] = places_.try_emplace(screen, screens.size());
    if (is_new) {
      screens.push_back({std::move(screen), std::move(address), std::move(anchor)});
      return;
    }
    MappedScreen& earlier = screens[place->second];
    if (earlier.address != address) reporter_.Warn(line, "another page for screen " + screen);
    earlier.address = std::move(address);
    earlier.anchor = std::move(anchor);
  }

  std::string_view rest_;
  Reporter& reporter_;
  int line_ = 1;
  std::map<std::string, std::size_t> places_;  // of the screens
};

}  // namespace

std::vector<MappedScreen> ReadScreenMap(std::string_view script, Reporter& reporter) {
  return MapReader(script, reporter).Read();
}

}  // namespace pomocnik::kb::html
