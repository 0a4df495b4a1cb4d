// What becomes of Markdown: rows of source and printed blocks (print_blocks.h).
#include <doctest/doctest.h>

#include <string>

#include "kb/markdown/body.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

struct MarkdownRow {
  const char* markdown;
  const char* blocks;
};

std::string Blocks(std::string_view markdown) {
  Diagnostics diagnostics;
  Reporter reporter("a.md", diagnostics);
  return Print(ReadBody(markdown, 1, reporter));
}

template <std::size_t N>
void CheckRows(const MarkdownRow (&rows)[N]) {
  for (const MarkdownRow& row : rows) {
    CAPTURE(row.markdown);
    CHECK(Blocks(row.markdown) == row.blocks);
  }
}

TEST_CASE("paragraphs keep their words and one style each") {
  const MarkdownRow rows[] = {
      {"Ena\ndva", "p(Ena dva)"},
      {"Ena  \ndva", "p(Ena\ndva)"},
      {"Ena\\\ndva", "p(Ena\ndva)"},
      {"Ena\n\ndva", "p(Ena) p(dva)"},
      {"**Shrani** in _zapri_ z `F2`", "p(*Shrani* in _zapri_ z `F2`)"},
      {"_**oboje**_ in **_oboje_**", "p(*oboje* in *oboje*)"},
      {"**a `b` c**", "p(*a *`b`* c*)"},
      {"ena &amp; dva &#269;", "p(ena & dva č)"},
      {"Ena\r\ndva\r\n\r\ntri", "p(Ena dva) p(tri)"},
      {"ena\n\n---\n\ndva", "p(ena) p(dva)"},
      {"2 * 3 < 7", "p(2 * 3 < 7)"},
  };
  CheckRows(rows);
}

TEST_CASE("headings get levels from 2 and anchors of their own") {
  const MarkdownRow rows[] = {
      {"# Uvod", "h2#uvod(Uvod)"},
      {"## Čas, šola & žur", "h2#cas-sola-zur(Čas, šola & žur)"},
      {"### ĆĐ ćđ 2", "h3#cd-cd-2(ĆĐ ćđ 2)"},
      {"## a\n## a\n## a-2\n## a", "h2#a(a) h2#a-2(a) h2#a-2-2(a-2) h2#a-3(a)"},
      {"## ¿!", "h2#razdelek(¿!)"},
      {"## **Krepko** `F1`", "h2#krepko-f1(*Krepko* `F1`)"},
      {"##\n\na", "p(a)"},
  };
  CheckRows(rows);
}

TEST_CASE("ordered lists are steps, others are lists") {
  const MarkdownRow rows[] = {
      {"1. ena\n2. dva", "steps1(p(ena); p(dva))"},
      {"3) tri\n4) štiri", "steps3(p(tri); p(štiri))"},
      {"- ena\n- dva", "list(p(ena); p(dva))"},
      {"1. ena\n   - a\n   - b\n2. dva", "steps1(p(ena) list(p(a); p(b)); p(dva))"},
      {"1. ena\n\n   še\n\n2. dva", "steps1(p(ena) p(še); p(dva))"},
      // Whatever stands between two steps without indentation ends the list; its second half goes on counting.
      {"1. ena\n\n> **Pozor!** x\n\n2. dva", "steps1(p(ena)) warning[Pozor](p(x)) steps2(p(dva))"},
      {"1. ena\n   ![okno](/media/okno.png)\n2. dva",
       "steps1(p(ena) image(/media/okno.png|okno); p(dva))"},
      {"1. ena\n\n       koda\n", "steps1(p(ena) code(koda))"},
      {"-\n- dva", "list(p(dva))"},
      {"-", ""},
  };
  CheckRows(rows);
}

TEST_CASE("a quotation is a callout, its label gives the tone") {
  const MarkdownRow rows[] = {
      {"> **POMEMBNO:** a", "important[POMEMBNO](p(a))"},
      {"> **Pozor!** a", "warning[Pozor](p(a))"},
      {"> **Opozorilo** : a", "warning[Opozorilo](p(a))"},
      {"> **Nasvet**: a", "tip[Nasvet](p(a))"},
      {"> **Primer 2:** a", "example[Primer 2](p(a))"},
      {"> **Opomba:** a", "note[Opomba](p(a))"},
      {"> **VAŽNO!** a", "important[VAŽNO](p(a))"},
      {"> **Nasvet:** a\n>\n> 1. b", "tip[Nasvet](p(a) steps1(p(b)))"},
      {"> **Nasvet:**\n> - b", "tip[Nasvet](list(p(b)))"},
      {"> **Nasvet:** **b** c", "tip[Nasvet](p(*b* c))"},
      {"> **Nasvet** brez dvopičja", "note[](p(*Nasvet* brez dvopičja))"},
      {"> **Drugo:** a", "note[](p(*Drugo:* a))"},
      {"> a", "note[](p(a))"},
      {"> [!WARNING]\n> a", "warning[](p(a))"},
      {"> [!IMPORTANT] **Novo:** a", "important[Novo](p(a))"},
      {"> [!TIP] **Pozor!** a", "tip[Pozor](p(a))"},
      {"> [!NOTE]\n>\n> - a", "note[](list(p(a)))"},
      {"> [!NOTE]", ""},
      {"> [!OTHER] a", "note[](p([!OTHER] a))"},
      {"> a [!TIP]", "note[](p(a [!TIP]))"},
      {"[!TIP] a", "p([!TIP] a)"},
      {">", ""},
  };
  CheckRows(rows);
}

