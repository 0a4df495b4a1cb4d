#include "kb/knowledge_owl/export.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "kb/html/fragment.h"
#include "kb/html/reference.h"
#include "kb/html/rules.h"
#include "kb/knowledge_owl/answer.h"
#include "kb/links.h"
#include "kb/markdown/address.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::knowledge_owl {
namespace {

constexpr std::size_t kMaxTitle = 300;         // code points
constexpr std::size_t kMaxCategoryDepth = 16;  // of categories; they may go round in a circle
constexpr std::size_t kMaxNamed = 20;          // articles in a warning
constexpr std::ptrdiff_t kMostBlanksOfStub =
    60;  // fewer words with a file beside them only say that it is there

bool IsHelpFolder(std::string_view site) {
  return site.ends_with("/help") || site.ends_with("/help/");
}

// Why an article does not come in; empty when it does.
std::string_view ReasonAgainst(const OwlArticle& article) {
  if (article.status != "published")
    return article.status.empty() ? "no status" : std::string_view(article.status);
  if (article.visibility != "public") return "not public";
  if (!article.reader_roles.empty()) return "for some readers";
  return {};
}

// Files that a short text does no more than lead to.
std::vector<std::string> AttachmentsOf(const Article& article) {
  std::vector<std::string> attachments;
  std::ptrdiff_t blanks = 0;
  for (const Block& block : article.blocks) {
    const std::string text = PlainText(block);
    blanks +=
        1 + std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\n'; });
  }
  if (blanks > kMostBlanksOfStub) return attachments;
  for (const std::string& address : LinkedAddresses(article)) {
    if (html::IsAttachment(address)) attachments.push_back(address);
  }
  return attachments;
}

std::string_view Compared(std::string_view address) {
  return html::WithoutQuery(html::WithoutFragment(address));
}

// Makes the articles of all answers.
// How the pages of a site mark boxes; those of the program have no errors.
html::Rules SiteRules() {
  Diagnostics none;
  const auto text = html::BuiltInRules("knowledge_owl");
  return html::ParseRules(text.value_or(""), "knowledge_owl", none).value_or(html::Rules());
}

class Maker {
 public:
  Maker(const std::map<std::string, Versions>& versions,
        const std::map<std::string, OwlCategory>& categories, const SourceDefaults& defaults,
        Imported& imported)
      : versions_(versions),
        categories_(categories),
        defaults_(defaults),
        imported_(imported),
        rules_(SiteRules()) {}

  void Add(const OwlArticle& source) {
    if (const auto reason = ReasonAgainst(source); !reason.empty()) return LeaveOut(source, reason);
    const std::string address = AddressOf(source);
    if (!taken_.insert(address).second) {
      return Reporter(address, imported_.diagnostics).Fail(0, "the slug is there already");
    }
    if (!source.redirect.empty()) {
      redirects_.push_back({&source, address});
      return;
    }
    const Versions texts = TextsOf(source);
    if (texts.empty()) {
      return Reporter(address, imported_.diagnostics).Warn(0, "it has no text and is left out");
    }
    const std::string first = FirstLanguage(source, texts);
    for (const auto& [language, version] : texts) {
      AddVersion(
          source, version, language,
          language == first ? address : std::string(address).append("?lang=").append(language));
    }
  }

  void Finish(Reporter& reporter) {
    for (const auto& [source, address] : redirects_) AddRedirect(*source, address);
    if (left_out_ == 0) return;
    std::string message = "articles left out because they are not for everybody: " + names_;
    if (left_out_ > kMaxNamed) message += ", … (" + std::to_string(left_out_) + " in all)";
    reporter.Warn(0, std::move(message));
  }

 private:
  void LeaveOut(const OwlArticle& source, std::string_view reason) {
    if (++left_out_ > kMaxNamed) return;
    if (!names_.empty()) names_ += ", ";
    names_ += std::string(TruncateCodePoints(source.slug.empty() ? source.id : source.slug, 80)) +
              " (" + std::string(TruncateCodePoints(reason, 40)) + ")";
  }

