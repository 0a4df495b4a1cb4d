#include "kb/import/directory_reader.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "kb/lexicon/lexicon.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;

// A folder that is gone when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "pomocnik_kb_XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }

  void Write(const std::string& name, const std::string& text) const {
    fs::path path = fs::path(path_) / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

 private:
  std::string path_;
};

std::string ArticleText(const std::string& id) {
  return "---\nid: " + id + "\ntitle: T\nmodule: M\nkind: tip\nlang: sl\n---\nBesedilo\n";
}

// The report's diagnostics with the folder left out.
std::string Complaints(const ReadReport& report, const std::string& folder) {
  std::string text = Print(report.diagnostics);
  for (std::size_t at; (at = text.find(folder + "/")) != std::string::npos;) {
    text.erase(at, folder.size() + 1);
  }
  return text;
}

TEST_CASE("a knowledge base is read with its data, broken files aside") {
  TemporaryFolder kb;
  kb.Write("articles/b.md", ArticleText("b"));
  kb.Write("articles/sub/a.md", "\xEF\xBB\xBF" + ArticleText("a"));
  kb.Write("articles/broken.md", "# Brez glave\n");
  kb.Write("articles/twice.md", ArticleText("b"));
  kb.Write("articles/.hidden.md", "x");
  kb.Write("articles/notes.txt", "x");
  kb.Write("screens.yaml", "- {id: A, title: T, module: M}\n- x\n");
  kb.Write("lexicon/synonyms.yaml", "- [a, b]\n");
  kb.Write("policy/rules.yaml",
           "\xEF\xBB\xBF"
           "a: b\n");
  kb.Write("policy/bad.yaml", "\xFF");
  kb.Write("phrases/sl.yaml", "a: b\n");
  kb.Write("other/x.yaml", "a: b\n");
  std::string progress;
  auto report = ReadKnowledgeBase(
      {.kb_folder = kb.path(), .article_folders = {}, .on_progress = [&](auto read, auto found) {
         progress += std::to_string(read) + "/" + std::to_string(found) + " ";
       }});
  REQUIRE(report);
  CHECK(Complaints(*report, kb.path()) ==
        "articles/broken.md:1: error: the file must begin with front matter between two lines of "
        "---\n"
        "articles/twice.md:2: error: id 'b' is already used by articles/b.md\n"
        "policy/bad.yaml: error: the file is not UTF-8 text\n"
        "screens.yaml:2: error: a screen must be {id, title, module, …}\n");
  CHECK(progress == "1/4 2/4 3/4 4/4 ");
  REQUIRE(report->library.articles.size() == 2);
  CHECK(report->library.articles[0].article.id == "a");
  CHECK(report->library.articles[1].markdown == ArticleText("b"));
  CHECK(report->library.screens.size() == 1);
  std::string names;
  for (const DataFile& file : report->library.data_files) names += file.name + " ";
  CHECK(names == "lexicon/synonyms.yaml phrases/sl.yaml policy/rules.yaml screens.yaml ");
  CHECK(report->library.data_files[2].text == "a: b\n");
}

TEST_CASE("named folders take the place of the knowledge base's own articles") {
  TemporaryFolder kb;
  kb.Write("articles/a.md", ArticleText("a"));
  kb.Write("one/b.md", ArticleText("b"));
  kb.Write("two/c.md", ArticleText("c"));
  auto report = ReadKnowledgeBase(
      {.kb_folder = kb.path(), .article_folders = {kb.path() + "/two", kb.path() + "/one"}});
  REQUIRE(report);
  REQUIRE(report->library.articles.size() == 2);
  CHECK(report->library.articles[0].article.id == "b");
}

TEST_CASE("a folder without articles is an error that names it") {
  TemporaryFolder kb;
  auto message = [&](const ReadOptions& options) {
    auto report = ReadKnowledgeBase(options);
    REQUIRE_FALSE(report);
    return report.error().message;
  };
  std::string articles = kb.path() + "/articles";
  CHECK(message({.kb_folder = kb.path() + "/no", .article_folders = {}}) ==
        "cannot find the folder " + kb.path() + "/no: No such file or directory");
  CHECK(message({.kb_folder = kb.path(), .article_folders = {}}) ==
        "cannot find the folder " + articles + ": No such file or directory");
  kb.Write("articles/x.txt", "");
  CHECK(message({.kb_folder = kb.path(), .article_folders = {}}) ==
        "no article in " + articles + ": put *.md files there or name another folder");
  CHECK(message({.kb_folder = kb.path(), .article_folders = {articles + "/x.txt"}}) ==
        articles + "/x.txt is not a folder");
  kb.Write("articles/x.md", "");
  CHECK(message({.kb_folder = kb.path(), .article_folders = {}}) ==
        "no article in " + articles +
            " could be read, files found: 1; the first problem: " + articles +
            "/x.md:1: error: the file must begin with front matter between two lines of ---");
}

