#include "bot/dialogue/phrases.h"

#include <doctest/doctest.h>

#include "tests/support/data_files.h"

namespace pomocnik::bot {
namespace {

kb::PhraseTable TableOfTheTree() {
  kb::Diagnostics diagnostics;
  kb::PhraseTable table;
  for (const auto& file : testing::ReadDataFiles()) {
    if (file.name == "phrases/phrases.yaml") {
      table = kb::ParsePhrases(file.text, file.name, diagnostics);
    }
  }
  REQUIRE(diagnostics.empty());
  return table;
}

TEST_CASE("the tree's phrases are complete and well-formed") {
  auto phrases = Phrases::Make(TableOfTheTree());
  REQUIRE(phrases);
  CHECK(phrases->Format(phrase::kHandoffLabel, "sl") == "Oddaj zahtevek");
  CHECK(phrases->Format(phrase::kHandoffLabel, "en") == "File a request");
  CHECK(phrases->Format(phrase::kHandoffLabel, "hr") == "Predaj zahtjev");
}

TEST_CASE("an unknown language gets Slovene") {
  auto phrases = Phrases::Make(TableOfTheTree());
  REQUIRE(phrases);
  CHECK(phrases->Format(phrase::kHandoffLabel, "de") == "Oddaj zahtevek");
}

TEST_CASE("arguments are filled in, whatever they hold") {
  auto phrases = Phrases::Make(TableOfTheTree());
  REQUIRE(phrases);
  CHECK(phrases->Format(phrase::kReadAs, "sl", {{"words", "{fakutra} → 'faktura' č"}}) ==
        "Razumel sem: {fakutra} → 'faktura' č.");
}

TEST_CASE("a number chooses the form") {
  auto table = TableOfTheTree();
  const std::string pages =
      "{n, plural, one {# stran} two {# strani} few {# strani} other {# strani}}";
  table.entries.insert_or_assign(
      "pages", kb::PhraseEntry{{pages, "{n, plural, one {# page} other {# pages}}", pages}, 1});
  auto phrases = Phrases::Make(std::move(table));
  REQUIRE(phrases);
  CHECK(phrases->Format("pages", "en", {{"n", 1}}) == "1 page");
  CHECK(phrases->Format("pages", "en", {{"n", 0}}) == "0 pages");
  CHECK(phrases->Format("pages", "en", {{"n", -3}}) == "-3 pages");
}

TEST_CASE("a malformed pattern is an error that names file, line and language") {
  auto table = TableOfTheTree();
  table.entries.insert_or_assign("broken", kb::PhraseEntry{{"dobro", "good {", "dobro"}, 7});
  auto phrases = Phrases::Make(std::move(table));
  REQUIRE_FALSE(phrases);
  CHECK(phrases.error().code == ErrorCode::kInvalidArgument);
  CHECK(phrases.error().message.find("phrases/phrases.yaml:7: broken") != std::string::npos);
  CHECK(phrases.error().message.find(" en ") != std::string::npos);
}

TEST_CASE("a phrase that the program needs must exist") {
  for (const std::string key : {"choices.ask", "privacy.removed", "privacy.phone"}) {
    auto table = TableOfTheTree();
    table.entries.erase(key);
    auto phrases = Phrases::Make(std::move(table));
    REQUIRE_FALSE(phrases);
    CHECK(phrases.error().message.find(key + " is missing") != std::string::npos);
  }
}

}  // namespace
}  // namespace pomocnik::bot
