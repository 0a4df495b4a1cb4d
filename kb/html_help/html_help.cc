#include "kb/html_help/html_help.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "kb/html/page.h"
#include "kb/html_help/files.h"
#include "kb/html_help/project.h"
#include "kb/html_help/sitemap.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html_help {
namespace {

constexpr std::size_t kMaxTags = 30;   // of one article
constexpr std::size_t kMaxNamed = 20;  // keys in a warning
constexpr std::size_t kMaxFiles = 20'000;

bool IsPage(std::string_view path) {
  return HasEnding(path, ".htm") || HasEnding(path, ".html") || HasEnding(path, ".xhtml");
}

// Whether a page says itself in which character set it is.
bool TellsCharset(std::string_view bytes) {
  constexpr std::size_t kHead = 2048;
  std::string head(bytes.substr(0, kHead));
  for (char& c : head) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return head.find("charset=") != std::string::npos;
}

// What contents and index say of the pages.
struct Maps {
  std::map<std::string, std::vector<std::string>> breadcrumbs;        // by file
  std::map<std::pair<std::string, std::string>, std::string> titles;  // by file and anchor
  std::map<std::string, std::vector<std::string>> keywords;           // by file
};

void AddContents(const std::vector<SitemapEntry>& entries, Maps& maps) {
  std::vector<std::pair<int, std::string>> above;  // the chapters around the entry
  for (const SitemapEntry& entry : entries) {
    while (!above.empty() && above.back().first >= entry.depth) above.pop_back();
    for (const Target& target : entry.targets) {
      maps.titles.emplace(std::pair(target.file, target.anchor), entry.name);
      if (maps.breadcrumbs.count(target.file) > 0) continue;
      std::vector<std::string>& names = maps.breadcrumbs[target.file];
      names.reserve(above.size());
      for (const auto& [depth, name] : above) names.push_back(name);
    }
    above.emplace_back(entry.depth, entry.name);
  }
}

void AddIndex(const std::vector<SitemapEntry>& entries, Maps& maps) {
  for (const SitemapEntry& entry : entries) {
    for (const Target& target : entry.targets) {
      std::vector<std::string>& words = maps.keywords[target.file];
      const bool known = std::find(words.begin(), words.end(), entry.name) != words.end();
      if (!known && words.size() < kMaxTags) words.push_back(entry.name);
    }
  }
}

class HelpReader {
 public:
  HelpReader(const std::vector<SourceDocument>& documents, const html::Rules& rules,
             const SourceDefaults& defaults)
      : files_(documents), rules_(rules), defaults_(defaults) {}

  Imported Read() {
    Reporter reporter(ProjectName(), imported_.diagnostics);
    project_ = ReadProject(files_, reporter);
    if (project_.aliases.empty())
      reporter.Warn(0, "no keys of a program lead to the pages of this help");
    if (const auto* contents = files_.Find(project_.contents))
      AddContents(Sitemap(*contents), maps_);
    if (const auto* index = files_.Find(project_.index)) AddIndex(Sitemap(*index), maps_);
    for (const auto& [path, document] : files_.all()) {
      if (IsPage(path)) ReadPage(path, *document);
    }
    if (imported_.articles.empty()) reporter.Fail(0, "the help has no pages that could be read");
    AddScreens(reporter);
    return std::move(imported_);
  }

 private:
  // The file that a message about the whole names.
  std::string ProjectName() const {
    const SourceDocument* file = files_.FirstWithEnding(".hhp");
    if (file != nullptr) return file->address;
    return files_.all().empty() ? std::string{} : files_.all().begin()->second->address;
  }

  std::vector<SitemapEntry> Sitemap(const SourceDocument& document) {
    Reporter reporter(document.address, imported_.diagnostics);
    return ReadSitemap(document, project_.charset, reporter);
  }

