#include "kb/lexicon/lexicon_writer.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb {
namespace {

Lexicon Read(std::string_view name, const std::string& text) {
  Diagnostics diagnostics;
  const DataFile file{std::string(name), text};
  Lexicon lexicon = ParseLexicon({&file, 1}, diagnostics);
  CHECK(diagnostics.empty());
  return lexicon;
}

TEST_CASE("a group is added behind the others, and once") {
  auto text = AddSynonyms("", {{"minus račun", "dobropis"}, 0.9});
  REQUIRE(text);
  text = AddSynonyms(*text, {{"ŠIFRA: \"x\"", "- #koda"}, 0.75});
  REQUIRE(text);
  CHECK(AddSynonyms(*text, {{"minus račun", "dobropis"}, 0.9}).value_or("") == *text);
  CHECK(Read(kAddedSynonymsFile, *text).synonyms ==
        std::vector<SynonymGroup>{{{"minus račun", "dobropis"}, 0.9},
                                  {{"ŠIFRA: \"x\"", "- #koda"}, 0.75}});
  CHECK(text->find("- {words: [minus račun, dobropis], weight: 0.9}\n") != std::string::npos);
}

TEST_CASE("comments and entries that a person wrote stay as they are") {
  const std::string by_hand = "# naše besede\n- [geslo, password]  # gesla\n\n# konec";
  const auto text = AddSynonyms(by_hand, {{"kup", "nakup"}, 0.9});
  REQUIRE(text);
  CHECK(*text == by_hand + "\n- {words: [kup, nakup], weight: 0.9}\n");
}

TEST_CASE("a translation is put below its language, beside what is known of the word") {
  auto text = AddTranslation("", "en", {"credit note", {"dobropis"}});
  REQUIRE(text);
  text = AddTranslation(*text, "hr", {"odobrenje", {"dobropis"}});
  REQUIRE(text);
  text = AddTranslation(*text, "en", {"no", {"ne"}});
  REQUIRE(text);
  text = AddTranslation(*text, "en", {"credit note", {"kreditna nota"}});
  REQUIRE(text);
  CHECK(text->substr(text->find("en:")) ==
        "en:\n"
        "  \"no\": [ne]\n"
        "  credit note: [dobropis, kreditna nota]\n"
        "hr:\n"
        "  odobrenje: [dobropis]\n");
  CHECK(AddTranslation(*text, "en", {"no", {"ne"}}).value_or("") == *text);
}

TEST_CASE("what is broken or laid out in another way is not touched") {
  const auto broken = AddSynonyms("- [a\n", {{"b", "c"}, 0.9});
  REQUIRE(!broken);
  CHECK(broken.error().code == ErrorCode::kInvalidArgument);
  CHECK(broken.error().message.starts_with("lexicon/added_synonyms.yaml:"));
  const auto flow = AddSynonyms("[[a, b]]\n", {{"c", "d"}, 0.9});
  REQUIRE(!flow);
  CHECK(flow.error().code == ErrorCode::kConflict);
  const auto one_line = AddTranslation("en: {a: [b], c: [d]}\n", "en", {"e", {"f"}});
  REQUIRE(!one_line);
  CHECK(one_line.error().code == ErrorCode::kConflict);
  const auto two_lines = AddTranslation("en:\n  a:\n    - b\n    - c\n", "en", {"a", {"d"}});
  REQUIRE(!two_lines);
  CHECK(two_lines.error().code == ErrorCode::kConflict);
}

}  // namespace
}  // namespace pomocnik::kb
