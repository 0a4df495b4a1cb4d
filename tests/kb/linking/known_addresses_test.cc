#include "kb/linking/known_addresses.h"

#include <doctest/doctest.h>

#include "tests/kb/library_articles.h"

namespace pomocnik::kb {
namespace {

TEST_CASE("addresses of one page have one key") {
  struct Row {
    const char* address;
    const char* key;
  };
  const Row rows[] = {
      {"https://Help.A.si/help/Storno/", "help.a.si/help/Storno"},
      {"http://www.help.a.si/help/Storno#korak-2", "help.a.si/help/Storno"},
      {"https://a.si/x?id=1", "a.si/x?id=1"},
      {"HTTPS://a.si", "a.si"},
      {"article:storno", ""},
      {"mailto:a@b.si", ""},
      {"/help/storno", ""},
      {"", ""},
  };
  for (const Row& row : rows) CHECK(AddressKey(row.address) == row.key);
}

TEST_CASE("links to an article's address or alias lead to the article") {
  Library library;
  library.articles = {
      ArticleOf(
          "s", "storno", "Besedilo.",
          "url: \"https://a.si/help/storno\"\naliases: [\"https://b.hr/sl/storno-3\", staro]\n"),
      ArticleOf("s", "kazalo",
                "[1](https://www.a.si/help/storno/#x) in [2](http://b.hr/sl/storno-3), "
                "[3](https://c.si/), [4](article:staro), "
                "[5](https://a.si/help/kazalo)\n\n> - "
                "[6](https://a.si/help/storno)\n\n|[7](https://a.si/help/storno)|\n|-|\n|x|\n\n"
                "[8](https://a.si/help/kazalo)",
                "url: \"https://a.si/help/kazalo\"\n"),
      ArticleOf("", "nase", "<!-- naš komentar -->\n\n[1](https://a.si/help/storno)", "# opomba\n"),
      ArticleOf("", "brez", "[1](https://c.si/)  \nx")};
  const std::string untouched = library.articles[3].markdown;
  CHECK(LinkKnownAddresses(library) == 8);
  CHECK(Print(library.articles[1].article.blocks) ==
        "p(<article:storno|1> in <article:storno|2>, <https://c.si/|3>, <article:storno|4>, 5) "
        "note[](list(link(article:storno|6))) table(|<article:storno|7>| |x|) p(8)");
  CHECK(Print(library.articles[2].article.blocks) == "link(article:storno|1)");
  CHECK(library.articles[2].markdown.find("# opomba") != std::string::npos);
  CHECK(library.articles[3].markdown == untouched);
  for (const SourceArticle& each : library.articles) CheckMarkdown(each);
  CHECK(LinkKnownAddresses(library) == 0);
}

}  // namespace
}  // namespace pomocnik::kb
