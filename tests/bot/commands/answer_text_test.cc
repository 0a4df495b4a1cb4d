#include "bot/commands/answer_text.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::commands {
namespace {

kb::Block Plain(std::string text) { return {kb::Paragraph{{{std::move(text), {}, ""}}}}; }

TEST_CASE("blocks are written for a terminal") {
  const std::vector<kb::Block> blocks = {
      Plain("Uvod."),
      {kb::Heading{2, "a", {{"Postopek", {}, ""}}}},
      {kb::Steps{9, {{{Plain("Prvi."), {kb::List{{{{Plain("a")}}}}}}}, {{Plain("Drugi.")}}}}},
      {kb::Callout{kb::Callout::Tone::kWarning, "POZOR", {Plain("Pazi.")}}},
      {kb::Table{{{{"A", {}, ""}}, {{"B", {}, ""}}}, {{{{"1", {}, ""}}, {{"2", {}, ""}}}}}},
      {kb::Link{"https://a.si", "Naslov"}},
  };
  CHECK(FormatBlocks(blocks) ==
        "Uvod.\n"
        "## Postopek\n"
        "9. Prvi.\n"
        "   - a\n"
        "10. Drugi.\n"
        "  POZOR\n"
        "  Pazi.\n"
        "A | B\n"
        "1 | 2\n"
        "Naslov: https://a.si\n");
}

TEST_CASE("an answer names its source and how sure it is") {
  Answer answer;
  answer.reply.decision = Decision::kAnswer;
  answer.reply.blocks = {Plain("Tako.")};
  answer.reply.citations = {{{.id = "a",
                              .title = "Naslov",
                              .module = "Modul",
                              .kind = kb::Kind::kTip,
                              .lang = "sl",
                              .updated = ParseDate("2026-05-12"),
                              .url = "https://a.si"},
                             ""}};
  answer.reply.handoff = {"https://portal.si", "Oddaj zahtevek", ""};
  answer.confidence = 0.9;
  CHECK(FormatAnswer(answer) ==
        "Naslov\n\nTako.\n\nVir: Naslov (Modul, 2026-05-12) [a] https://a.si\n"
        "Oddaj zahtevek: https://portal.si\nOdločitev: answer, zanesljivost 0.900\n");
}

TEST_CASE("an explanation shows how words were read and how scores came about") {
  Answer answer;
  answer.index_version = "v1";
  answer.terms = {{.word = "Rčun", .lemma = "racun", .known = true, .read_as = "račun"},
                  {.word = "xyz", .lemma = "xyz", .known = false, .read_as = ""}};
  index::Hit hit;
  hit.article.id = "a";
  hit.article.title = "Naslov";
  hit.score = 3;
  hit.explanation = {{index::ScorePart::Kind::kTerm, "račun", 2},
                     {index::ScorePart::Kind::kFactor, "title", 1.5}};
  answer.candidates = {hit};
  const std::string text = FormatExplanation(answer);
  CHECK(text.starts_with(
      "Index v1\nWords:\n  Rčun -> racun (read as račun)\n  xyz -> xyz (unknown)\n"));
  CHECK(text.ends_with("1. 3.000 a Naslov\n     +2.000 račun\n     x1.500 title\n"));
}

}  // namespace
}  // namespace pomocnik::bot::commands
