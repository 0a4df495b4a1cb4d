#include "kb/markdown/body_writer.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "kb/markdown/body.h"
#include "kb/markdown/normal_form.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

std::vector<Block> Read(const std::string& markdown) {
  Diagnostics diagnostics;
  Reporter reporter("a.md", diagnostics);
  std::vector<Block> blocks = ReadBody(markdown, 1, reporter);
  CHECK_MESSAGE(diagnostics.empty(), Print(diagnostics) << markdown);
  return blocks;
}

void CheckSurvives(const std::vector<Block>& blocks) {
  const std::vector<Block> normal = Normal(blocks);
  const std::string markdown = WriteBody(blocks);
  CAPTURE(markdown);
  const std::vector<Block> read = Read(markdown);
  CHECK(Print(read) == Print(normal));
  CHECK(read == normal);
  CHECK(Normal(normal) == normal);
  CHECK(WriteBody(read) == markdown);
}

Text Words(std::string words) { return PlainSpan(std::move(words)); }

Item One(std::string words) { return {{PlainParagraph(std::move(words))}}; }

TEST_CASE("blocks are written as people write them") {
  const std::vector<Block> blocks = {
      {Paragraph{{{"Kliknemo ", Span::Style::kPlain, ""},
                  {"Shrani", Span::Style::kStrong, ""},
                  {" (F2). Glejte ", Span::Style::kPlain, ""},
                  {"knjiženje", Span::Style::kPlain, "article:fak-gumb-knjizi"},
                  {".", Span::Style::kPlain, ""}}}},
      {Heading{2, "", Words("Delni dobropis")}},
      {Steps{3,
             {One("Izberemo račun."),
              {{PlainParagraph("Popravimo."),
                {Image{"/media/a.png", "Okno"}},
                {List{{One("znesek"), One("datum")}}}}}}}},
      {Callout{Callout::Tone::kWarning, "POZOR", {PlainParagraph("Ne brišemo.")}}},
      {Callout{Callout::Tone::kTip, "", {PlainParagraph("Hitreje gre s tipko.")}}},
      {Table{{Words("Polje"), Words("Pomen")}, {{Words("Znesek"), Words("bruto | neto")}}}},
      {Code{"SELECT 1;"}},
      {Link{"https://help.example.si/a_b(1)", "Priloga"}},
  };
  CHECK(WriteBody(blocks) ==
        "Kliknemo **Shrani** (F2). Glejte [knjiženje](article:fak-gumb-knjizi).\n"
        "\n"
        "## Delni dobropis\n"
        "\n"
        "3. Izberemo račun.\n"
        "\n"
        "4. Popravimo.\n"
        "\n"
        "   ![Okno](/media/a.png)\n"
        "\n"
        "   - znesek\n"
        "   - datum\n"
        "\n"
        "> **POZOR:** Ne brišemo.\n"
        "\n"
        "> [!TIP] Hitreje gre s tipko.\n"
        "\n"
        "| Polje | Pomen |\n"
        "| --- | --- |\n"
        "| Znesek | bruto \\| neto |\n"
        "\n"
        "```\n"
        "SELECT 1;\n"
        "```\n"
        "\n"
        "[Priloga](<https://help.example.si/a_b(1)>)\n");
  CheckSurvives(blocks);
  CHECK(WriteBody({}) == "");
}

TEST_CASE("what looks like markup stays text") {
  for (const char* words : {"- ni seznam",
                            "+ ni",
                            "* ni",
                            "1. ni korak",
                            "12) ni",
                            "1.",
                            "2022.07.001",
                            "# ni naslov",
                            "> ni",
                            "---",
                            "===",
                            "***",
                            "```",
                            "~~~",
                            "| a | b |",
                            ":-",
                            "[a](javascript:x)",
                            "[a]: /x",
                            "![a](/media/a.png)",
                            "<b>krepko</b>",
                            "<script>alert(1)</script>",
                            "<!-- x -->",
                            "&amp;",
                            "&#60;b&#62;",
                            "&lt",
                            "a & b; c",
                            "https://a.si/b_c",
                            "<https://a.si>",
                            "www.a.si",
                            "_a_ b_c_d __e__",
                            "**a**",
                            "2 * 3 * 4",
                            "`a`",
                            "``",
                            "\\",
                            "\\*",
                            "a\\",
                            "[!NOTE] a",
                            "[ikona: disketa]",
                            "a\n- b",
                            "a\n1. b",
                            "a\n===",
                            "a\n---",
                            "a | b\n--- | ---",
                            "a\n:-:",
                            "a\n    b",
                            "a\\\nb",
                            "!",
                            "POZOR!",
                            "a]:b",
                            "[a]:b",
                            "\u00a0a\u00a0",
                            "\xE2\x80\x83"
                            "a",
                            "»a«",
                            "č"}) {
    CAPTURE(words);
    const Text text = Words(words);
    CheckSurvives({{Paragraph{text}}});
    CheckSurvives({{Heading{3, "", text}}});
    CheckSurvives({{Table{{text, text}, {{text, {}}, {{}, {}}}}}});
    CheckSurvives({{List{{{{{Paragraph{text}}}}, {{{Heading{2, "", text}}, {Paragraph{text}}}}}}}});
    CheckSurvives({{Callout{Callout::Tone::kNote, "", {{Paragraph{text}}}}}});
    CheckSurvives({{Callout{Callout::Tone::kWarning, words, {{Paragraph{text}}}}}});
    CheckSurvives({{Code{words}}});
    CheckSurvives({{Image{"/media/a(1)<b>.png", words}}});
    CheckSurvives({{Link{"https://a.si/?a=1&copy=2&lt;(3)", words}}});
    for (const auto style : {Span::Style::kStrong, Span::Style::kEmphasis, Span::Style::kCode}) {
      for (const char* href : {"", "/x"}) {
        CheckSurvives({{Paragraph{{{"a", Span::Style::kPlain, ""},
                                   {words, style, href},
                                   {"b", Span::Style::kPlain, ""}}}}});
        CheckSurvives({{Paragraph{{{words, Span::Style::kPlain, href},
                                   {words, style, ""},
                                   {words, Span::Style::kPlain, ""}}}}});
        CheckSurvives({{Table{{{{words, style, href}, {words, Span::Style::kStrong, ""}}}, {}}}});
      }
    }
  }
}