  std::string AddressOf(const OwlArticle& source) const {
    const std::string slug = source.slug.empty() ? source.id : source.slug;
    if (defaults_.address.empty()) return source.document + "#" + slug;
    std::string site = defaults_.address;
    if (!site.ends_with('/')) site += '/';
    return html::ResolveReference(site, (IsHelpFolder(site) ? "./" : "help/") + slug);
  }

  // The languages that have a text.
  Versions TextsOf(const OwlArticle& source) const {
    Versions texts = source.current;
    const auto version = versions_.find(source.current_id);
    const bool empty = std::all_of(texts.begin(), texts.end(),
                                   [](const auto& entry) { return entry.second.html.empty(); });
    if (empty && version != versions_.end()) texts = version->second;
    for (auto entry = texts.begin(); entry != texts.end();) {
      entry = OneLine(entry->second.html).empty() ? texts.erase(entry) : std::next(entry);
    }
    return texts;
  }

  // Which of them the article's own address shows.
  std::string FirstLanguage(const OwlArticle& source, const Versions& texts) const {
    for (const std::string& language : source.languages) {
      if (texts.count(language) > 0) return language;
    }
    return texts.count(defaults_.lang) > 0 ? defaults_.lang : texts.begin()->first;
  }

  void AddVersion(const OwlArticle& source, const Version& version, const std::string& language,
                  const std::string& address) {
    Reporter reporter(address, imported_.diagnostics);
    ImportedArticle entry;
    entry.address = address;
    Article& article = entry.article;
    article.title = version.title.empty() ? source.name : version.title;
    if (article.title.empty()) article.title = source.slug;
    article.title = std::string(TruncateCodePoints(article.title, kMaxTitle));
    if (article.title.empty()) return reporter.Fail(0, "it has no title");
    if (IsWebAddress(address)) article.url = address;
    article.lang = language;
    article.questions = source.search_phrases;
    article.updated = source.date;
    article.f1 = ScreensOf(source, reporter);
    entry.breadcrumb = BreadcrumbOf(source);
    const std::size_t before = imported_.diagnostics.size();
    article.blocks = html::ReadHtmlFragment(version.html, article.url, rules_, reporter);
    const bool refused = std::any_of(
        imported_.diagnostics.begin() + static_cast<std::ptrdiff_t>(before),
        imported_.diagnostics.end(),
        [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::kError; });
    if (refused) return;
    if (article.blocks.empty()) return reporter.Warn(0, "it has no text and is left out");
    entry.attachments = AttachmentsOf(article);
    imported_.articles.push_back(std::move(entry));
  }

  std::vector<ScreenRef> ScreensOf(const OwlArticle& source, Reporter& reporter) const {
    std::vector<ScreenRef> screens;
    screens.reserve(source.screens.size());
    for (const std::string& name : source.screens) {
      auto screen = ParseScreenRef(name);
      if (!screen) {
        reporter.Warn(
            0, "'" + std::string(TruncateCodePoints(name, 80)) + "' is no screen and is left out");
        continue;
      }
      if (name.find(':') == std::string::npos) screen->app = defaults_.app;
      screens.push_back(*std::move(screen));
    }
    return screens;
  }

  std::vector<std::string> BreadcrumbOf(const OwlArticle& source) const {
    std::vector<std::string> names;
    std::set<std::string_view> seen;  // they may lie in a circle
    auto category = categories_.find(source.category);
    while (category != categories_.end() && names.size() < kMaxCategoryDepth &&
           seen.insert(category->first).second) {
      if (!category->second.name.empty()) names.push_back(category->second.name);
      category = categories_.find(category->second.parent);
    }
    std::reverse(names.begin(), names.end());
    if (!names.empty()) return names;
    for (const std::string& id : source.parents) {
      const auto parent = categories_.find(id);
      if (parent != categories_.end() && names.size() < kMaxCategoryDepth)
        names.push_back(parent->second.name);
    }
    return names;
  }

