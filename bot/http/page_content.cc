#include "bot/http/page_content.h"

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "bot/dialogue/written_date.h"
#include "bot/http/html.h"
#include "bot/http/page_address.h"
#include "bot/http/page_text.h"
#include "bot/program_version.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::size_t kShownNameCodePoints = 80;  // of a screen, where a person reads it

enum class Kind { kResults, kChosenArticle, kModule, kStart, kTopics };

Kind KindOf(const F1Page& page) {
  if (page.reads == F1Page::Reads::kChosen && page.article) return Kind::kChosenArticle;
  if (page.search) return Kind::kResults;
  if (!page.module.empty()) return Kind::kModule;
  return page.help.topics.articles.empty() ? Kind::kStart : Kind::kTopics;
}

// What people call the screen that was asked for.
std::string ScreenName(const F1Page& page) {
  std::string name = page.place.title.empty() ? page.place.screen : page.place.title;
  if (page.help.topics.screen) name = page.help.topics.screen->title;
  if (CountCodePoints(name) <= kShownNameCodePoints) return name;
  return std::string(TruncateCodePoints(name, kShownNameCodePoints - 1)) + "…";
}

// Writes the content. Lives for one page.
class ContentWriter {
 public:
  explicit ContentWriter(const F1Page& page)
      : page_(page),
        topics_(page.help.topics),
        addresses_(page.place, page.version, page.language) {}

  std::string Write() {
    switch (KindOf(page_)) {
      case Kind::kResults:
        WriteResults();
        break;
      case Kind::kChosenArticle:
        WriteChosenArticle();
        break;
      case Kind::kModule:
        WriteModule();
        break;
      case Kind::kStart:
        WriteStart();
        break;
      case Kind::kTopics:
        WriteTopics();
        break;
    }
    return std::move(html_);
  }

 private:
  std::string Say(const Sentence& sentence,
                  std::initializer_list<std::string_view> values = {}) const {
    return Fill(sentence, page_.language, values);
  }

  void Paragraph(std::string_view kind, const std::string& text) {
    html_ += "<p" + Attribute("class", kind) + ">" + EscapeHtml(text) + "</p>\n";
  }
  void Heading(const std::string& title) { html_ += "<h1>" + EscapeHtml(title) + "</h1>\n"; }

  // What the sentence at the top says of the level that matched.
  void Match(std::string_view level, const std::string& sentence) {
    const bool missing = page_.missing == F1Page::Missing::kYes;
    Paragraph("match " + std::string(level),
              missing ? Say(page_text::kNoSuchArticle) + " " + sentence : sentence);
  }

  // To what the reader came from.
  void Back() {
    const Kind kind = KindOf(page_);
    html_ += "<p class=\"back\">";
    if (kind == Kind::kChosenArticle && page_.search) {
      html_ += Link(addresses_.Screen({{"module", page_.module}, {"q", page_.search->query}}),
                    Say(page_text::kBackToResults));
    } else if (kind != Kind::kModule && !page_.module.empty()) {
      html_ += Link(addresses_.Screen({{"module", page_.module}}),
                    Say(page_text::kBackTo, {page_.module}));
    } else if (page_.place.screen.empty()) {
      html_ += Link(addresses_.Screen(), Say(page_text::kBackToStart));
    } else {
      html_ += Link(addresses_.Screen(), Say(page_text::kBackTo, {ScreenName(page_)}));
    }
    html_ += "</p>\n";
  }

  std::string ArticleLink(const index::ArticleInfo& article) const {
    const std::string_view query = page_.search ? std::string_view(page_.search->query) : "";
    return Link(
               addresses_.Screen({{"module", page_.module}, {"q", query}, {"article", article.id}}),
               article.title, Attribute("lang", article.lang)) +
           " <span class=\"module\">" + EscapeHtml(article.module) + "</span>";
  }

  void List(const std::vector<index::ArticleInfo>& articles, const std::string& heading) {
    std::string items;
    for (const index::ArticleInfo& article : articles) {
      if (page_.article && page_.article->id == article.id) continue;
      items += "<li>" + ArticleLink(article) + "</li>\n";
    }
    if (items.empty()) return;
    html_ += "<nav class=\"topics\">\n<h2>" + EscapeHtml(heading) + "</h2>\n<ul>\n" + items +
             "</ul>\n</nav>\n";
  }

  void WriteResults() {
    const ArticleSearch& found = page_.search->found;
    Back();
    Heading(PageTitle(page_));
    std::string readings;
    for (const auto& [word, read_as] : found.corrections) {
      if (!readings.empty()) readings += ", ";
      readings.append(word).append(" → ").append(read_as);
    }
    if (!readings.empty()) Paragraph("facts", Say(page_text::kReadAs, {readings}));
    if (found.articles.empty()) {
      Paragraph("nothing", Say(page_text::kNothingFound));
      List(topics_.articles, Say(page_text::kTopics));
      WriteModules();
      return;
    }
    html_ += "<ol class=\"results\">\n";
    for (const FoundArticle& article : found.articles) {
      html_ += "<li>" + ArticleLink(article.info) + "\n<p class=\"snippet\"" +
               Attribute("lang", article.info.lang) + ">" + EscapeHtml(article.snippet) +
               "</p></li>\n";
    }
    html_ += "</ol>\n";
  }

