// A small knowledge base, built into an index in a folder of its own.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "index/fts/builder.h"
#include "index/fts/catalog.h"
#include "kb/markdown/article_parser.h"
#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::testing {

inline kb::SourceArticle ArticleOf(const std::string& front_matter, const std::string& body) {
  std::string markdown = "---\n" + front_matter + "---\n" + body;
  kb::Diagnostics diagnostics;
  auto article = kb::ParseArticle(markdown, "test.md", diagnostics);
  REQUIRE_MESSAGE(article, (diagnostics.empty() ? "" : kb::FormatDiagnostic(diagnostics[0])));
  return {*article, markdown, "test.md"};
}

inline kb::SourceArticle ArticleOf(const std::string& id, const std::string& title,
                                   const std::string& module, const std::string& extra,
                                   const std::string& body) {
  return ArticleOf(
      "id: " + id + "\ntitle: " + title + "\nmodule: " + module + "\nkind: tip\nlang: sl\n" + extra,
      body);
}

inline kb::Library SmallLibrary() {
  kb::Library library;
  library.articles = {
      ArticleOf("dopust", "Oddaja dopusta", "mojINFO", "", "Odpremo Odsotnosti in oddamo vlogo."),
      ArticleOf("jutri", "Nov obrazec", "Plače", "valid_from: 2027-01-01\n",
                "Obrazec za boleznine."),
      ArticleOf("lani", "Regres po starem", "Plače", "valid_to: 2025-12-31\n",
                "Regres obračunamo."),
      ArticleOf("regres", "Regres", "Plače", "", "Regres obračunamo z vrsto plačila."),
      ArticleOf(
          "storno-racuna", "Storno računa", "Fakturiranje",
          "f1: [FAK.Storno]\nrelated: [ni-ga, regres]\nquestions: [Kako prekličem fakturo]\n",
          "Račun razveljavimo.\n\n1. Odpremo račun.\n2. Kliknemo Storno.\n\n## Brisanje osnutka\n\n"
          "Osnutek izbrišemo."),
      ArticleOf("temeljnica-storno", "Storno temeljnice", "Dvostavno knjigovodstvo", "",
                "Temeljnico razveljavimo z rdečim storno."),
  };
  library.screens = {
      {"icenter", "FAK", 5200, "Fakturiranje", "Fakturiranje", ""},
      {"icenter", "FAK.Racun", 5201, "Račun", "Fakturiranje", "FAK"},
      {"icenter", "FAK.Storno", 5202, "Storno", "Fakturiranje", "FAK"},
      {"icenter", "FAK.Storno.Razlog", {}, "Razlog", "Fakturiranje", "FAK.Storno"},
  };
  library.data_files = {{"lexicon/stop_words.yaml", "sl: [kako, se, v, za]\n"},
                        {"lexicon/synonyms.yaml", "- [storno, preklic]\n"},
                        DataFileOfTheTree("policy/confidence.yaml")};
  return library;
}

struct IndexFixture {
  TempFolder folder;
  FakeClock clock;
  std::string index_folder = folder.File("index");

  std::string Build(const kb::Library& library) {
    index::BuildOptions options;
    options.folder = index_folder;
    auto summary = index::BuildIndex(library, options, clock);
    REQUIRE_MESSAGE(summary, (summary ? "" : summary.error().message));
    clock.Tick(std::chrono::seconds{1});
    return summary->version;
  }

  std::shared_ptr<const index::Searcher> OpenNewest() {
    std::vector<index::Refusal> refusals;
    auto searcher = index::OpenNewest(index_folder, refusals);
    REQUIRE_MESSAGE(searcher, (searcher ? "" : searcher.error().message));
    return *searcher;
  }
};

}  // namespace pomocnik::testing
