#include "bot/http/page.h"

#include <string_view>

#include "bot/http/html.h"
#include "bot/http/page_address.h"
#include "bot/http/page_content.h"
#include "bot/http/page_text.h"

namespace pomocnik::bot::http {
namespace {

// Without the line for Internet Explorer an old browser control would show the page as one of 2006.
std::string HeadElement(std::string_view title, const PageFiles& files, std::string_view more) {
  return "<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
         EscapeHtml(title) +
         "</title>\n<link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\">\n<link "
         "rel=\"stylesheet\"" +
         Attribute("href", files.stylesheet) + ">\n" + std::string(more) + "</head>\n";
}

// What /f1.js reads.
std::string Marks(const F1Page& page) {
  const auto& [match, screen, form, module, articles] = page.help.topics;
  std::string origins;
  for (const std::string& origin : page.origins) {
    if (!origins.empty()) origins += " ";
    origins += origin;
  }
  return Attribute("lang", LanguageCode(page.language)) +
         Attribute("data-app", screen ? screen->app : page.place.app) +
         Attribute("data-screen", screen ? screen->id : page.place.screen) +
         Attribute("data-version", page.version) +
         Attribute("data-module", page.module.empty() ? module : page.module) +
         Attribute("data-lang", LanguageCode(page.language)) + Attribute("data-origins", origins);
}

std::string Hidden(std::string_view name, std::string_view value) {
  if (value.empty()) return "";
  return "<input type=\"hidden\"" + Attribute("name", name) + Attribute("value", value) + ">\n";
}

std::string Bar(const F1Page& page, const PageAddresses& addresses) {
  const auto say = [&](const Sentence& sentence) { return Fill(sentence, page.language); };
  return "<header class=\"bar\">\n<form role=\"search\" method=\"get\"" +
         Attribute("action", addresses.Path()) + ">\n<label for=\"q\">" +
         EscapeHtml(say(page_text::kSearchLabel)) + "</label>\n" +
         "<input type=\"search\" id=\"q\" name=\"q\" maxlength=\"500\" autocomplete=\"off\"" +
         Attribute("placeholder", say(page_text::kSearchHint)) +
         Attribute("value", page.search ? page.search->query : "") + ">\n" +
         Hidden("lang", LanguageCode(page.language)) + Hidden("v", page.version) +
         Hidden("title", page.place.title) + Hidden("module", page.module) +
         "<button type=\"submit\">" + EscapeHtml(say(page_text::kSearch)) +
         "</button>\n</form>\n</header>\n";
}

// The same page in the other languages.
std::string Languages(const F1Page& page, const PageAddresses& addresses) {
  const std::string label = Fill(page_text::kLanguages, page.language);
  std::string html = "<nav class=\"languages\"" + Attribute("aria-label", label) + ">\n";
  const bool chosen = page.reads == F1Page::Reads::kChosen && page.article;
  const PageQuery query = {{"q", page.search ? std::string_view(page.search->query) : ""},
                           {"module", page.module},
                           {"article", chosen ? std::string_view(page.article->id) : ""}};
  for (const Language language : {Language::kSlovene, Language::kEnglish, Language::kCroatian}) {
    if (language == page.language) continue;
    const std::string_view code = LanguageCode(language);
    html += Link(addresses.In(language, query), Fill(kLanguageNames, language),
                 Attribute("lang", code) + Attribute("hreflang", code)) +
            "\n";
  }
  return html + "</nav>\n";
}

std::string Footer(const F1Page& page, const PageAddresses& addresses) {
  std::string html = "<footer>\n";
  if (!page.portal_url.empty()) {
    html +=
        "<p>" +
        Link(page.portal_url, page.portal_label, " class=\"portal\" rel=\"noopener noreferrer\"") +
        "</p>\n";
  }
  const std::string start = Fill(page_text::kStartLink, page.language);
  return html + "<p>" + Link(addresses.Start(), start, " class=\"start\"") + "</p>\n" +
         Languages(page, addresses) + "</footer>\n";
}

}  // namespace

std::string RenderF1Page(const F1Page& page) {
  const PageAddresses addresses(page.place, page.version, page.language);
  const std::string script =
      "<script type=\"module\"" + Attribute("src", page.files.script) + "></script>\n";
  return "<!doctype html>\n<html" + Marks(page) + ">\n" +
         HeadElement(PageTitle(page), page.files, script) + "<body>\n" + Bar(page, addresses) +
         "<main id=\"vsebina\" tabindex=\"-1\">\n" + RenderContent(page) + "</main>\n" +
         Footer(page, addresses) + "</body>\n</html>\n";
}

Response RefuseWithPage(const Refusal& refusal, Language language, const PageFiles& files) {
  Response response = Refuse(refusal, language);
  response.content_type = "text/html; charset=utf-8";
  const std::string title = Fill(page_text::kHelp, language);
  const std::string start = "/f1?lang=" + std::string(LanguageCode(language));
  response.body =
      "<!doctype html>\n<html" + Attribute("lang", LanguageCode(language)) + ">\n" +
      HeadElement(title, files, "") + "<body>\n<main id=\"vsebina\">\n<h1>" + EscapeHtml(title) +
      "</h1>\n<p class=\"match none\">" + EscapeHtml(RefusalText(refusal, language)) + "</p>\n<p>" +
      Link(start, Fill(page_text::kStartLink, language)) + "</p>\n</main>\n</body>\n</html>\n";
  return response;
}

}  // namespace pomocnik::bot::http