  void WriteChosenArticle() {
    Back();
    WriteArticle();
    if (!page_.search && page_.module.empty()) WriteOtherTopics();
    List(page_.related, Say(page_text::kRelated));
  }

  // Articles of a whole module are not called topics of the screen.
  void WriteOtherTopics() {
    const bool own = topics_.match == index::ScreenMatch::kScreen ||
                     topics_.match == index::ScreenMatch::kParent;
    List(topics_.articles, Say(own ? page_text::kOtherTopics : page_text::kMoreArticles));
  }

  void WriteModule() {
    Back();
    Match("start", Say(page_text::kOfModule, {page_.module}));
    Heading(page_.module);
    List(page_.module_articles, Say(page_text::kTopics));
  }

  void WriteStart() {
    if (page_.place.screen.empty()) {
      Match("start", Say(page_text::kStart));
    } else {
      Match("none", Say(page_text::kForNone, {ScreenName(page_)}));
    }
    Heading(PageTitle(page_));
    WriteModules();
  }

  void WriteModules() {
    if (page_.help.modules.empty()) return;
    html_ +=
        "<nav class=\"modules\">\n<h2>" + EscapeHtml(Say(page_text::kModules)) + "</h2>\n<ul>\n";
    for (const index::ModuleInfo& module : page_.help.modules) {
      html_ += "<li>" + Link(addresses_.Module(module.app, module.module), module.module) +
               " <span class=\"count\">" +
               EscapeHtml(CountArticles(module.articles, page_.language)) + "</span></li>\n";
    }
    html_ += "</ul>\n</nav>\n";
  }

  std::string MatchSentence() const {
    const std::string name = ScreenName(page_);
    switch (topics_.match) {
      case index::ScreenMatch::kScreen:
        return Say(page_text::kForScreen, {name});
      case index::ScreenMatch::kParent:
        if (!topics_.form) return Say(page_text::kForParent, {name});
        // A program may send the form's own caption for each of its controls.
        if (topics_.form->title == name) return Say(page_text::kForScreen, {name});
        return Say(page_text::kForForm, {name, topics_.form->title});
      case index::ScreenMatch::kModule:
        return Say(page_text::kForModule, {name, topics_.module});
      case index::ScreenMatch::kSearch:
        return Say(page_text::kForSearch, {name});
      case index::ScreenMatch::kNone:
        return Say(page_text::kForNone, {name});
    }
    return Say(page_text::kForNone, {name});
  }

  void WriteTopics() {
    Match(index::MatchName(topics_.match), MatchSentence());
    if (page_.article) {
      WriteArticle();
      WriteOtherTopics();
      List(page_.related, Say(page_text::kRelated));
    } else {
      Heading(PageTitle(page_));
      List(topics_.articles, Say(page_text::kTopics));
    }
    if (topics_.module.empty()) return;
    const std::string app = topics_.screen ? topics_.screen->app : page_.place.app;
    html_ += "<p class=\"all\">" +
             Link(addresses_.Module(app, topics_.module),
                  Say(page_text::kAllOfModule, {topics_.module})) +
             "</p>\n";
  }

  void WriteVersionNote(const kb::Article& article) {
    switch (FitVersion(page_.version, article.version_from, article.version_to)) {
      case VersionFit::kHolds:
        return;
      case VersionFit::kTooOld:
        return Paragraph("version",
                         Say(page_text::kForNewer, {article.version_from, page_.version}));
      case VersionFit::kTooNew:
        return Paragraph("version", Say(page_text::kForOlder, {article.version_to, page_.version}));
    }
  }

  void WriteArticle() {
    const kb::Article& article = *page_.article;
    html_ += "<article" + Attribute("lang", article.lang) + Attribute("data-article", article.id) +
             ">\n";
    Heading(article.title);
    html_ += "<p class=\"facts\">" + EscapeHtml(article.module);
    if (article.updated) {
      html_ += " · <time" + Attribute("datetime", FormatDate(*article.updated)) + ">" +
               EscapeHtml(WrittenDate(*article.updated, LanguageCode(page_.language))) + "</time>";
    }
    html_ += "</p>\n";
    WriteVersionNote(article);
    const std::string article_page =
        addresses_.Screen({{"module", page_.module}, {"article", "-"}});
    const std::string_view without_id(article_page.data(), article_page.size() - 1);
    html_ += RenderBlocks(article.blocks, without_id);
    if (!article.url.empty()) {
      const kb::Link source{article.url, Say(page_text::kSource)};
      html_ += RenderBlocks({kb::Block{source}}, without_id);
    }
    html_ += "</article>\n";
  }

  const F1Page& page_;
  const index::ScreenTopics& topics_;
  const PageAddresses addresses_;
  std::string html_;
};

}  // namespace

std::string PageTitle(const F1Page& page) {
  switch (KindOf(page)) {
    case Kind::kResults:
      return Fill(page_text::kResults, page.language, {page.search->query});
    case Kind::kModule:
      return page.module;
    case Kind::kStart:
      return Fill(page_text::kHelp, page.language);
    case Kind::kChosenArticle:
    case Kind::kTopics:
      break;
  }
  return page.article ? page.article->title : ScreenName(page);
}

std::string RenderContent(const F1Page& page) { return ContentWriter(page).Write(); }

}  // namespace pomocnik::bot::http
