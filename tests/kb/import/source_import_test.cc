#include "kb/import/source_import.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kb/import/source_state.h"
#include "tests/kb/import/fresh_files.h"
#include "tests/kb/import/source_changes.h"

namespace pomocnik::kb {
namespace {

using pomocnik::testing::TempFolder;
using testing::Changes;
using testing::kImportedAt;
using testing::WriteFile;

// A data folder, and a source of Markdown files beside it.
class Scene {
 public:
  Scene() {
    config_.format = SourceFormat::kMarkdown;
    config_.from = folder_.File("pages");
    config_.defaults.source = "navodila";
    config_.defaults.module = "Fakturiranje";
    config_.defaults.lang = "sl";
    options_.data = folder_.File("data");
  }

  void Write(const std::string& name, const std::string& text) const {
    WriteFile(config_.from + "/" + name, text);
  }
  void Remove(const std::string& name) const {
    std::filesystem::remove_all(config_.from + "/" + name);
  }

  PreparedImport Prepare() const { return PrepareImport(config_, options_); }
  SourceReport Import() const {
    PreparedImport prepared = Prepare();
    REQUIRE(prepared.Commit(kImportedAt));
    return prepared.report();
  }

  std::string Article(const std::string& id) const {
    return pomocnik::testing::ReadFile(ArticleFile(Folder(), id));
  }
  std::string Folder() const { return FolderOfSource(options_.data, "navodila"); }
  SourceState State() const { return ReadState(Folder()); }
  SourceImportOptions& options() { return options_; }
  SourceConfig& config() { return config_; }
  std::string File(const std::string& name) const { return folder_.File(name); }

 private:
  TempFolder folder_;
  SourceConfig config_;
  SourceImportOptions options_;
};

TEST_CASE("a source is taken over whole, then only what changes in it") {
  const Scene scene;
  scene.Write("racun.md", "# Kako izdam račun\n\nKliknite **Nov**.\n");
  scene.Write("dobropis.md", "# Dobropis\n\nKliknite **Dobropis**.\n");
  CHECK(Changes(scene.Import()) == "+dobropis racun ~-");
  CHECK(scene.Article("racun").find("title: \"Kako izdam račun\"") != std::string::npos);
  CHECK(scene.State().articles == 2);
  CHECK(scene.State().imported_at == kImportedAt);

  CHECK(Changes(scene.Import()) == "+~-");

  scene.Write("racun.md", "# Kako izdam račun\n\nKliknite **Dodaj**.\n");
  scene.Write("zapiranje.md", "# Zapiranje\n\nBesedilo.\n");
  scene.Remove("dobropis.md");
  CHECK(Changes(scene.Import()) == "+zapiranje ~racun -dobropis ");
  CHECK(scene.Article("racun").find("**Dodaj**") != std::string::npos);
  CHECK(scene.Article("dobropis").empty());
}

TEST_CASE("a source that cannot be read keeps its last articles and says since when") {
  const Scene scene;
  scene.Write("racun.md", "# Račun\n\nBesedilo.\n");
  scene.Import();
  scene.Remove("");
  const SourceReport report = scene.Import();
  CHECK(report.outcome == SourceOutcome::kFailed);
  CHECK(report.error.find("cannot find the folder") != std::string::npos);
  CHECK(report.articles == 1);
  CHECK_FALSE(scene.Article("racun").empty());
  CHECK(scene.State().outcome == SourceOutcome::kFailed);
  CHECK(scene.State().imported_at == kImportedAt);
}

TEST_CASE("a source that shrinks is refused until somebody allows it") {
  Scene scene;
  for (const char* name : {"a", "b", "c", "d"}) {
    scene.Write(std::string(name) + ".md", "# Naslov " + std::string(name) + "\n\nBesedilo.\n");
  }
  scene.Import();
  for (const char* name : {"a.md", "b.md", "c.md"}) scene.Remove(name);
  const SourceReport refused = scene.Import();
  CHECK(refused.outcome == SourceOutcome::kShrunk);
  CHECK(refused.error ==
        "of 4 articles only 1 would be left; --allow-shrink takes them all the same");
  CHECK(scene.State().articles == 4);
  CHECK_FALSE(scene.Article("a").empty());

  scene.options().shrinking = Shrinking::kAllowed;
  CHECK(scene.Import().removed.size() == 3);
  CHECK(scene.Article("a").empty());
}

TEST_CASE(
    "a document that is broken now keeps what it said before, and is refused with its reason") {
  const Scene scene;
  scene.Write("racun.md", "# Račun\n\nBesedilo.\n");
  scene.Write("drugi.md", "# Drugi\n\nBesedilo.\n");
  scene.Import();
  scene.Write("racun.md", "# Ra\xFF\n");
  const SourceReport report = scene.Import();
  CHECK(Changes(report) == "+~-");
  REQUIRE(report.CountOf(Severity::kError) == 1);
  CHECK(FormatDiagnostic(report.diagnostics[0]) == "racun.md: error: the file is not UTF-8 text");
  CHECK_FALSE(scene.Article("racun").empty());
  // It is not read again before it changes, and still told.
  CHECK(scene.Import().CountOf(Severity::kError) == 1);
}

TEST_CASE("nothing is in place before it is committed, and a dry run tells the lines") {
  Scene scene;
  scene.Write("racun.md", "# Račun\n\nPrva vrsta.\n");
  scene.Import();
  scene.Write("racun.md", "# Račun\n\nDruga vrsta.\n");
  scene.options().diffs = Diffs::kYes;
  {
    const PreparedImport prepared = scene.Prepare();
    REQUIRE(prepared.report().changed.size() == 1);
    CHECK(prepared.report().changed[0].diff == "- Prva vrsta.\n+ Druga vrsta.\n");
  }
  CHECK(scene.Article("racun").find("Prva vrsta.") != std::string::npos);
  std::size_t left = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(SourcesFolder(scene.options().data))) {
    CHECK(entry.path().filename() == "navodila");
    ++left;
  }
  CHECK(left == 1);
}

TEST_CASE("an article keeps its id whatever comes before it later") {
  const Scene scene;
  scene.Write("b/uvod.md", "# Uvod\n\nDrugo.\n");
  CHECK(Changes(scene.Import()) == "+uvod ~-");
  scene.Write("a/uvod.md", "# Uvod\n\nPrvo.\n");
  const SourceReport report = scene.Import();
  REQUIRE(report.added.size() == 1);
  CHECK(report.added[0].address == "a/uvod.md");
  CHECK(report.added[0].id != "uvod");
  CHECK(scene.Article("uvod").find("Drugo.") != std::string::npos);
}

TEST_CASE("articles are read anew when the configuration of their source changes") {
  Scene scene;
  scene.Write("racun.md", "# Račun\n\nBesedilo.\n");
  scene.Import();
  scene.config().defaults.module = "Obračun storitev";
  CHECK(Changes(scene.Import()) == "+~racun -");
}

TEST_CASE("an empty source is an error that says what was looked for") {
  const Scene scene;
  scene.Write("slika.png", "x");
  const SourceReport report = scene.Import();
  CHECK(report.outcome == SourceOutcome::kFailed);
  CHECK(report.error == "there is no document of the format markdown in " + scene.File("pages"));
}

}  // namespace
}  // namespace pomocnik::kb
