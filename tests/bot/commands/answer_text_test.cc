#include "bot/commands/answer_text.h"

#include <doctest/doctest.h>

#include "tests/support/paragraphs.h"

namespace pomocnik::bot::commands {
namespace {

using testing::PlainParagraph;

TEST_CASE("blocks are written for a terminal") {
  const std::vector<kb::Block> blocks = {
      PlainParagraph("Uvod."),
      {kb::Heading{2, "a", {{"Postopek", {}, ""}}}},
      {kb::Steps{9,
                 {{{PlainParagraph("Prvi."), {kb::List{{{{PlainParagraph("a")}}}}}}},
                  {{PlainParagraph("Drugi.")}}}}},
      {kb::Callout{kb::Callout::Tone::kWarning, "POZOR", {PlainParagraph("Pazi.")}}},
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
  answer.reply.understood = {{{"rcun", "račun"}}, "Razumel sem: rcun → račun.", "Išči"};
  answer.reply.blocks = {PlainParagraph("Tako.")};
  answer.reply.citations = {{{.id = "a",
                              .title = "Naslov",
                              .module = "Modul",
                              .kind = kb::Kind::kTip,
                              .lang = "sl",
                              .updated = ParseDate("2026-05-12"),
                              .url = "https://a.si"},
                             ""}};
  answer.reply.handoff = {"https://portal.si", "Oddaj zahtevek", std::nullopt};
  answer.confidence = 0.9;
  CHECK(FormatAnswer(answer) ==
        "Naslov\n\nRazumel sem: rcun → račun. (--literal)\n\nTako.\n\nVir: Naslov (Modul, "
        "2026-05-12) [a] https://a.si\n"
        "Oddaj zahtevek: https://portal.si\nOdločitev: answer, zanesljivost 0.900\n");
}

TEST_CASE("an explanation shows how words were read and how scores came about") {
  Answer answer;
  answer.index_version = "v1";
  answer.terms = {{.word = "Rčun",
                   .lemma = "rcun",
                   .known = true,
                   .read_as = "racun",
                   .idf = 2.5,
                   .variants = {{"racun", 0.9}, {"~racun", 0.72}}},
                  {.word = "xyz", .lemma = "xyz", .known = false, .read_as = "", .idf = 4}};
  index::Hit hit;
  hit.article.id = "a";
  hit.article.title = "Naslov";
  hit.score = 5.4;
  hit.explanation = {{index::ScorePart::Kind::kTerm,
                      "rcun → racun (title 1, body 2)",
                      3.6,
                      {2.5, 0.9, 1.6, 2.3, {1.5, 0, 0, 0.8}}},
                     {index::ScorePart::Kind::kFactor, "title", 1.5}};
  answer.candidates = {hit};
  answer.confidence = 0.25;
  answer.features.terms = 3;
  std::vector<double> weights(index::ConfidenceFeatures().size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (index::ConfidenceFeatures()[i].name == std::string("words")) weights[i] = -2;
  }
  const std::string text =
      FormatExplanation(answer, index::ConfidenceModel(-1.25, std::move(weights)));
  for (const std::string part : {
           "Index v1\nWords, each with what was looked for:\n"
           "  Rčun -> rcun (read as racun), idf 2.500: racun 0.900, ~racun 0.720\n"
           "  xyz -> xyz (unknown), idf 4.000\n"
           "Confidence 0.250 = 1 / (1 + e^-z), z =\n     -1.250 intercept\n     ",
           "\n     -1.000 words 0.500 x -2.000\n",
           "Articles, each with the sum of its words times its factors:\n"
           "1. 5.400 a Naslov\n"
           "     +3.600 rcun → racun (title 1, body 2) = idf 2.500 x weight 0.900 x 1.600, "
           "saturated from 1.500 + 0.800\n"
           "     x1.500 title\n",
       }) {
    CAPTURE(text);
    CHECK(text.find(part) != std::string::npos);
  }
}

}  // namespace
}  // namespace pomocnik::bot::commands
