#include "index/fts/word_table.h"

#include <doctest/doctest.h>

#include "index/fts/sql.h"

namespace pomocnik::index {
namespace {

// A table of articles that have these texts as their titles and bodies.
struct WordScene {
  Analyzer analyzer{kb::Lexicon{}};
  std::vector<FieldLengths> lengths{FieldLengths{}};
  WordTable table;

  explicit WordScene(const std::vector<std::pair<const char*, const char*>>& articles) {
    auto database = sqlite::Database::Open(":memory:", sqlite::OpenMode::kReadWriteCreate);
    REQUIRE(database);
    REQUIRE(
        database->Execute("CREATE TABLE form (number INTEGER PRIMARY KEY, terms TEXT);"
                          "CREATE TABLE article_words (article INTEGER, words BLOB);"));
    FormNumbers numbers;
    auto insert = database->Prepare(sql::kArticleWordsInsert);
    REQUIRE(insert);
    for (const auto& [title, body] : articles) {
      const auto title_tokens = analyzer.Analyze(title);
      const auto body_tokens = analyzer.Analyze(body);
      lengths.push_back(
          {static_cast<float>(title_tokens.size()), 0, 0, static_cast<float>(body_tokens.size())});
      insert->Bind(1, static_cast<std::int64_t>(lengths.size() - 1));
      std::vector<WordId> words;
      numbers.Append(title_tokens, words);
      numbers.Append(body_tokens, words);
      insert->BindBytes(2, EncodeWords(words));
      REQUIRE(insert->Run());
    }
    auto insert_form = database->Prepare(sql::kFormInsert);
    REQUIRE(insert_form);
    std::int64_t number = 0;
    for (auto terms : numbers.Forms()) {
      insert_form->Bind(1, number++).Bind(2, terms);
      REQUIRE(insert_form->Run());
    }
    auto loaded = WordTable::Load(*database);
    REQUIRE(loaded);
    table = *std::move(loaded);
  }

  // "variant@field.position …" of the variants in an article.
  std::string Find(std::int64_t row, const std::vector<Variant>& variants) const {
    QueryPlan plan;
    plan.groups = {{"", 1, variants}};
    VariantForms forms(plan, table);
    std::string shown;
    for (const auto& found : table.Find(row, lengths[static_cast<std::size_t>(row)], forms)) {
      if (!shown.empty()) shown += ' ';
      shown += std::to_string(found.variant) + "@" + std::to_string(found.field) + "." +
               std::to_string(found.position);
    }
    return shown;
  }
};

TEST_CASE("every term of a position is found, in its field, sorted by variant") {
  const WordScene scene(
      {{"Računi", "Odpremo račun in računov REK-1 ne brišemo."}, {"Dopust", "Oddamo vlogo."}});
  CHECK(scene.Find(1, {{"racun", 1}}) == "0@0.0 0@3.1 0@3.3");
  CHECK(scene.Find(1, {{"=racunov", 1}, {"racun", 1}}) == "0@3.3 1@0.0 1@3.1 1@3.3");
  CHECK(scene.Find(1, {{"rek1", 1}}) == "0@3.4");
  CHECK(scene.Find(2, {{"racun", 1}, {"dopust", 1}}) == "1@0.0");
  CHECK(scene.Find(2, {{"=racunov", 1}, {"nikjer", 1}}).empty());
}

TEST_CASE("a phrase is found where its terms follow one another in one field") {
  const WordScene scene(
      {{"Zbirka", "podatkov zbirka podatkov, zbirke vseh podatkov"}, {"", "da da da ne da"}});
  const std::string database = scene.analyzer.Key("zbirka") + " " + scene.analyzer.Key("podatkov");
  CHECK(scene.Find(1, {{database, 1}}) == "0@3.1");
  CHECK(scene.Find(2, {{"da da", 1}}) == "0@3.0 0@3.1");
  CHECK(scene.Find(2, {{"da ne da", 1}}) == "0@3.2");
}

TEST_CASE("many forms take more than one byte each") {
  std::string body;
  for (int i = 0; i < 20000; ++i) body += "x" + std::to_string(i) + " ";
  const WordScene scene({{"a1", body.c_str()}, {"", "x19999 x127 x128"}});
  CHECK(scene.Find(1, {{"x19999", 1}}) == "0@3.19999");
  CHECK(scene.Find(2, {{"x128", 1}, {"x127", 1}, {"x19999", 1}}) == "0@3.2 1@3.1 2@3.0");
}

}  // namespace
}  // namespace pomocnik::index
