#include "kb/html/page_facts.h"

#include <algorithm>
#include <utility>

#include "kb/dates/written_dates.h"
#include "kb/html/reference.h"
#include "kb/markdown/address.h"
#include "kb/markdown/slug.h"

namespace pomocnik::kb::html {
namespace {

constexpr std::size_t kMostTags = 50;
constexpr std::size_t kMostScreens = 500;
constexpr std::size_t kMostAliases = 20;
constexpr std::size_t kMostCrumbs = 12;
constexpr std::size_t kLongestTag = 200;  // bytes

// The value of an attribute of the first element of `name` whose `key` has a value: <link rel="canonical" href="…">.
std::string HeadValue(const Tree& tree, std::string_view xpath) {
  auto selector = Selector::Compile(xpath);
  return selector ? tree.Value(*selector) : "";
}

template <typename T>
void AddOnce(T value, std::size_t most, std::vector<T>& to) {
  if (to.size() < most && std::find(to.begin(), to.end(), value) == to.end()) {
    to.push_back(std::move(value));
  }
}

bool IsSameText(std::string_view a, std::string_view b) { return a == b || Slug(a) == Slug(b); }

class FactsReader {
 public:
  explicit FactsReader(const PageSource& page)
      : tree_(page.tree),
        marks_(page.marks),
        document_(page.document),
        rules_(page.rules),
        defaults_(page.defaults) {}

  PageFacts Read(const StructuredData& data) {
    ReadAddresses();
    ReadTitle();
    ReadBreadcrumb(data);
    ReadDate(data);
    ReadLang();
    ReadKind();
    ReadScreens();
    ReadTags();
    return std::move(facts_);
  }

 private:
  // Where the page lies, by its source; empty when the source is published nowhere.
  std::string Published() const {
    if (!SchemeOf(document_.address).empty()) return document_.address;
    if (defaults_.address.empty()) return "";
    std::string folder = defaults_.address;
    if (!folder.ends_with('/')) folder += '/';
    return ResolveReference(folder, document_.address);
  }

  void ReadAddresses() {
    std::string published = Published();
    facts_.url = published;
    for (std::string_view xpath : {"/html/head/link[@rel='canonical']/@href",
                                   "/html/head/meta[@property='og:url']/@content"}) {
      std::string told = HeadValue(tree_, xpath);
      std::string address(WithoutFragment(ResolveReference(published, told)));
      if (told.empty() || !IsWebAddress(address)) continue;
      facts_.url = std::move(address);
      break;
    }
    if (!IsWebAddress(facts_.url)) facts_.url.clear();
    facts_.addresses = {.links = facts_.url, .pictures = document_.address, .own = facts_.url};
    std::string base = HeadValue(tree_, "/html/head/base/@href");
    if (!base.empty()) {
      if (!facts_.url.empty()) facts_.addresses.links = ResolveReference(facts_.url, base);
      facts_.addresses.pictures = ResolveReference(document_.address, base);
    }
    AddAlias(published);
    AddAlias(HeadValue(tree_, "/html/head/link[@rel='shortlink']/@href"));
    if (!rules_.aliases) return;
    for (const std::string& alias : tree_.Values(*rules_.aliases)) AddAlias(alias);
  }

  void AddAlias(const std::string& reference) {
    if (reference.empty()) return;
    std::string address(WithoutFragment(ResolveReference(facts_.url, reference)));
    if (!IsWebAddress(address) || address == facts_.url) return;
    AddOnce(std::move(address), kMostAliases, facts_.aliases);
  }

  void ReadTitle() {
    for (const Selector& selector : rules_.title) {
      for (Node* node : tree_.Select(selector)) {
        facts_.title = WithoutNoise(WordsOf(node));
        facts_.title_node = node;
        if (!facts_.title.empty()) return;
      }
    }
    facts_.title_node = nullptr;
    for (std::string_view xpath :
         {"//h1", "/html/head/title", "/html/head/meta[@property='og:title']/@content"}) {
      facts_.title = WithoutNoise(HeadValue(tree_, xpath));
      if (!facts_.title.empty()) return;
    }
  }

  std::string WordsOf(const Node* node) const {
    if (!IsElement(node)) return ValueOf(node);
    Diagnostics diagnostics;
    Reporter reporter("", diagnostics);
    return PlainText(InlineReader(marks_, facts_.addresses, reporter).TextIn(node));
  }

