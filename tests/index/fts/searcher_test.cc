#include "index/fts/searcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>

#include "base/utf8.h"
#include "tests/index/fts/fixture.h"

namespace pomocnik::index {
namespace {

struct SearchScene {
  testing::IndexFixture fixture;
  std::shared_ptr<const Searcher> searcher;

  SearchScene() {
    fixture.Build(testing::SmallLibrary());
    searcher = fixture.OpenNewest();
  }

  SearchResult Search(const std::string& text, const Context& context = {}) {
    auto result = searcher->Search({text, context, 10, fixture.clock.Now()});
    REQUIRE(result);
    return *result;
  }

  // The ids found, best first.
  std::string Ids(const std::string& text, const Context& context = {}) {
    std::string ids;
    for (const auto& hit : Search(text, context).hits)
      ids += (ids.empty() ? "" : " ") + hit.article.id;
    return ids;
  }
};

TEST_CASE("questions find articles in any form, misspelt, and by other words") {
  SearchScene scene;
  const std::pair<std::string, std::string> kRows[] = {
      {"storno računa", "storno-racuna temeljnica-storno"},
      {"kako storniram temeljnice?", "temeljnica-storno storno-racuna"},
      {"preklic racunov", "storno-racuna temeljnica-storno"},
      {"dopsut", "dopust"},
      {"helikopter", ""},
      {"kako se", ""},
      {"", ""},
  };
  for (const auto& [question, ids] : kRows) {
    CAPTURE(question);
    CHECK(scene.Ids(question) == ids);
  }
}

TEST_CASE("an article that is not valid yet is not found, an expired one comes later") {
  SearchScene scene;
  CHECK(scene.Ids("boleznine") == "");
  CHECK(scene.Ids("regres") == "regres lani");
}

TEST_CASE("an article begins and ends at midnight in Slovenia, in winter and in summer") {
  testing::IndexFixture fixture;
  kb::Library library = testing::SmallLibrary();
  library.articles = {
      testing::ArticleOf("zima", "Zimski urnik", "Plače", "valid_from: 2026-12-01\n",
                         "Urnik pozimi."),
      testing::ArticleOf("poletje", "Poletni urnik", "Plače", "valid_from: 2026-07-01\n",
                         "Urnik poleti."),
      testing::ArticleOf("lestvica", "Lestvica", "Plače", "valid_to: 2026-06-30\n",
                         "Lestvica velja."),
      testing::ArticleOf("tarifa", "Tarifa", "Plače", "valid_to: 2026-11-30\n", "Tarifa velja.")};
  fixture.Build(library);
  const auto searcher = fixture.OpenNewest();
  const auto search = [&](const std::string& text, const char* now) {
    auto result = searcher->Search({text, {}, 10, *ParseRfc3339(now)});
    REQUIRE(result);
    return result->hits;
  };
  CHECK(search("zimski", "2026-11-30T22:59:59Z").empty());
  CHECK(search("zimski", "2026-11-30T23:00:00Z").size() == 1);
  CHECK(search("poletni", "2026-06-30T21:59:59Z").empty());
  CHECK(search("poletni", "2026-06-30T22:00:00Z").size() == 1);
  const auto has_expired = [&](const std::string& text, const char* now) {
    const auto hits = search(text, now);
    REQUIRE(hits.size() == 1);
    const auto& parts = hits[0].explanation;
    return std::any_of(parts.begin(), parts.end(),
                       [](const ScorePart& part) { return part.name == "expired"; });
  };
  CHECK_FALSE(has_expired("lestvica", "2026-06-30T21:59:59Z"));
  CHECK(has_expired("lestvica", "2026-06-30T22:00:00Z"));
  CHECK_FALSE(has_expired("tarifa", "2026-11-30T22:59:59Z"));
  CHECK(has_expired("tarifa", "2026-11-30T23:00:00Z"));
}

TEST_CASE("the module asked from is preferred") {
  SearchScene scene;
  CHECK(scene.Ids("storno", {"", "", "Dvostavno knjigovodstvo", ""}) ==
        "temeljnica-storno storno-racuna");
  CHECK(scene.Ids("storno", {"icenter", "FAK.Storno", "", ""}) ==
        "storno-racuna temeljnica-storno");
}

TEST_CASE("what a visitor types is never FTS5 syntax") {
  SearchScene scene;
  for (const char* text :
       {"\"", "racun\" OR \"", "title:racun", "NEAR(a b)", "racun*", "a AND NOT b", "^racun",
        "'; DROP TABLE article; --", "(((((", "\xEF\xBF\xBD", "א\"ב"}) {
    CAPTURE(text);
    CHECK(scene.searcher->Search({text, {}, 10, scene.fixture.clock.Now()}));
  }
}

// Lines that were collected to break programs; empty when the file is not there.
std::vector<std::string> SharedLines(const std::string& name) {
  std::vector<std::string> lines;
  std::ifstream file(POMOCNIK_SOURCE_DIR "/../shared/data/" + name);
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("every line of the public lists of naughty strings is searched for without an error") {
  SearchScene scene;
  for (const char* name : {"blns.json", "xss_vectors.txt"}) {
    const auto lines = SharedLines(name);
    if (lines.empty()) MESSAGE("skipped: no " << std::string(name));
    for (const std::string& line : lines) {
      if (!IsValidUtf8(line)) continue;
      CAPTURE(line);
      CHECK(scene.searcher->Search({line, {}, 10, scene.fixture.clock.Now()}));
      CHECK(scene.searcher->Suggest({line, {}, 10, scene.fixture.clock.Now()}));
    }
  }
}

TEST_CASE("a clear question is surer than a vague one") {
  SearchScene scene;
  auto clear = scene.Search("storno temeljnice");
  auto vague = scene.Search("razveljavimo helikopter v nedeljo");
  CHECK(clear.confidence > vague.confidence);
  CHECK(clear.features.together == doctest::Approx(1.0).epsilon(0.06));
  CHECK(clear.features.title_asked > vague.features.title_asked);
  CHECK(clear.features.margin > 0);
  CHECK(vague.features.known_share < 1);
}

TEST_CASE("words are explained with what was looked for, also when nothing was found") {
  SearchScene scene;
  const auto terms = scene.Search("storno helikopterja").terms;
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].known);
  CHECK(terms[0].idf > 0);
  CHECK(terms[0].variants.size() >= 2);
  CHECK(terms[0].variants[0].terms == terms[0].lemma);
  CHECK(terms[1].variants.empty());
  CHECK(terms[1].idf > terms[0].idf);
  CHECK(scene.Search("helikopterja").terms.at(0).idf > 0);
}

TEST_CASE("a misspelt word is corrected unless the literal reading is asked for") {
  SearchScene scene;
  CHECK(scene.Search("Dopsut").terms.at(0).read_as == "dopusta");
  CHECK(scene.Search("Dopsut").terms.at(0).word == "Dopsut");
  const auto literal =
      scene.searcher->Search({"Dopsut", {}, 10, scene.fixture.clock.Now(), Reading::kLiteral});
  REQUIRE(literal);
  CHECK(literal->hits.empty());
  CHECK(literal->terms.at(0).read_as == "");
}

TEST_CASE("a question in the words of a title or alternative question is recognised in any order") {
  SearchScene scene;
  CHECK(scene.Search("računa storno").features.called == 1);
  CHECK(scene.Search("kako preklicem fakturo").features.called == 1);
  CHECK(scene.Search("storno računa v maju").features.called == 0);
}

TEST_CASE("articles are read back as they were written") {
  SearchScene scene;
  auto article = scene.searcher->FindArticle("storno-racuna");
  REQUIRE(article);
  REQUIRE(article->has_value());
  CHECK((*article)->title == "Storno računa");
  CHECK((*article)->related == std::vector<std::string>{"regres"});
  CHECK(kb::Passages(**article).size() == 2);
  CHECK(scene.searcher->ChoosePassage(**article, "izbrisati osnutek") == 1);
  auto missing = scene.searcher->FindArticle("ni-ga");
  REQUIRE(missing);
  CHECK(!missing->has_value());
}

TEST_CASE("aliases and addresses lead to the article, its own id first") {
  testing::IndexFixture fixture;
  kb::Library library = testing::SmallLibrary();
  library.articles = {
      testing::ArticleOf(
          "nadure", "Vpis nadur", "Plače",
          "url: \"https://help.example.si/help/nadure\"\n"
          "aliases: [stare-nadure, \"http://staro.example.hr/sl/nadure-3\", regres]\n",
          "Nadurno delo vpišemo."),
      testing::ArticleOf("regres", "Regres", "Plače", "aliases: [stare-nadure]\n",
                         "Vpišemo znesek.")};
  BuildOptions options;
  options.folder = fixture.index_folder;
  REQUIRE(BuildIndex(library, options, fixture.clock));
  const auto searcher = fixture.OpenNewest();
  const auto found = [&](std::string_view id) {
    const auto article = searcher->FindArticle(id);
    REQUIRE(article);
    return *article ? (*article)->id : "";
  };
  CHECK(found("nadure") == "nadure");
  CHECK(found("stare-nadure") == "nadure");
  CHECK(found("regres") == "regres");
  CHECK(found("https://help.example.si/help/nadure") == "nadure");
  CHECK(found("http://www.help.example.si/help/nadure/#x") == "nadure");
  CHECK(found("https://staro.example.hr/sl/nadure-3") == "nadure");
  CHECK(found("https://help.example.si/help/") == "");
  CHECK(found("") == "");
}

// "module: text (article), …; …"
std::string Suggested(const SearchScene& scene, const std::string& typed,
                      const std::string& module = "") {
  auto groups =
      scene.searcher->Suggest({typed, {"", "", module, ""}, 5, scene.fixture.clock.Now()});
  REQUIRE(groups);
  std::string text;
  for (const auto& group : *groups) {
    text += (text.empty() ? "" : "; ") + group.module + ":";
    for (const auto& suggestion : group.suggestions) {
      text += " " + suggestion.text + " (" + suggestion.article.id + ")";
    }
  }
  return text;
}

TEST_CASE("titles and questions of an index are suggested while typing") {
  SearchScene scene;
  CHECK(Suggested(scene, "sto") ==
        "Fakturiranje: Storno računa (storno-racuna); "
        "Dvostavno knjigovodstvo: Storno temeljnice (temeljnica-storno)");
  CHECK(Suggested(scene, "sto", "Dvostavno knjigovodstvo") ==
        "Dvostavno knjigovodstvo: Storno temeljnice (temeljnica-storno); "
        "Fakturiranje: Storno računa (storno-racuna)");
  CHECK(Suggested(scene, "prekličem f") == "Fakturiranje: Kako prekličem fakturo (storno-racuna)");
  CHECK(Suggested(scene, "fak ra") == "Fakturiranje: Storno računa (storno-racuna)");
  CHECK(Suggested(scene, "nov obrazec") == "");
  CHECK(Suggested(scene, "regres") == "Plače: Regres (regres) Regres po starem (lani)");
}

TEST_CASE("of two copies of an article the newer one is found, and both can be read") {
  testing::IndexFixture fixture;
  kb::Library library = testing::SmallLibrary();
  const std::string body =
      "Nadurno delo vpišemo na list ur. Nato potrdimo mesec in pošljemo list vodji.";
  library.articles = {
      testing::ArticleOf("nadure", "Vpis nadur", "Plače", "updated: 2024-03-01\n", body),
      testing::ArticleOf("nadure-kadri", "Vpis nadur", "Kadri", "", body),
      testing::ArticleOf("nadure-novo", "Vpis nadur", "Plače", "updated: 2025-03-01\n", body)};
  BuildOptions options;
  options.folder = fixture.index_folder;
  const auto summary = BuildIndex(library, options, fixture.clock);
  REQUIRE(summary);
  REQUIRE(summary->copies.size() == 1);
  CHECK(summary->copies[0].message ==
        "nearly the same as 'nadure-novo', which is found in its place");
  const auto searcher = fixture.OpenNewest();
  const auto found = searcher->Search({"vpis nadur", {}, 10, fixture.clock.Now()});
  REQUIRE(found);
  std::vector<std::string> ids;
  for (const Hit& hit : found->hits) ids.push_back(hit.article.id);
  std::sort(ids.begin(), ids.end());
  CHECK(ids == std::vector<std::string>{"nadure-kadri", "nadure-novo"});
  const auto copy = searcher->FindArticle("nadure");
  REQUIRE(copy);
  CHECK(copy->has_value());
  const auto groups = searcher->Suggest({"vpis", {}, 5, fixture.clock.Now()});
  REQUIRE(groups);
  std::size_t suggestions = 0;
  for (const auto& group : *groups) suggestions += group.suggestions.size();
  CHECK(suggestions == 2);
}

TEST_CASE("many threads search one version at once") {
  SearchScene scene;
  std::vector<std::thread> threads;
  std::vector<int> found(8);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&scene, &count = found[i]] {
      for (int j = 0; j < 20; ++j) {
        auto result = scene.searcher->Search({"storno računa", {}, 10, Instant{}});
        if (result && result->hits.size() == 2) ++count;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (int count : found) CHECK(count == 20);
}

}  // namespace
}  // namespace pomocnik::index
