#include "kb/editing/editor.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <set>
#include <sstream>

#include "kb/editing/edited_file.h"
#include "kb/import/directory_reader.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDobropis =
    "---\n"
    "id: fak-dobropis\n"
    "title: Dobropis  # kratko\n"
    "module: Fakturiranje\n"
    "kind: tip\n"
    "lang: sl\n"
    "f1: [FAK.Dobropisi]\n"
    "---\n"
    "\n"
    "Z dobropisom zmanjšamo znesek.\n";

struct Folder {
  testing::TempFolder folder;
  Editor editor{folder.path().string()};

  Folder() {
    fs::create_directories(folder.path() / "articles" / "fak");
    fs::create_directories(folder.path() / "lexicon");
    Write("articles/fak/dobropis.md", kDobropis);
  }

  void Write(const std::string& name, std::string_view text) const {
    std::ofstream(folder.File(name), std::ios::binary) << text;
  }
  std::string Read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder.File(name), std::ios::binary).rdbuf();
    return text.str();
  }
  std::size_t CountFiles() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
      if (entry.is_regular_file()) ++count;
    }
    return count;
  }
};

ArticleEdit NewEdit() {
  ArticleEdit edit;
  edit.title = "Kako vrnem blago?";
  edit.module = "Fakturiranje";
  edit.lang = "sl";
  edit.markdown = "Odpremo **Vračila**.\n";
  edit.questions = {"vračilo blaga", "  vračilo   blaga "};
  edit.updated = ParseDate("2026-11-26");
  return edit;
}

TEST_CASE("a new article gets a file that the reader reads") {
  Folder folder;
  const auto saved = folder.editor.SaveArticle(NewEdit());
  REQUIRE(saved);
  CHECK(saved->id == "kako-vrnem-blago");
  CHECK(saved->file == "articles/kako-vrnem-blago.md");
  CHECK(saved->new_questions == std::vector<std::string>{"vračilo blaga"});

  ReadOptions options;
  options.kb_folder = folder.folder.path().string();
  const auto report = ReadKnowledgeBase(options);
  REQUIRE(report);
  REQUIRE(report->library.articles.size() == 2);
  const Article& article = report->library.articles[1].article;
  CHECK(article.id == "kako-vrnem-blago");
  CHECK(article.questions == std::vector<std::string>{"vračilo blaga"});
  CHECK(PlainText(article.blocks.at(0)) == "Odpremo Vračila.");
  const auto mode = fs::status(folder.folder.File(saved->file)).permissions();
  CHECK((mode & fs::perms::others_read) != fs::perms::none);
}

TEST_CASE("articles of one title get different ids, written at once or one after another") {
  Folder folder;
  folder.Write("articles/kako-vrnem-blago.md", "not an article, but the name is taken");
  std::vector<std::future<std::string>> saving;
  for (int i = 0; i < 8; ++i) {
    saving.push_back(std::async(std::launch::async, [&] {
      const auto saved = folder.editor.SaveArticle(NewEdit());
      return saved ? saved->id : saved.error().message;
    }));
  }
  std::set<std::string> ids;
  for (auto& id : saving) ids.insert(id.get());
  CHECK(ids.size() == 8);
  CHECK(ids.contains("kako-vrnem-blago-2"));
  CHECK(ids.contains("kako-vrnem-blago-9"));
  CHECK(folder.CountFiles() == 10);
}

TEST_CASE("a title leads to no other folder") {
  Folder folder;
  ArticleEdit edit = NewEdit();
  edit.title = "../../../tmp/../x";
  const auto saved = folder.editor.SaveArticle(edit);
  REQUIRE(saved);
  CHECK(saved->file == "articles/tmp-x.md");
}

TEST_CASE("an article is changed where it is, and keeps what the form does not show") {
  Folder folder;
  const auto stored = folder.editor.FindArticle("fak-dobropis");
  REQUIRE(stored);
  REQUIRE(*stored);
  CHECK((*stored)->file == "articles/fak/dobropis.md");
  CHECK((*stored)->body == "Z dobropisom zmanjšamo znesek.\n");
  ArticleEdit edit = NewEdit();
  edit.id = "fak-dobropis";
  edit.title = "Dobropis";
  edit.revision = (*stored)->revision;
  REQUIRE(folder.editor.SaveArticle(edit));
  const std::string text = folder.Read("articles/fak/dobropis.md");
  CHECK(text.find("title: Dobropis  # kratko\n") != std::string::npos);
  CHECK(text.find("f1: [FAK.Dobropisi]\n") != std::string::npos);
  CHECK(text.find("questions:\n  - vračilo blaga\n") != std::string::npos);
  CHECK(text.ends_with("---\n\nOdpremo **Vračila**.\n"));
  CHECK(folder.CountFiles() == 1);
}