TEST_CASE("what Markdown has two spellings for is written in one") {
  struct Row {
    std::vector<Block> blocks;
    const char* normal;
  };
  const auto strong = Span::Style::kStrong;
  const auto plain = Span::Style::kPlain;
  const Row rows[] = {
      {{{Paragraph{{{" a", plain, ""}, {" b ", plain, ""}, {" c\r\n", strong, ""}}}}},
       "p(a b *c*)"},
      {{{Paragraph{{{"a ", strong, ""}, {"b", plain, ""}}}}}, "p(*a* b)"},
      {{{Paragraph{{{"a ", strong, "/x"}, {"b", plain, "/x"}}}}}, "p(</x|*a*></x| b>)"},
      {{{Paragraph{{{"a ", plain, "/x"}, {"b", plain, "/y"}}}}}, "p(</x|a> </y|b>)"},
      {{{Paragraph{{{"a", strong, "/x"}}}}}, "link(/x|a)"},
      {{{Paragraph{{{"a", strong, "javascript:x"}}}}}, "p(*a*)"},
      {{{Paragraph{{{" \t\x01", plain, ""}}}}}, ""},
      {{{Link{"/x", ""}}, {Link{"", "a"}}, {Link{"", ""}}}, "link(/x|/x) p(a)"},
      {{{Image{"https://a.si/a.png", "Okno"}}, {Image{"/media/a.png", ""}}},
       "p(Okno) image(/media/a.png|)"},
      {{{List{{Item{}, Item{{PlainParagraph("")}}}}}, {Steps{-1, {One("a")}}}}, "steps0(p(a))"},
      {{{List{{One("a")}}}, {List{{One("b")}}}}, "list(p(a)) list(p(b))"},
      {{{Heading{9, "kjer-koli", Words("Šola")}}, {Heading{1, "", Words("Šola")}}},
       "h6#sola(Šola) h2#sola-2(Šola)"},
      {{{Table{{Words("a")}, {{Words("b"), Words("c")}, {}}}}}, "table(|a|| |b|c| |||)"},
      {{{Table{}}}, ""},
      {{{Callout{Callout::Tone::kNote,
                 "",
                 {{Paragraph{{{"POZOR!", strong, ""}, {" Ne.", plain, ""}}}}}}}},
       "warning[POZOR](p(Ne.))"},
      {{{Callout{Callout::Tone::kExample, " Več o\ntem! ", {{Link{"/x", "a"}}}}}},
       "example[Več o tem](link(/x|a))"},
      {{{Callout{
           Callout::Tone::kTip, "", {{Paragraph{{{"Novo:", strong, ""}, {" a", plain, "/x"}}}}}}}},
       "tip[Novo](link(/x|a))"},
      {{{Callout{}}}, ""},
      {{{Code{"a\r\nb\rc\n"}}, {Code{""}}}, "code(a\nb\nc\n)"},
  };
  for (const Row& row : rows) {
    CHECK(Print(Normal(row.blocks)) == row.normal);
    CheckSurvives(row.blocks);
  }
}

TEST_CASE("what lies too deep for the reader becomes a paragraph") {
  std::vector<Block> blocks = {PlainParagraph("dno")};
  for (int i = 0; i < 200; ++i) {
    if (i % 2 == 0) {
      blocks = {{List{{Item{blocks}}}}};
    } else {
      blocks = {{Callout{Callout::Tone::kNote, "", blocks}}};
    }
  }
  CheckSurvives(blocks);
  CheckSurvives({{Code{std::string(300, ' ') + "a"}}});
  std::string markers;
  for (int i = 0; i < 100; ++i) markers += "> - 1. ";
  CheckSurvives({{Code{"a\n" + markers}}});
  CheckSurvives({PlainParagraph(markers)});
}