  void AddRedirect(const OwlArticle& source, const std::string& address) {
    Reporter reporter(address, imported_.diagnostics);
    const std::string target = html::ResolveReference(address, source.redirect);
    const auto found = std::find_if(
        imported_.articles.begin(), imported_.articles.end(),
        [&](const ImportedArticle& entry) { return Compared(entry.address) == Compared(target); });
    if (found != imported_.articles.end()) {
      found->aliases.push_back(address);
      return;
    }
    if (!IsWebAddress(target))
      return reporter.Warn(0, "it leads to no address that could be shown");
    ImportedArticle stub;
    stub.address = address;
    stub.kind = Kind::kStub;
    stub.article.lang = source.languages.empty() ? std::string{} : source.languages.front();
    stub.article.title =
        std::string(TruncateCodePoints(source.name.empty() ? source.slug : source.name, kMaxTitle));
    if (stub.article.title.empty()) return reporter.Fail(0, "it has no title");
    if (IsWebAddress(address)) stub.article.url = address;
    stub.article.updated = source.date;
    stub.article.questions = source.search_phrases;
    stub.article.blocks = {Block{Link{target, stub.article.title}}};
    imported_.articles.push_back(std::move(stub));
  }

  struct Redirect {
    const OwlArticle* source;
    std::string address;
  };

  const std::map<std::string, Versions>& versions_;
  const std::map<std::string, OwlCategory>& categories_;
  const SourceDefaults& defaults_;
  Imported& imported_;
  const html::Rules rules_;
  std::set<std::string> taken_;  // addresses
  std::vector<Redirect> redirects_;
  std::size_t left_out_ = 0;
  std::string names_;  // of what is left out
};

}  // namespace

struct Export::Content {
  Answer all;
  std::string document;  // address of the first answer
  Diagnostics diagnostics;
};

Export::Export() : content_(std::make_unique<Content>()) {}
Export::~Export() = default;
Export::Export(Export&&) noexcept = default;

void Export::Add(const SourceDocument& document) {
  Content& content = *content_;
  if (content.document.empty()) content.document = document.address;
  Reporter reporter(document.address, content.diagnostics);
  if (document.bytes.size() > kMaxPageBytes)
    return reporter.Fail(0, "the answer is larger than 32 MiB");
  auto answer = ReadAnswer(document);
  if (!answer) return reporter.Fail(0, "the answer is refused: " + answer.error().message);
  Answer& all = content.all;
  const std::size_t objects = all.articles.size() + all.versions.size() + all.categories.size() +
                              answer->articles.size() + answer->versions.size() +
                              answer->categories.size();
  if (objects > kMaxObjects)
    return reporter.Fail(0, "there are more than 50000 articles, versions and categories");
  std::move(answer->articles.begin(), answer->articles.end(), std::back_inserter(all.articles));
  all.versions.merge(answer->versions);
  all.categories.merge(answer->categories);
}

Imported Export::Read(const SourceDefaults& defaults) && {
  Imported imported;
  imported.diagnostics = std::move(content_->diagnostics);
  Maker maker(content_->all.versions, content_->all.categories, defaults, imported);
  for (const OwlArticle& article : content_->all.articles) maker.Add(article);
  Reporter reporter(content_->document, imported.diagnostics);
  maker.Finish(reporter);
  return imported;
}

std::optional<int> NextPage(std::string_view json) {
  if (json.size() > kMaxPageBytes) return std::nullopt;
  const auto answer = ReadAnswer(
      {.address = {}, .media_type = {}, .charset = {}, .bytes = std::string(json), .modified = {}});
  return answer ? answer->next_page : std::nullopt;
}

}  // namespace pomocnik::kb::knowledge_owl