  // Titles end in the name of the site.
  std::string WithoutNoise(std::string title) const {
    for (const std::string& noise : rules_.text_noise) {
      if (title.size() > noise.size() && title.ends_with(noise)) {
        title.erase(title.size() - noise.size());
        title.erase(title.find_last_not_of(" |-") + 1);
      }
    }
    return title;
  }

  void ReadBreadcrumb(const StructuredData& data) {
    std::vector<std::string> crumbs = data.breadcrumb;
    if (rules_.breadcrumb) {
      std::vector<std::string> told = tree_.Values(*rules_.breadcrumb);
      if (told.size() == 1) told = SplitTrail(told.front());
      if (!told.empty()) crumbs = std::move(told);
    }
    for (std::string& crumb : crumbs) {
      bool is_skipped =
          IsSkipped(crumb) || (&crumb == &crumbs.back() && IsSameText(crumb, facts_.title));
      if (!is_skipped && facts_.breadcrumb.size() < kMostCrumbs)
        facts_.breadcrumb.push_back(std::move(crumb));
    }
  }

  bool IsSkipped(const std::string& crumb) const {
    if (Slug(crumb).empty()) return true;  // ">", "»"
    return std::any_of(rules_.skip_breadcrumb.begin(), rules_.skip_breadcrumb.end(),
                       [&](const std::string& skipped) { return IsSameText(crumb, skipped); });
  }

  // "Domov > Blagajna > Uvod" in one element.
  static std::vector<std::string> SplitTrail(const std::string& trail) {
    std::vector<std::string> crumbs;
    std::string rest = trail;
    for (std::string_view sign : {" > ", " » ", " › ", " / ", " | "}) {
      if (rest.find(sign) == std::string::npos) continue;
      for (std::size_t at = rest.find(sign); at != std::string::npos; at = rest.find(sign)) {
        crumbs.push_back(Collapsed(rest.substr(0, at)));
        rest.erase(0, at + sign.size());
      }
      break;
    }
    crumbs.push_back(Collapsed(rest));
    return crumbs;
  }

  void ReadDate(const StructuredData& data) {
    for (const Selector& selector : rules_.date) {
      for (const std::string& text : tree_.Values(selector)) {
        facts_.updated = FindDate(text);
        if (facts_.updated) return;
      }
    }
    facts_.updated = data.modified;
    if (!facts_.updated) {
      facts_.updated =
          FindDate(HeadValue(tree_, "/html/head/meta[@property='article:modified_time']/@content"));
    }
  }

  void ReadLang() {
    if (!rules_.lang) return;
    std::string lang = Slug(tree_.Value(*rules_.lang));
    bool is_code = lang.size() >= 2 && (lang.size() == 2 || lang[2] == '-') && lang[1] != '-';
    if (is_code) facts_.lang = lang.substr(0, 2);
  }

  void ReadKind() {
    for (const auto& [when, kind] : rules_.kinds) {
      if (when && tree_.Value(*when).empty() && tree_.Select(*when).empty()) continue;
      facts_.kind = kind;
      return;
    }
  }

  void ReadTags() {
    if (!rules_.tags) return;
    for (std::string& tag : tree_.Values(*rules_.tags)) {
      if (tag.size() <= kLongestTag) AddOnce(std::move(tag), kMostTags, facts_.tags);
    }
  }

  // "FAK.Racun; mojinfo:MI.Racuni".
  void ReadScreens() {
    if (!rules_.screens) return;
    for (std::string value : tree_.Values(*rules_.screens)) {
      std::replace_if(
          value.begin(), value.end(), [](char c) { return c == ',' || c == ';'; }, ' ');
      while (!(value = Collapsed(value)).empty()) {
        std::string id = value.substr(0, value.find(' '));
        value.erase(0, id.size());
        std::size_t colon = id.find(':');
        bool has_app = colon != std::string::npos && colon > 0 && colon + 1 < id.size();
        ScreenRef screen{has_app ? id.substr(0, colon) : defaults_.app,
                         has_app ? id.substr(colon + 1) : id};
        AddOnce(std::move(screen), kMostScreens, facts_.screens);
      }
    }
  }

  const Tree& tree_;
  const Marks& marks_;
  const SourceDocument& document_;
  const Rules& rules_;
  const SourceDefaults& defaults_;
  PageFacts facts_;
};

}  // namespace

PageFacts ReadPageFacts(const PageSource& page, const StructuredData& data) {
  return FactsReader(page).Read(data);
}

}  // namespace pomocnik::kb::html
