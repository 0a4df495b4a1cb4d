#include "kb/pdf/pdf.h"

#include <doctest/doctest.h>

#include "kb/pdf/word_reader.h"
#include "tests/kb/pdf/font_tables.h"
#include "tests/kb/pdf/pdf_maker.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::pdf {
namespace {

const std::string kInformation = "/Title(Popis zalog)/ModDate(D:20260311093000+01'00')";

Imported Read(std::string bytes,
              std::string address = "https://help.icenter.si/priloge/popis-zalog.pdf") {
  const SourceDefaults defaults{
      .source = "priloge", .address = {}, .module = {}, .lang = {}, .kind = {}};
  return ReadPdf({.address = std::move(address),
                  .media_type = {},
                  .charset = {},
                  .bytes = std::move(bytes),
                  .modified = {}},
                 defaults);
}

std::string Blocks(const std::vector<std::vector<PlacedText>>& pages) {
  const Imported imported = Read(MakePdf(pages, kInformation));
  REQUIRE(imported.articles.size() == 1);
  return Print(imported.articles[0].article.blocks);
}

std::string Reason(std::string bytes) { return Print(Read(std::move(bytes)).diagnostics); }

TEST_CASE("title and day come from the document's information, the address from where it lies") {
  const Imported imported = Read(MakePdf({{{.text = "Besedilo."}}}, kInformation));
  REQUIRE(imported.articles.size() == 1);
  const Article& article = imported.articles[0].article;
  CHECK(article.title == "Popis zalog");
  CHECK(article.lang.empty());
  REQUIRE(article.updated);
  CHECK(FormatDate(*article.updated) == "2026-03-11");
  CHECK(article.url == "https://help.icenter.si/priloge/popis-zalog.pdf");
  CHECK(imported.articles[0].address == article.url);
  CHECK(imported.diagnostics.empty());
}

TEST_CASE(
    "a title that a program wrote gives way to the first heading, and that to the file's name") {
  const std::vector<PlacedText> with_heading = {
      {.top = 72, .text = "Popis blaga", .size = 18, .bold = true},
      {.top = 120, .text = "Popis opravimo konec leta."}};
  const auto title = [](const std::vector<PlacedText>& page, const std::string& information,
                        const char* address) {
    const Imported imported = Read(MakePdf({page}, information), address);
    REQUIRE(imported.articles.size() == 1);
    return imported.articles[0].article.title + ": " + Print(imported.articles[0].article.blocks);
  };
  CHECK(title(with_heading, "/Title(Microsoft Word - popis.doc)", "a.pdf") ==
        "Popis blaga: p(Popis opravimo konec leta.)");
  CHECK(title(with_heading, "", "a.pdf") == "Popis blaga: p(Popis opravimo konec leta.)");
  CHECK(title({{.text = "Popis opravimo."}}, "", "a/popis-blaga_2026.PDF") ==
        "popis blaga 2026: p(Popis opravimo.)");
}

TEST_CASE("lines become paragraphs, headings, steps and lists") {
  std::vector<PlacedText> page = {{.top = 60, .text = "Popis zalog", .size = 18, .bold = true},
                                  {.top = 200, .text = "Postopek", .size = 14, .bold = true},
                                  {.top = 330, .text = "Izjeme", .bold = true}};
  for (const auto& text :
       {Column(72, 90,
               {"Popis opravimo konec leta, preden knjiži-",
                "mo izdaje. Trajal bo en dan, zato si ga vzamemo."}),
        Column(72, 140, {"Drugi odstavek je dovolj dolg, da gre v novo", "vrstico."}),
        Column(72, 225, {"1. Odpremo seznam, ki ga je program pripravil"}),
        Column(86, 238, {"za trgovino."}), Column(72, 251, {"2. Natisnemo liste."}),
        Column(90, 264, {"• za vsako trgovino", "• po etažah"}), Column(72, 290, {"3. Preverimo."}),
        Column(72, 350, {"Blago na poti vodimo posebej."})}) {
    page.insert(page.end(), text.begin(), text.end());
  }
  CHECK(
      Blocks({page}) ==
      "p(Popis opravimo konec leta, preden knjižimo izdaje. Trajal bo en dan, zato si ga vzamemo.) "
      "p(Drugi odstavek je dovolj dolg, da gre v novo vrstico.) h2#postopek(Postopek) "
      "steps1(p(Odpremo seznam, ki ga je program pripravil za trgovino.); p(Natisnemo liste.) "
      "list(p(za vsako trgovino); p(po etažah)); p(Preverimo.)) h3#izjeme(Izjeme) "
      "p(Blago na poti vodimo posebej.)");
}

TEST_CASE("a paragraph goes on over the end of a page") {
  CHECK(Blocks({Column(72, 700, {"Stavek, ki se na tej strani"}),
                Column(72, 150,
                       {"še ni sklenil in je dolg.", "Nov stavek je v isti vrsti kot prej."})}) ==
        "p(Stavek, ki se na tej strani še ni sklenil in je dolg.) p(Nov stavek je v isti vrsti kot "
        "prej.)");
}

TEST_CASE("callouts are known by their label") {
  CHECK(Blocks({Column(72, 100,
                       {"POZOR! Seznama ne brišemo, dokler popis ni potrjen in", "knjižen."})}) ==
        "warning[POZOR](p(Seznama ne brišemo, dokler popis ni potrjen in knjižen.))");
}

TEST_CASE("cells in columns become a table, in which a cell may have several lines") {
  std::vector<PlacedText> page = Column(72, 90, {"Pomen polj:"});
  for (const auto& text :
       {Column(72, 130, {"Polje", "Množina", "Razlika"}),
        Column(220, 130, {"Pomen", "Koliko je na zalogi", "Koliko manjka", "na zalogi"})}) {
    page.insert(page.end(), text.begin(), text.end());
  }
  CHECK(Blocks({page}) ==
        "p(Pomen polj:) table(|Polje|Pomen| |Množina|Koliko je na zalogi| |Razlika|Koliko manjka "
        "na zalogi|)");
}

TEST_CASE("cells that stand alone degrade to text") {
  std::vector<PlacedText> page = {{.left = 72, .top = 100, .text = "Znesek"},
                                  {.left = 300, .top = 100, .text = "120,00"}};
  CHECK(Blocks({page}) == "p(Znesek 120,00)");
}

TEST_CASE("lists whose bullets are drawn are lists") {
  std::vector<PlacedText> page =
      Column(72, 90, {"Preglednica ima te stolpce, ki jih izpolnimo po vrsti in brez napak:"});
  for (const PlacedText& text : Column(100, 110, {"V stolpcu A je znak.", "V stolpcu B je naziv."}))
    page.push_back(text);
  CHECK(Blocks({page}) ==
        "p(Preglednica ima te stolpce, ki jih izpolnimo po vrsti in brez napak:) "
        "list(p(V stolpcu A je znak.); p(V stolpcu B je naziv.))");
}

TEST_CASE("a PDF without text becomes a stub that leads to it") {
  const Imported imported = Read(MakePdf({{}}, kInformation));
  REQUIRE(imported.articles.size() == 1);
  CHECK(imported.articles[0].kind == Kind::kStub);
  CHECK(imported.articles[0].attachments ==
        std::vector<std::string>{"https://help.icenter.si/priloge/popis-zalog.pdf"});
  CHECK(Print(imported.articles[0].article.blocks) ==
        "link(https://help.icenter.si/priloge/popis-zalog.pdf|Popis zalog)");
  CHECK(Print(imported.diagnostics) ==
        "https://help.icenter.si/priloge/popis-zalog.pdf: warning: the PDF has no text; the "
        "article only leads to it\n");
  CHECK(Print(Read(MakePdf({{}}), "a.pdf").articles[0].article.blocks) == "p(a)");
}

TEST_CASE("what is no PDF, damaged, encrypted or huge is refused with the reason") {
  CHECK(Reason("").find("error: the PDF is refused: it is no PDF") != std::string::npos);
  CHECK(Reason("<html></html>").find("it is no PDF") != std::string::npos);
  CHECK(Reason("%PDF-1.4\n").find("it is damaged") != std::string::npos);
  CHECK(Reason("%PDF-1.4\n" + std::string(kMaxBytes, ' ')).find("larger than 32 MiB") !=
        std::string::npos);
  std::string locked = MakePdf({{{.text = "a"}}});
  const std::string key(64, 'a');
  locked.replace(locked.find("/Root 1 0 R"), 11,
                 "/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + key +
                     ">/U<" + key + ">>>");
  CHECK(Reason(locked).find("encrypted with a password") != std::string::npos);
}

TEST_CASE("a PDF that was cut off, or lost its table, is read as far as it goes or refused") {
  const std::string whole = MakePdf({{{.text = "Besedilo."}}}, kInformation);
  for (std::size_t size = 0; size < whole.size(); size += 13) {
    const Imported imported = Read(whole.substr(0, size));
    CHECK(
        (imported.articles.empty() != imported.diagnostics.empty() || !imported.articles.empty()));
  }
  std::string lost = whole;
  lost.replace(lost.find("xref"), 4, "XXXX");
  CHECK(Read(lost).articles.size() == 1);
}

TEST_CASE("markup in a PDF is text") {
  const Imported imported =
      Read(MakePdf({{{.text = "<script>alert</script> javascript:alert https://a.si/b"}}},
                   "/Title(<img src=x>)"));
  REQUIRE(imported.articles.size() == 1);
  CHECK(imported.articles[0].article.title == "<img src=x>");
  CHECK(Print(imported.articles[0].article.blocks) ==
        "p(<script>alert</script> javascript:alert <https://a.si/b|https://a.si/b>)");
}

}  // namespace
}  // namespace pomocnik::kb::pdf