TEST_CASE("an edit of something that was changed meanwhile is refused, and nothing is lost") {
  Folder folder;
  const auto stored = folder.editor.FindArticle("fak-dobropis");
  REQUIRE(stored);
  const std::string by_hand = std::string(kDobropis) + "\nPopravljeno ročno.\n";
  folder.Write("articles/fak/dobropis.md", by_hand);
  ArticleEdit edit = NewEdit();
  edit.id = "fak-dobropis";
  edit.revision = (*stored)->revision;
  const auto saved = folder.editor.SaveArticle(edit);
  REQUIRE(!saved);
  CHECK(saved.error().code == ErrorCode::kConflict);
  CHECK(folder.Read("articles/fak/dobropis.md") == by_hand);

  const std::string path = folder.folder.File("articles/fak/dobropis.md");
  CHECK(ReplaceFile(path, "what it was long ago", "x").error().code == ErrorCode::kConflict);
  CHECK(ReplaceFile(folder.folder.File("new.md"), "it was there", "x").error().code ==
        ErrorCode::kConflict);
  CHECK(folder.Read("articles/fak/dobropis.md") == by_hand);
  CHECK(folder.CountFiles() == 1);
}

TEST_CASE("what is not there or broken is told") {
  Folder folder;
  folder.Write("articles/broken.md", "---\nid: broken\n---\nx\n");
  const auto missing = folder.editor.FindArticle("nobody");
  REQUIRE(missing);
  CHECK_FALSE(*missing);
  ArticleEdit edit = NewEdit();
  edit.id = "nobody";
  CHECK(folder.editor.SaveArticle(edit).error().code == ErrorCode::kNotFound);
  CHECK(folder.editor.AddQuestion("nobody", "x").error().code == ErrorCode::kNotFound);
  CHECK(folder.editor.AddQuestion("broken", "x").error().code == ErrorCode::kInvalidArgument);
  fs::remove_all(folder.folder.path() / "articles");
  CHECK_FALSE(folder.editor.FindArticle("fak-dobropis").has_value());
}

TEST_CASE("a question is added once") {
  Folder folder;
  const auto first = folder.editor.AddQuestion("fak-dobropis", "Kako naredim minus račun?");
  REQUIRE(first);
  CHECK(first->new_questions.size() == 1);
  const auto again = folder.editor.AddQuestion("fak-dobropis", "Kako naredim minus račun?");
  REQUIRE(again);
  CHECK(again->new_questions.empty());
  CHECK(again->file == "articles/fak/dobropis.md");
  const auto stored = folder.editor.FindArticle("fak-dobropis");
  CHECK((*stored)->article.questions == std::vector<std::string>{"Kako naredim minus račun?"});
}

TEST_CASE("a Slovene word becomes a synonym, another one a translation") {
  Folder folder;
  CHECK(folder.editor.AddWord("sl", "minus račun", "dobropis").value_or("") ==
        "lexicon/added_synonyms.yaml");
  CHECK(folder.editor.AddWord("en", "credit note", "dobropis").value_or("") ==
        "lexicon/added_translations.yaml");
  CHECK(folder.Read("lexicon/added_synonyms.yaml").find("[minus račun, dobropis]") !=
        std::string::npos);
  CHECK(folder.Read("lexicon/added_translations.yaml").find("credit note: [dobropis]") !=
        std::string::npos);
}

TEST_CASE("a file is changed as a whole, or not at all") {
  Folder folder;
  const auto append = [](std::string_view text) -> Result<std::string> {
    return std::string(text) + "x\n";
  };
  CHECK(folder.editor.Change("questions.tsv", append).has_value());
  CHECK(folder.editor.Change("questions.tsv", append).has_value());
  CHECK(folder.Read("questions.tsv") == "x\nx\n");
  const auto fail = [](std::string_view) -> Result<std::string> { return Error::Internal("no"); };
  CHECK_FALSE(folder.editor.Change("questions.tsv", fail).has_value());
  CHECK(folder.Read("questions.tsv") == "x\nx\n");
}

TEST_CASE("the field that is wrong is named") {
  struct Row {
    const char* field;
    void (*spoil)(ArticleEdit&);
  };
  const Row rows[] = {
      {"", [](ArticleEdit&) {}},
      {"title", [](ArticleEdit& edit) { edit.title = " \n "; }},
      {"title", [](ArticleEdit& edit) { edit.title = std::string(201, 'a'); }},
      {"title", [](ArticleEdit& edit) { edit.title = "a\x01"; }},
      {"module", [](ArticleEdit& edit) { edit.module = ""; }},
      {"lang", [](ArticleEdit& edit) { edit.lang = "slo"; }},
      {"lang", [](ArticleEdit& edit) { edit.lang = "S1"; }},
      {"questions",
       [](ArticleEdit& edit) {
         edit.questions = {"a", " "};
       }},
      {"questions", [](ArticleEdit& edit) { edit.questions.resize(101, "a"); }},
      {"markdown", [](ArticleEdit& edit) { edit.markdown = "\n\n"; }},
      {"markdown", [](ArticleEdit& edit) { edit.markdown = "<b></b>"; }},
      {"markdown", [](ArticleEdit& edit) { edit.markdown = std::string(300, '>') + "x"; }},
  };
  for (const Row& row : rows) {
    ArticleEdit edit = NewEdit();
    row.spoil(edit);
    CHECK(FindWrongField(edit) == row.field);
  }
}

}  // namespace
}  // namespace pomocnik::kb
