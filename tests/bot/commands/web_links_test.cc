#include "bot/commands/web_links.h"

#include <doctest/doctest.h>

#include "tests/kb/fetch/fake_fetcher.h"

namespace pomocnik::bot::commands {
namespace {

kb::SourceArticle ArticleWithLink(const std::string& id, const std::string& url,
                                  const std::string& link) {
  kb::SourceArticle source;
  source.article.id = id;
  source.article.url = url;
  source.article.blocks.push_back({kb::Paragraph{{{"tukaj", kb::Span::Style::kPlain, link}}}});
  source.file = id + ".md";
  return source;
}

kb::Library Articles() {
  kb::Library library;
  library.articles = {
      ArticleWithLink("dobropis", "https://a.example/dobropis", "https://b.example:8443/gone#c"),
      ArticleWithLink("popis", "", "mailto:podpora@example.si"),
      ArticleWithLink("racun", "http://a.example/racun", "https://a.example/dobropis"),
      ArticleWithLink("storno", "https://b.example:8443/gone", "article:racun"),
  };
  return library;
}

TEST_CASE("hosts that articles lead to are each named once") {
  CHECK(LinkedHosts(Articles()) == std::vector<std::string>{"a.example", "b.example:8443"});
}

TEST_CASE("each article hears of its links that do not lead where they say") {
  kb::fetch::FakeFetcher fetcher;
  fetcher.pages["https://a.example/dobropis"].found_at = "https://a.example/novo";
  fetcher.pages["http://a.example/racun"].error = Error::InvalidArgument("not https");
  std::size_t done = 0;
  std::size_t all = 0;
  const WebLinks links =
      CheckWebLinks(Articles(), fetcher, [&](std::size_t now, std::size_t total) {
        done = now;
        all = total;
      });
  CHECK(links.fine == 0);
  CHECK(links.moved == 1);
  CHECK(links.broken == 2);  // two addresses of one page
  CHECK(links.not_checked == 1);
  CHECK(done == 4);
  CHECK(all == 4);
  std::string told;
  for (const kb::Diagnostic& each : links.diagnostics) told += kb::FormatDiagnostic(each) + "\n";
  CHECK(told ==
        "dobropis.md: warning: https://a.example/dobropis has moved to https://a.example/novo\n"
        "dobropis.md: warning: https://b.example:8443/gone#c leads nowhere: status 404\n"
        "racun.md: warning: https://a.example/dobropis has moved to https://a.example/novo\n"
        "storno.md: warning: https://b.example:8443/gone leads nowhere: status 404\n");
}

}  // namespace
}  // namespace pomocnik::bot::commands