  void ReadPage(const std::string& path, const SourceDocument& document) {
    SourceDocument page = document;
    if (page.charset.empty() && !TellsCharset(page.bytes)) page.charset = project_.charset;
    Imported read = html::ReadHtmlPage(page, rules_, defaults_);
    std::move(read.diagnostics.begin(), read.diagnostics.end(),
              std::back_inserter(imported_.diagnostics));
    if (read.articles.empty()) return;
    first_article_[path] = imported_.articles.size();
    for (ImportedArticle& entry : read.articles) {
      Describe(path, entry);
      imported_.articles.push_back(std::move(entry));
    }
  }

  // What the contents and the index know of an article, where the page says nothing.
  void Describe(const std::string& path, ImportedArticle& entry) const {
    if (const auto names = maps_.breadcrumbs.find(path);
        names != maps_.breadcrumbs.end() && entry.breadcrumb.empty()) {
      entry.breadcrumb = names->second;
    }
    const auto title = maps_.titles.find({path, ""});
    if (entry.article.title.empty() && title != maps_.titles.end())
      entry.article.title = title->second;
    if (const auto words = maps_.keywords.find(path); words != maps_.keywords.end()) {
      for (const std::string& word : words->second) {
        auto& tags = entry.article.tags;
        if (std::find(tags.begin(), tags.end(), word) == tags.end()) tags.push_back(word);
      }
    }
  }

  void AddScreens(Reporter& reporter) {
    std::set<std::string> used;
    for (const Alias& alias : project_.aliases) {
      used.insert(alias.name);
      AddScreen(alias, reporter);
    }
    std::size_t unused = 0;
    std::string names;
    for (const auto& [name, number] : project_.numbers) {
      if (used.count(name) > 0 || ++unused > kMaxNamed) continue;
      names += (names.empty() ? "" : ", ") + std::string(TruncateCodePoints(name, 80));
    }
    if (unused > kMaxNamed) names += ", …";
    if (unused > 0) reporter.Warn(0, "numbers without a topic: " + names);
  }

  void AddScreen(const Alias& alias, Reporter& reporter) {
    const std::string shown = "'" + std::string(TruncateCodePoints(alias.name, 80)) + "'";
    const auto screen = ParseScreenRef(alias.name);
    if (!screen || alias.name.find(':') != std::string::npos) {
      return reporter.Warn(alias.line, shown + " is no name of a screen");
    }
    const auto page = first_article_.find(alias.target.file);
    if (page == first_article_.end()) {
      return reporter.Warn(alias.line, shown + " leads to a page that is not there");
    }
    ImportedArticle& entry = imported_.articles[page->second];
    const auto title = maps_.titles.find({alias.target.file, alias.target.anchor});
    Screen added{.app = defaults_.app,
                 .id = alias.name,
                 .number = {},
                 .title = title == maps_.titles.end() ? entry.article.title : title->second,
                 .module = {},
                 .parent = {}};
    const auto number = project_.numbers.find(alias.name);
    if (number != project_.numbers.end()) {
      if (numbers_.insert(number->second).second) {
        added.number = number->second;
      } else {
        reporter.Warn(alias.line, shown + " has a number that another has already");
      }
    }
    imported_.screens.push_back(std::move(added));
    entry.article.f1.push_back({defaults_.app, alias.name});
    if (!entry.kind) entry.kind = Kind::kF1;
  }

  Files files_;
  const html::Rules& rules_;
  const SourceDefaults& defaults_;
  Project project_;
  Maps maps_;
  Imported imported_;
  std::map<std::string, std::size_t> first_article_;  // of a page, by its path
  std::set<int> numbers_;                             // of screens
};

}  // namespace

Imported Read(const std::vector<SourceDocument>& files, const html::Rules& rules,
              const SourceDefaults& defaults) {
  if (files.size() > kMaxFiles) {
    Imported refused;
    Reporter(files.front().address, refused.diagnostics)
        .Fail(0, "the help has more than 20000 files");
    return refused;
  }
  return HelpReader(files, rules, defaults).Read();
}

}  // namespace pomocnik::kb::html_help
