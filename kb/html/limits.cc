#include "kb/html/limits.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace pomocnik::kb::html {
namespace {

constexpr std::string_view kBlank = " \t\r\n\f";

bool IsBlank(char c) { return kBlank.find(c) != std::string_view::npos; }

// Whether `text` begins with a name in lower case, in any case.
bool BeginsWith(std::string_view text, std::string_view name) {
  return text.size() >= name.size() &&
         std::equal(name.begin(), name.end(), text.begin(),
                    [](char expected, char c) { return expected == ToLower(c); });
}

// The place behind the next `end`, which is searched from `from`; absent when there is none.
std::optional<std::size_t> Behind(std::string_view text, std::string_view end, std::size_t from) {
  std::size_t found = text.find(end, from);
  if (found == std::string_view::npos) return std::nullopt;
  return found + end.size();
}

// Walks over the tags of a page, as the library would, without building anything.
class TagScanner {
 public:
  explicit TagScanner(std::string_view html) : html_(html) {}

  std::optional<LimitExceeded> Scan() {
    while ((at_ = html_.find('<', at_)) != std::string_view::npos) {
      std::string_view rest = html_.substr(at_);
      if (rest.starts_with("<!--")) {
        SkipComment();
      } else if (rest.size() > 1 && IsLetter(rest[1])) {
        if (++tags_ > kMaxTags) return Excess("more than 100000 tags");
        if (ScanTag() > kMaxAttributes) return Excess("an element has more than 64 attributes");
        SkipScript(rest);
      } else {
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  LimitExceeded Excess(std::string message) const {
    std::string_view before = html_.substr(0, at_);
    return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
            std::move(message)};
  }

  // What an open comment holds is looked at as if it were none.
  void SkipComment() {
    at_ += 4;
    if (no_comment_ends_) return;
    auto end = Behind(html_, "-->", at_);
    no_comment_ends_ = !end;
    at_ = end.value_or(at_);
  }

  // Moves behind the tag and returns the number of its attributes.
  int ScanTag() {
    int attributes = 0;
    bool in_gap = false;
    while (++at_ < html_.size() && html_[at_] != '>') {
      char c = html_[at_];
      if (IsBlank(c) || c == '/') {
        in_gap = true;
      } else if (c == '=') {
        SkipValue();
        in_gap = false;
      } else if (in_gap) {
        ++attributes;
        in_gap = false;
      }
    }
    return attributes;
  }

  // From the '=' to the last character of the value behind it.
  void SkipValue() {
    std::size_t begin = html_.find_first_not_of(kBlank, at_ + 1);
    if (begin == std::string_view::npos) return;
    char quote = html_[begin];
    if (quote == '"' || quote == '\'') {
      std::size_t end = html_.find(quote, begin + 1);
      at_ = end == std::string_view::npos ? begin : end;
    } else {
      at_ = begin - 1;
    }
  }

  // What scripts and styles hold is no markup. `tag` begins with theirs, behind which the scan stands.
  void SkipScript(std::string_view tag) {
    constexpr std::array<std::string_view, 2> kRaw = {"script", "style"};
    for (std::size_t i = 0; i < kRaw.size(); ++i) {
      if (!BeginsWith(tag.substr(1), kRaw[i]) || no_script_ends_[i]) continue;
      for (auto end = Behind(html_, "</", at_); end; end = Behind(html_, "</", *end)) {
        if (!BeginsWith(html_.substr(*end), kRaw[i])) continue;
        at_ = *end;
        return;
      }
      no_script_ends_[i] = true;
    }
  }

  std::string_view html_;
  std::size_t at_ = 0;
  int tags_ = 0;
  // Behind here; so that nothing is searched for again and again.
  bool no_comment_ends_ = false;
  std::array<bool, 2> no_script_ends_ = {};
};

}  // namespace

std::optional<LimitExceeded> CheckLimits(std::string_view html) {
  if (html.size() > kMaxHtmlBytes) return LimitExceeded{1, "larger than 2 MiB"};
  return TagScanner(html).Scan();
}

}  // namespace pomocnik::kb::html
