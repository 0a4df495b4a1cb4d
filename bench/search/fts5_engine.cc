#include <filesystem>
#include <utility>

#include "base/utf8.h"
#include "bench/search/engine.h"
#include "index/sqlite/database.h"
#include "index/text/folding.h"
#include "index/text/tokenizer.h"

namespace pomocnik::bench {
namespace {

constexpr std::size_t kPrefix = 5;
constexpr std::size_t kTrigram = 3;

std::string FiveLetters(std::string_view text) {
  std::string cut;
  for (const auto& word : PlainWords(text)) {
    cut += TruncateCodePoints(index::Fold(word), kPrefix);
    cut += ' ';
  }
  return cut;
}

class Fts5Engine : public Engine {
 public:
  Fts5Engine(Fts5Words words, std::string folder) : words_(words), folder_(std::move(folder)) {}

  std::string name() const override {
    switch (words_) {
      case Fts5Words::kUnicode61:
        return "FTS5 unicode61";
      case Fts5Words::kTrigram:
        return "FTS5 trigram";
      case Fts5Words::kFiveLetters:
        return "FTS5 five letters";
    }
    return {};
  }

  Status Build(const kb::Library& library) override {
    const std::string path = folder_ + "/" + name() + ".db";
    std::filesystem::remove(path);
    ASSIGN_OR_RETURN(auto opened, sqlite::Database::Open(path, sqlite::OpenMode::kReadWriteCreate));
    database_.emplace(std::move(opened));
    RETURN_IF_ERROR(database_->Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"));
    RETURN_IF_ERROR(database_->Execute(
        words_ == Fts5Words::kTrigram
            ? "CREATE VIRTUAL TABLE t USING fts5(title, keywords, body, tokenize = 'trigram')"
            : "CREATE VIRTUAL TABLE t USING fts5(title, keywords, body)"));
    ASSIGN_OR_RETURN(auto transaction, sqlite::Transaction::Begin(*database_));
    ASSIGN_OR_RETURN(auto insert, database_->Prepare("INSERT INTO t (rowid, title, keywords, body) "
                                                     "VALUES (?1, ?2, ?3, ?4)"));
    library_ = &library;
    std::int64_t row = 0;
    for (const auto& source : library.articles) {
      PlainArticle plain = PlainArticleOf(source.article);
      insert.Bind(1, row++).Bind(2, Text(plain.title)).Bind(3, Text(plain.keywords));
      insert.Bind(4, Text(plain.body));
      RETURN_IF_ERROR(insert.Run());
    }
    RETURN_IF_ERROR(database_->Execute("INSERT INTO t (t) VALUES ('optimize')"));
    return transaction.Commit();
  }

  Status Open() override {
    ASSIGN_OR_RETURN(auto match, database_->Prepare("SELECT rowid FROM t WHERE t MATCH ?1 "
                                                    "ORDER BY bm25(t, 3, 2, 1) LIMIT 10"));
    match_.emplace(std::move(match));
    return {};
  }

  Result<std::vector<std::string>> Search(const std::string& question) override {
    std::string expression;
    for (const auto& word : PlainWords(Text(question))) {
      if (words_ == Fts5Words::kTrigram && word.size() < kTrigram) continue;
      expression += (expression.empty() ? "\"" : " OR \"") + word + "\"";
    }
    std::vector<std::string> ids;
    if (expression.empty()) return ids;
    match_->Bind(1, expression);
    for (;;) {
      ASSIGN_OR_RETURN(auto step, match_->Step());
      if (step == sqlite::Step::kDone) break;
      ids.push_back(library_->articles[static_cast<std::size_t>(match_->Integer(0))].article.id);
    }
    match_->Reset();
    return ids;
  }

 private:
  std::string Text(const std::string& text) const {
    return words_ == Fts5Words::kFiveLetters ? FiveLetters(text) : text;
  }

  Fts5Words words_;
  std::string folder_;
  const kb::Library* library_ = nullptr;
  std::optional<sqlite::Database> database_;
  std::optional<sqlite::Statement> match_;  // closed before the database
};

}  // namespace

PlainArticle PlainArticleOf(const kb::Article& article) {
  PlainArticle plain;
  plain.title = article.title;
  plain.keywords = article.module + "\n";
  for (const auto& tag : article.tags) plain.keywords += tag + "\n";
  for (const auto& question : article.questions) plain.keywords += question + "\n";
  for (const auto& block : article.blocks) plain.body += kb::PlainText(block) + "\n";
  return plain;
}

std::vector<std::string> PlainWords(std::string_view text) {
  static const index::Tokenizer tokenizer;
  std::vector<std::string> words;
  for (const auto& word : tokenizer.Split(text)) {
    words.emplace_back(text.substr(word.begin, word.end - word.begin));
  }
  return words;
}

std::unique_ptr<Engine> MakeFts5Engine(Fts5Words words, std::string folder) {
  return std::make_unique<Fts5Engine>(words, std::move(folder));
}

}  // namespace pomocnik::bench