// Blocks of texts out of what trips Markdown up.
class BlockDice {
 public:
  explicit BlockDice(std::uint32_t seed) : random_(seed) {}

  std::size_t Below(std::size_t count) { return random_() % count; }

  std::string Words() {
    static constexpr const char* kPieces[] = {"račun",   "Knjiži",
                                              "1",       "12",
                                              ".",       ")",
                                              "(",       "[",
                                              "]",       ":",
                                              "-",       "+",
                                              "*",       "_",
                                              "`",       "#",
                                              "=",       "|",
                                              "<",       ">",
                                              "&",       ";",
                                              "!",       "?",
                                              "~",       "\\",
                                              "\"",      "'",
                                              " ",       " ",
                                              " ",       " ",
                                              "\n",      "\n",
                                              "\t",      "\r",
                                              "\x01",    "»",
                                              "«",       "\u00a0",
                                              "\u2003",  "\u200b",
                                              "\ufeff",  "č",
                                              "Š",       "×",
                                              "😀",       "日本",
                                              "&amp;",   "&#35;",
                                              "<b>",     "</b>",
                                              "<!--",    "-->",
                                              "---",     "```",
                                              "**",      "__",
                                              "](",      "![",
                                              "[!NOTE]", "https://a.si/b_c",
                                              "1. ",     "- ",
                                              "> ",      "# ",
                                              "| --- |", "POZOR:",
                                              "a",       "b",
                                              "\x7f",    "<?x",
                                              "\n\n",    "$",
                                              "^",       "{",
                                              "}"};
    std::string text;
    for (std::size_t i = Below(7); i > 0; --i) text += kPieces[Below(std::size(kPieces))];
    return text;
  }

  Text SomeText() {
    static constexpr const char* kAddresses[] = {"",
                                                 "",
                                                 "",
                                                 "",
                                                 "/x",
                                                 "article:a-b",
                                                 "https://a.si/?a=1&lt;|b(c)",
                                                 "mailto:a@b.si",
                                                 "javascript:x",
                                                 "https://a.si/<>\"'`*_"};
    Text text;
    for (std::size_t i = Below(5); i > 0; --i) {
      text.push_back(
          {Words(), static_cast<Span::Style>(Below(4)), kAddresses[Below(std::size(kAddresses))]});
    }
    return text;
  }

  std::vector<Block> SomeBlocks(int depth) {
    std::vector<Block> blocks;
    for (std::size_t i = 1 + Below(4); i > 0; --i) blocks.push_back(SomeBlock(depth));
    return blocks;
  }

 private:
  Block SomeBlock(int depth) {
    switch (Below(depth < 4 ? 9 : 6)) {
      case 0:
        return {Heading{static_cast<int>(Below(8)), Words(), SomeText()}};
      case 1:
        return {Code{Words() + Words()}};
      case 2:
        return {Image{Below(4) == 0 ? Words() : "/media/a|b(1)&lt;.png", Words()}};
      case 3:
        return {Link{Below(4) == 0 ? Words() : "https://a.si/|(&gt;", Words()}};
      case 4:
        return {SomeTable()};
      case 5:
        return {Paragraph{SomeText()}};
      case 6:
        return {Steps{static_cast<int>(Below(3)) * 499'999'999, SomeItems(depth)}};
      case 7:
        return {List{SomeItems(depth)}};
      default:
        return {Callout{static_cast<Callout::Tone>(Below(5)), SomeLabel(), SomeBlocks(depth + 1)}};
    }
  }

  std::string SomeLabel() {
    static constexpr const char* kLabels[] = {"", "POZOR", "Nasvet", "Primer 2", "Drugo"};
    return Below(4) == 0 ? Words() : kLabels[Below(std::size(kLabels))];
  }

  std::vector<Item> SomeItems(int depth) {
    std::vector<Item> items(Below(4));
    for (Item& item : items) item.blocks = SomeBlocks(depth + 1);
    return items;
  }

  Table SomeTable() {
    Table table;
    for (std::size_t i = Below(4); i > 0; --i) table.header.push_back(SomeText());
    table.rows.resize(Below(4));
    for (auto& row : table.rows) {
      for (std::size_t i = Below(4); i > 0; --i) row.push_back(SomeText());
    }
    return table;
  }

  std::mt19937 random_;
};

TEST_CASE("any blocks are read as they were written") {
  BlockDice dice(8);
  for (int i = 0; i < 4000; ++i) {
    CheckSurvives(dice.SomeBlocks(0));
  }
}

}  // namespace
}  // namespace pomocnik::kb
