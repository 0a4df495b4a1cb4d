#include "kb/library.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "kb/linking/known_addresses.h"
#include "kb/links.h"
#include "kb/markdown/address.h"
#include "kb/markdown/front_matter.h"

namespace pomocnik::kb {
namespace {

// The first line that holds `text`, from 1; 0 when none does.
int LineOf(std::string_view markdown, std::string_view text) {
  std::size_t position = markdown.find(text);
  if (position == std::string_view::npos) return 0;
  auto begin = markdown.begin();
  return 1 +
         static_cast<int>(std::count(begin, begin + static_cast<std::ptrdiff_t>(position), '\n'));
}

std::string ScreenName(const ScreenRef& ref) { return ref.app + ":" + ref.screen; }

class LibraryChecker {
 public:
  explicit LibraryChecker(Library& library) : library_(library) {}

  Diagnostics Check() && {
    LeaveOutDuplicates();
    for (SourceArticle& source : library_.articles) {
      CheckAliases(source);
      CheckRelated(source);
      CheckLinks(source);
    }
    CheckScreens();
    std::sort(library_.articles.begin(), library_.articles.end(),
              [](const auto& a, const auto& b) { return a.article.id < b.article.id; });
    return std::move(diagnostics_);
  }

 private:
  void LeaveOutDuplicates() {
    std::vector<SourceArticle> unique;
    unique.reserve(library_.articles.size());
    for (SourceArticle& source : library_.articles) {
      const std::string& id = source.article.id;
      auto [first, is_new] = files_.emplace(id, source.file);
      if (is_new) {
        unique.push_back(std::move(source));
      } else {
        diagnostics_.push_back({.severity = Severity::kError,
                                .file = source.file,
                                .line = FrontMatterLine(source.markdown, "id", id),
                                .message = "id '" + id + "' is already used by " + first->second,
                                .code = "id",
                                .excerpt = id + ", " + first->second});
      }
    }
    library_.articles = std::move(unique);
  }

  // By id and address: each leads to one article.
  void CheckAliases(SourceArticle& source) {
    std::vector<std::string> own;
    for (std::string& alias : source.article.aliases) {
      const bool is_id = IsArticleId(alias);
      const auto taken = is_id ? files_.find(alias) : files_.end();
      const auto [first, is_new] =
          aliases_.emplace(is_id ? alias : AddressKey(alias), source.article.id);
      if (taken == files_.end() && (is_new || first->second == source.article.id)) {
        own.push_back(std::move(alias));
        continue;
      }
      diagnostics_.push_back({.severity = Severity::kWarning,
                              .file = source.file,
                              .line = FrontMatterLine(source.markdown, "aliases", alias),
                              .message = "alias '" + alias + "' already leads to " +
                                         (taken == files_.end() ? "'" + first->second + "'"
                                                                : "the article of this id"),
                              .code = "alias",
                              .excerpt = alias});
    }
    source.article.aliases = std::move(own);
  }

  void CheckRelated(SourceArticle& source) {
    Article& article = source.article;
    std::vector<std::string> alive;
    for (std::string& id : article.related) {
      if (id != article.id && files_.count(id) > 0) {
        alive.push_back(std::move(id));
      } else {
        diagnostics_.push_back({.severity = Severity::kWarning,
                                .file = source.file,
                                .line = FrontMatterLine(source.markdown, "related", id),
                                .message = id == article.id
                                               ? "the article is related to itself"
                                               : "related article '" + id + "' does not exist",
                                .code = id == article.id ? "" : "related",
                                .excerpt = id});
      }
    }
    article.related = std::move(alive);
  }

  void CheckLinks(const SourceArticle& source) {
    for (const std::string& address : LinkedAddresses(source.article)) {
      std::string_view id = LinkedArticle(address);
      if (id.empty() || files_.count(std::string(id)) > 0) continue;
      diagnostics_.push_back({.severity = Severity::kWarning,
                              .file = source.file,
                              .line = LineOf(source.markdown, address),
                              .message = "linked article '" + std::string(id) + "' does not exist",
                              .code = "linked",
                              .excerpt = std::string(id)});
    }
  }

  // Without any screens there is nothing to compare with.
  void CheckScreens() {
    std::set<std::string> known;
    for (const Screen& screen : library_.screens) known.insert(screen.app + ":" + screen.id);
    std::map<std::string, std::string> articles;  // first article by screen
    for (const SourceArticle& source : library_.articles) {
      for (const ScreenRef& ref : source.article.f1) {
        std::string name = ScreenName(ref);
        int line = FrontMatterLine(source.markdown, "f1", ref.screen);
        if (!known.empty() && known.count(name) == 0) {
          diagnostics_.push_back({.severity = Severity::kWarning,
                                  .file = source.file,
                                  .line = line,
                                  .message = "screen '" + name + "' is not in screens.yaml",
                                  .code = "screen",
                                  .excerpt = name});
        }
        auto [first, is_new] = articles.emplace(name, source.article.id);
        if (!is_new) {
          diagnostics_.push_back(
              {.severity = Severity::kWarning,
               .file = source.file,
               .line = line,
               .message = "screen '" + name + "' already has the article '" + first->second + "'",
               .code = "screen-taken",
               .excerpt = name + ", " + first->second});
        }
      }
    }
  }

  Library& library_;
  Diagnostics diagnostics_;
  std::map<std::string, std::string> files_;    // by article id
  std::map<std::string, std::string> aliases_;  // article id by alias
};

}  // namespace

Diagnostics CheckLibrary(Library& library) { return LibraryChecker(library).Check(); }

}  // namespace pomocnik::kb
