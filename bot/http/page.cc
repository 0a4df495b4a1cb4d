#include "bot/http/page.h"

#include <array>
#include <string_view>

#include "bot/http/html.h"

namespace pomocnik::bot::http {
namespace {

// What the page itself says, by Language. "{}" stands for the screen or the module.
using Sentence = std::array<std::string_view, 3>;
constexpr Sentence kHelp = {"Pomoč", "Help", "Pomoć"};
constexpr Sentence kForScreen = {"Pomoč za zaslon »{}«.", "Help for the screen \"{}\".",
                                 "Pomoć za zaslon »{}«."};
constexpr Sentence kForParent = {
    "Zaslon »{}« še nima svojega članka. To je pomoč za zaslon, ki mu pripada.",
    "The screen \"{}\" has no article of its own yet. This is help for the screen it belongs to.",
    "Zaslon »{}« još nema svoj članak. Ovo je pomoć za zaslon kojem pripada."};
constexpr Sentence kForModule = {
    "Zaslon »{}« še nima svojega članka. To so članki njegovega modula.",
    "The screen \"{}\" has no article of its own yet. These are articles of its module.",
    "Zaslon »{}« još nema svoj članak. Ovo su članci njegovog modula."};
constexpr Sentence kForNone = {
    "Za zaslon »{}« še ni pomoči. Vprašajte pomočnika ali oddajte zahtevek.",
    "There is no help for the screen \"{}\" yet. Ask the assistant or file a request.",
    "Za zaslon »{}« još nema pomoći. Pitajte pomoćnika ili pošaljite zahtjev."};
constexpr Sentence kOtherTopics = {"Druge teme tega zaslona", "Other topics of this screen",
                                   "Druge teme ovog zaslona"};
constexpr Sentence kTopics = {"Teme", "Topics", "Teme"};
constexpr Sentence kRelated = {"Sorodni članki", "Related articles", "Srodni članci"};
constexpr Sentence kSource = {"Izvirni članek", "Original article", "Izvorni članak"};
constexpr Sentence kHome = {"Vprašajte pomočnika", "Ask the assistant", "Pitajte pomoćnika"};

std::string Say(const Sentence& sentence, Language language, std::string_view value = "") {
  std::string text(sentence[static_cast<std::size_t>(language)]);
  const std::size_t place = text.find("{}");
  if (place != std::string::npos) text.replace(place, 2, value);
  return EscapeHtml(text);
}

const Sentence& MatchSentence(index::ScreenMatch match) {
  switch (match) {
    case index::ScreenMatch::kScreen:
      return kForScreen;
    case index::ScreenMatch::kParent:
      return kForParent;
    case index::ScreenMatch::kModule:
      return kForModule;
    case index::ScreenMatch::kNone:
      return kForNone;
  }
  return kForNone;
}

std::string ScreenTitle(const F1Page& page) {
  return page.topics.screen ? page.topics.screen->title : page.screen;
}

// The address of the same screen's page with another article.
std::string ArticlePage(const F1Page& page) {
  return "/f1/" + EscapeUrl(page.app) + "/" + EscapeUrl(page.screen) +
         "?lang=" + std::string(LanguageCode(page.language)) + "&article=";
}

std::string Top(std::string_view title, Language language, const PageFiles& files) {
  return "<!doctype html>\n<html lang=\"" + std::string(LanguageCode(language)) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         EscapeHtml(title) + "</title>\n<link rel=\"stylesheet\" href=\"" +
         EscapeHtml(files.stylesheet) + "\">\n</head>\n<body>\n<main>\n";
}

// Adds the chat for those whose browser runs it; it knows which screen is asked about.
std::string ChatScript(const F1Page& page) {
  return "<script async src=\"" + EscapeHtml(page.files.widget) +
         "\" data-channel=\"f1\" data-lang=\"" + std::string(LanguageCode(page.language)) +
         "\" data-app=\"" + EscapeHtml(page.app) + "\" data-screen=\"" + EscapeHtml(page.screen) +
         "\"></script>\n";
}

std::string Bottom() { return "</main>\n</body>\n</html>\n"; }

void AppendList(const F1Page& page, const std::vector<index::ArticleInfo>& articles,
                const Sentence& heading, std::string& html) {
  std::string items;
  for (const index::ArticleInfo& article : articles) {
    if (page.article && page.article->id == article.id) continue;
    items += "<li><a href=\"" + EscapeHtml(ArticlePage(page) + EscapeUrl(article.id)) + "\">" +
             EscapeHtml(article.title) + "</a> <span class=\"module\">" +
             EscapeHtml(article.module) + "</span></li>\n";
  }
  if (items.empty()) return;
  html += "<nav class=\"topics\">\n<h2>" + Say(heading, page.language) + "</h2>\n<ul>\n" + items +
          "</ul>\n</nav>\n";
}

void AppendArticle(const F1Page& page, std::string& html) {
  const kb::Article& article = *page.article;
  html += "<article lang=\"" + EscapeHtml(article.lang) + "\">\n<h1>" + EscapeHtml(article.title) +
          "</h1>\n<p class=\"facts\">" + EscapeHtml(article.module);
  if (article.updated) {
    const std::string date = FormatDate(*article.updated);
    html += " · <time datetime=\"" + date + "\">" + date + "</time>";
  }
  html += "</p>\n" + RenderBlocks(article.blocks, ArticlePage(page));
  if (!article.url.empty()) {
    html += RenderBlocks(
        {kb::Block{
            kb::Link{article.url, std::string(kSource[static_cast<std::size_t>(page.language)])}}},
        ArticlePage(page));
  }
  html += "</article>\n";
}

void AppendWaysOut(const F1Page& page, std::string& html) {
  html += "<footer>\n<p><a href=\"/\">" + Say(kHome, page.language) + "</a></p>\n";
  if (!page.portal_url.empty()) {
    html += "<p><a class=\"portal\" rel=\"noopener noreferrer\" href=\"" +
            EscapeHtml(page.portal_url) + "\">" + EscapeHtml(page.portal_label) + "</a></p>\n";
  }
  html += "</footer>\n";
}

}  // namespace

std::string RenderF1Page(const F1Page& page) {
  const std::string screen = ScreenTitle(page);
  std::string html = Top(page.article ? page.article->title : screen, page.language, page.files);
  html += "<p class=\"match " + std::string(page.topics.articles.empty() ? "none" : "some") +
          "\">" + Say(MatchSentence(page.topics.match), page.language, screen) + "</p>\n";
  if (page.article) {
    AppendArticle(page, html);
  } else {
    html += "<h1>" + EscapeHtml(screen) + "</h1>\n";
  }
  AppendList(page, page.topics.articles, page.article ? kOtherTopics : kTopics, html);
  AppendList(page, page.related, kRelated, html);
  AppendWaysOut(page, html);
  return html + ChatScript(page) + Bottom();
}

Response RefuseWithPage(const Refusal& refusal, Language language, const PageFiles& files) {
  Response response = Refuse(refusal, language);
  response.content_type = "text/html; charset=utf-8";
  response.body = Top(kHelp[static_cast<std::size_t>(language)], language, files) + "<h1>" +
                  Say(kHelp, language) + "</h1>\n<p class=\"match none\">" +
                  EscapeHtml(RefusalText(refusal, language)) + "</p>\n" + Bottom();
  return response;
}

}  // namespace pomocnik::bot::http
