// What becomes of text without markup: rows of text and printed blocks (print_blocks.h).
#include "kb/plain_text/plain_text.h"

#include <doctest/doctest.h>

#include "kb/plain_text/block_builder.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

TEST_CASE("text without markup keeps its paragraphs, steps, lists and callouts") {
  struct Row {
    const char* text;
    const char* blocks;
  };
  const Row rows[] = {
      {"", ""},
      {" \n\t\n", ""},
      {"Ena  dva\r\ntri\n\nštiri", "p(Ena dva\ntri) p(štiri)"},
      {"Takole:\n1. Odpremo\n2. Shranimo\nKonec.",
       "p(Takole:) steps1(p(Odpremo); p(Shranimo)) p(Konec.)"},
      {"1. Odpremo\n   račun\n\n   Tu je.\n2. Shranimo",
       "steps1(p(Odpremo račun) p(Tu je.); p(Shranimo))"},
      {"3) Odpremo\n4) Shranimo", "steps3(p(Odpremo); p(Shranimo))"},
      {"1. Ena\n1. Ena", "steps1(p(Ena)) steps1(p(Ena))"},
      {"- a\n- b\n   - c\n   - d\n- e", "list(p(a); p(b) list(p(c); p(d)); p(e))"},
      {"1. Ena\n   • a\n   • b\n2. Dve", "steps1(p(Ena) list(p(a); p(b)); p(Dve))"},
      {"- a\n1. B", "list(p(a)) steps1(p(B))"},
      {"1. januarja se spremeni.", "p(1. januarja se spremeni.)"},
      {"1. šolski dan", "p(1. šolski dan)"},
      {"POZOR! Ne brišemo.", "warning[POZOR](p(Ne brišemo.))"},
      {"Nasvet: glejte https://a.si/b.", "tip[Nasvet](p(glejte <https://a.si/b|https://a.si/b>.))"},
      {"1. Ena\n   Opomba: dve", "steps1(p(Ena Opomba: dve))"},
      {"POZOR!", "p(POZOR!)"},
      {"Račun: dve", "p(Račun: dve)"},
      {"https://a.si/b", "link(https://a.si/b|https://a.si/b)"},
      {"(https://a.si/b) in javascript:alert(1)",
       "p((<https://a.si/b|https://a.si/b>) in javascript:alert(1))"},
      {"<script>alert(1)</script> **a** [b](c)", "p(<script>alert(1)</script> **a** [b](c))"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Print(ReadPlainText(row.text)) == row.blocks);
  }
}

TEST_CASE("lists in lists end somewhere") {
  std::string text;
  for (int depth = 0; depth < 1000; ++depth)
    text += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- a\n";
  const auto blocks = ReadPlainText(text);
  REQUIRE(blocks.size() == 1);
  CHECK(Print(blocks).find("list(p(a) list(p(a)") == 0);
}

TEST_CASE("headings and tables close the lists before them, and headings get anchors") {
  BlockBuilder builder(1);
  builder.AddItem({ItemMark::Kind::kBullet, 0, 2}, 0, "a");
  builder.AddHeading(1, "Čas");
  builder.AddItem({ItemMark::Kind::kBullet, 0, 2}, 0, "b");
  builder.AddTable({{PlainSpan("x")}, {{PlainSpan("y")}}});
  builder.AddHeading(9, "Čas");
  builder.AddHeading(2, "");
  CHECK(Print(std::move(builder).Finish()) ==
        "list(p(a)) h2#cas(Čas) list(p(b)) table(|x| |y|) h6#cas-2(Čas)");
}

}  // namespace
}  // namespace pomocnik::kb