TEST_CASE("links keep allowed addresses, the others become text") {
  const MarkdownRow rows[] = {
      {"glej [tu](https://a.si/b)", "p(glej <https://a.si/b|tu>)"},
      {"[tu](http://a.si)", "link(http://a.si|tu)"},
      {"[tu](article:opz-poracun)", "link(article:opz-poracun|tu)"},
      {"[tu](/f1/x)", "link(/f1/x|tu)"},
      {"<mailto:a@b.si>", "link(mailto:a@b.si|mailto:a@b.si)"},
      {"[01](tel:+38615555555)", "link(tel:+38615555555|01)"},
      {"[**a** b](/x)", "p(</x|*a*></x| b>)"},
      {"[a](/x) [b](/y)", "p(</x|a> </y|b>)"},
      {"[a](javascript:alert(1))", "p(a)"},
      {"[a](JaVaScRiPt:alert(1)) b", "p(a b)"},
      {"[a](data:text/html,x)", "p(a)"},
      {"[a](//evil.si)", "p(a)"},
      {"[a](/\\evil.si)", "p(a)"},
      {"[a](relative.html)", "p(a)"},
      {"[a](article:Not_An_Id)", "p(a)"},
      {"[a][r]\n\n[r]: https://a.si", "link(https://a.si|a)"},
  };
  CheckRows(rows);
}

TEST_CASE("images stand on lines of their own, in text they leave their description") {
  const MarkdownRow rows[] = {
      {"![okno](/media/a.png)", "image(/media/a.png|okno)"},
      {"![a](/media/a.png) ![b](/media/b.png)", "image(/media/a.png|a) image(/media/b.png|b)"},
      {"prej\n![a](/media/a.png)\npotem", "p(prej) image(/media/a.png|a) p(potem)"},
      {"klik na ![Shrani](/media/s.png) v oknu", "p(klik na [Shrani] v oknu)"},
      {"klik na ![](/media/s.png) v oknu", "p(klik na [ikona] v oknu)"},
      {"![a](https://a.si/a.png)", ""},
      {"![a](/media/../secret.png)", ""},
      {"![a](/media/%2e%2e/secret.png)", ""},
      {"![a](/media/)", ""},
  };
  CheckRows(rows);
}

TEST_CASE("tables have equal rows") {
  const MarkdownRow rows[] = {
      {"|a|b|\n|-|-|\n|1|**2**|", "table(|a|b| |1|*2*|)"},
      {"|a|b|\n|-|-|\n|1|\n|1|2|3|", "table(|a|b| |1|| |1|2|)"},
      {"|a|\n|-|\n|x<br>y|", "table(|a| |x y|)"},
      {"|a|\n|-|\n|[x](/y)|", "table(|a| |</y|x>|)"},
      {"|a|\n|-|\n|x\\|y|", "table(|a| |x|y|)"},
  };
  CheckRows(rows);
}

TEST_CASE("code is kept as it is, HTML is dropped") {
  const MarkdownRow rows[] = {
      {"```\nSELECT 1;\n\n  a\n```", "code(SELECT 1;\n\n  a)"},
      {"```\n```", ""},
      {"<script>alert(1)</script>\n\na", "p(a)"},
      {"<div>\nskrito\n</div>\n\na", "p(a)"},
      {"a <b onclick=x>b</b> c", "p(a b c)"},
      {"a <!-- skrito --> b", "p(a b)"},
      {"a<br>b", "p(a b)"},
      {"`<b>`", "p(`<b>`)"},
  };
  CheckRows(rows);
}

TEST_CASE("what is dropped is told with its line") {
  Diagnostics diagnostics;
  Reporter reporter("a.md", diagnostics);
  ReadBody("a\n\n<div>x</div>\n\nb\n<i>c</i> [d](ftp://e)\n\n![f](g.png)\n\n#", 10, reporter);
  CHECK(Print(diagnostics) ==
        "a.md:12: warning: a block of HTML is dropped\n"
        "a.md:15: warning: HTML is dropped: <i>\n"
        "a.md:15: warning: HTML is dropped: </i>\n"
        "a.md:15: warning: this link is not allowed and becomes text: ftp://e\n"
        "a.md:17: warning: only images below /media/ are shown, this one is dropped: g.png\n"
        "a.md:19: warning: a heading without text is dropped\n");
  std::string codes;
  for (const Diagnostic& each : diagnostics) codes += each.code + " " + each.excerpt + "\n";
  CHECK(codes == "html \nhtml <i>\nhtml </i>\nlink ftp://e\nimage g.png\nheading \n");
}

}  // namespace
}  // namespace pomocnik::kb
