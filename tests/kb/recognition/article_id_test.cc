#include "kb/recognition/article_id.h"

#include <doctest/doctest.h>

#include "kb/markdown/address.h"

namespace pomocnik::kb::recognition {
namespace {

TEST_CASE("an id comes from the address, else from the title") {
  struct Row {
    const char* url;
    const char* address;
    const char* title;
    const char* id;
  };
  const Row rows[] = {
      {"https://help.example.si/help/storno-racuna", "", "Naslov", "storno-racuna"},
      {"https://help.example.si/help/storno-racuna/?x=1", "", "Naslov", "help-storno-racuna"},
      {"https://help.example.si/sl/uvod-3", "", "Uvod", "uvod-3"},
      {"https://help.example.si/sl/node/4471", "", "Vrste pogodb", "vrste-pogodb"},
      {"https://help.example.si/", "", "Prva stran", "prva-stran"},
      {"https://help.example.si", "", "Prva stran", "prva-stran-2"},
      {"", "html/bla-uvod.htm", "Uvod", "bla-uvod"},
      {"", "html/index.html", "Kazalo", "kazalo"},
      {"", "2024/e-novice-218.eml#novica-1", "Novo leto", "e-novice-218-novica-1"},
      {"https://example.si/nasveti/#nasvet-640", "nasveti.html", "Iskanje", "nasveti-nasvet-640"},
      {"https://example.si/a%C4%8Dena.html", "", "x", "acena"},
      {"https://example.si/a%ff.html", "", "x", "a-ff"},
      {"", "", "", "clanek"},
      {"", "日本", "日本", "clanek-2"},
      {"", "../../etc/passwd", "x", "passwd"},
  };
  std::set<std::string> taken;
  for (const Row& row : rows) {
    ImportedArticle imported;
    imported.article.url = row.url;
    imported.article.title = row.title;
    imported.address = row.address;
    CAPTURE(std::string(row.url));
    CAPTURE(std::string(row.address));
    CHECK(ArticleIdFor(imported, taken) == row.id);
    CHECK(taken.contains(row.id));
  }
}

TEST_CASE("folders, then numbers tell equal names apart") {
  std::set<std::string> taken;
  const auto id_of = [&](std::string address) {
    ImportedArticle imported;
    imported.address = std::move(address);
    return ArticleIdFor(imported, taken);
  };
  CHECK(id_of("text/shared/main.html") == "main");
  CHECK(id_of("text/swriter/main.html") == "swriter-main");
  CHECK(id_of("copy/swriter/main.html") == "copy-swriter-main");
  CHECK(id_of("main.html") == "main-2");
  CHECK(id_of("main.htm") == "main-3");
  const std::string longest = id_of(std::string(300, 'a') + "-b");
  CHECK(IsArticleId(longest));
  CHECK(IsArticleId(id_of(std::string(300, 'a') + "-c")));
}

}  // namespace
}  // namespace pomocnik::kb::recognition