TEST_CASE("links out of the folder, and links to folders, are not followed") {
  TemporaryFolder kb;
  kb.Write("articles/a.md", ArticleText("a"));
  kb.Write("store/b.md", ArticleText("b"));
  kb.Write("articles/.data/c.md", ArticleText("c"));
  fs::create_symlink(kb.path() + "/store/b.md", kb.path() + "/articles/b.md");
  fs::create_symlink(".data/c.md", kb.path() + "/articles/c.md");
  fs::create_symlink("nowhere.md", kb.path() + "/articles/d.md");
  fs::create_directory_symlink("..", kb.path() + "/articles/loop");
  auto report =
      ReadKnowledgeBase({.kb_folder = kb.path(), .article_folders = {kb.path() + "/articles/"}});
  REQUIRE(report);
  std::string ids;
  for (const SourceArticle& source : report->library.articles) ids += source.article.id + " ";
  CHECK(ids == "a c ");
  CHECK(Complaints(*report, kb.path()).find("links to folders are not followed") !=
        std::string::npos);
  CHECK(Complaints(*report, kb.path()).find("links out of the folder are not followed") !=
        std::string::npos);
}

TEST_CASE("files that are too large are left out") {
  TemporaryFolder kb;
  kb.Write("articles/a.md", ArticleText("a"));
  kb.Write("articles/b.md", ArticleText("b") + std::string(2 * 1024 * 1024, 'x'));
  auto report = ReadKnowledgeBase({.kb_folder = kb.path(), .article_folders = {}});
  REQUIRE(report);
  CHECK(report->library.articles.size() == 1);
  REQUIRE(report->diagnostics.size() == 1);
  CHECK(report->diagnostics[0].message.find("larger than") != std::string::npos);
}

TEST_CASE("our own knowledge base has no errors") {
  auto report = ReadKnowledgeBase({.kb_folder = POMOCNIK_SOURCE_DIR "/kb", .article_folders = {}});
  REQUIRE(report);
  ParseLexicon(report->library.data_files, report->diagnostics);
  for (const Diagnostic& diagnostic : report->diagnostics) {
    CAPTURE(FormatDiagnostic(diagnostic));
    CHECK(diagnostic.severity == Severity::kWarning);
  }
  CHECK(report->library.articles.size() >= 100);
}

TEST_CASE("sources are read beside our own articles, copies merged and links led to them") {
  TemporaryFolder kb;
  const std::string url = "url: \"https://a.si/help/storno\"\n";
  const auto article = [](const std::string& id, const std::string& more, const std::string& body) {
    return "---\nid: " + id + "\ntitle: T\nmodule: M\nkind: tip\nlang: sl\n" + more + "---\n\n" +
           body + "\n";
  };
  kb.Write("articles/a.md", article("a", "", "[x](https://a.si/help/storno)"));
  kb.Write("screens.yaml", "- {id: A, number: 1, title: Naš, module: M}\n");
  kb.Write("data/sources/one/articles/storno.md",
           article("storno", url + "f1: [A, B]\n", "Enako besedilo."));
  kb.Write("data/sources/one/screens.yaml",
           "- {id: A, title: Tuj, module: M}\n- {id: B, number: 1, title: B, module: M}\n");
  kb.Write("data/sources/two/articles/kopija.md", article("kopija", "", "Enako besedilo."));
  kb.Write("data/sources/two/articles/a.md", article("a", "", "Nekaj čisto drugega."));
  kb.Write("data/sources/.staging/articles/x.md", "x");
  kb.Write("data/sources/empty/state.json", "{}");
  const auto sources = FindSources(kb.path() + "/data/sources");
  REQUIRE(sources.size() == 2);
  CHECK(FindSources(kb.path() + "/nowhere").empty());
  auto report =
      ReadKnowledgeBase({.kb_folder = kb.path(), .article_folders = {}, .sources = sources});
  REQUIRE(report);
  CHECK(Complaints(*report, kb.path()) == "");
  const auto& articles = report->library.articles;
  REQUIRE(articles.size() == 3);
  CHECK(articles[0].source == "");
  CHECK(Print(articles[0].article.blocks) == "link(article:storno|x)");
  CHECK(articles[1].article.id == "a-two");
  CHECK(articles[2].article.aliases == std::vector<std::string>{"kopija"});
  CHECK(report->merge.merged.size() == 1);
  CHECK(report->merge.renamed.size() == 1);
  CHECK(report->linked == 1);
  REQUIRE(report->library.screens.size() == 2);
  CHECK(report->library.screens[0].title == "Naš");
  CHECK(!report->library.screens[1].number);
}

}  // namespace
}  // namespace pomocnik::kb
