#include "index/fts/builder.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <numeric>
#include <utility>

#include "index/fts/article_analysis.h"
#include "index/fts/catalog.h"
#include "index/fts/durable_files.h"
#include "index/fts/manifest.h"
#include "index/fts/sql.h"
#include "index/fts/token_stream.h"
#include "index/rank/scorer.h"
#include "index/sqlite/database.h"
#include "index/text/analyzer.h"
#include "index/text/near_duplicates.h"
#include "kb/linking/known_addresses.h"
#include "kb/markdown/address.h"

namespace pomocnik::index {
namespace {

std::string FormatOptional(const std::optional<Date>& date) {
  return date ? FormatDate(*date) : std::string();
}

// Articles that are analysed at a time.
constexpr std::size_t kBatch = 128;

// The statements that write one article.
struct ArticleStatements {
  static Result<ArticleStatements> Prepare(sqlite::Database& database) {
    ASSIGN_OR_RETURN(auto article, database.Prepare(sql::kArticleInsert));
    ASSIGN_OR_RETURN(auto text, database.Prepare(sql::kArticleTextInsert));
    ASSIGN_OR_RETURN(auto words, database.Prepare(sql::kArticleWordsInsert));
    ASSIGN_OR_RETURN(auto screen, database.Prepare(sql::kArticleScreenInsert));
    ASSIGN_OR_RETURN(auto phrase, database.Prepare(sql::kArticlePhraseInsert));
    ASSIGN_OR_RETURN(auto question, database.Prepare(sql::kArticleQuestionInsert));
    ASSIGN_OR_RETURN(auto alias, database.Prepare(sql::kArticleAliasInsert));
    return ArticleStatements{std::move(article), std::move(text),   std::move(words),
                             std::move(screen),  std::move(phrase), std::move(question),
                             std::move(alias)};
  }

  sqlite::Statement article;
  sqlite::Statement text;
  sqlite::Statement words;
  sqlite::Statement screen;
  sqlite::Statement phrase;
  sqlite::Statement question;
  sqlite::Statement alias;
};

// Writes the tables of one index file.
class Writer {
 public:
  Writer(sqlite::Database& database, const kb::Library& library, const Analyzer& analyzer)
      : database_(database), library_(library), analysis_(library, analyzer) {}

  Status Write(const BuildOptions& options, BuildSummary& summary) {
    RETURN_IF_ERROR(RegisterTokenizer(database_));
    // The file is thrown away after a crash, so it needs neither a journal nor a sync before the last one.
    RETURN_IF_ERROR(database_.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"));
    RETURN_IF_ERROR(database_.Execute(sql::kSchemaCreate));
    RETURN_IF_ERROR(database_.Execute(sql::kArticleTextBuffer));
    ASSIGN_OR_RETURN(auto transaction, sqlite::Transaction::Begin(database_));
    RETURN_IF_ERROR(WriteArticles(options, summary));
    RETURN_IF_ERROR(MarkCopies(summary));
    RETURN_IF_ERROR(WriteForms());
    RETURN_IF_ERROR(WriteTerms());
    RETURN_IF_ERROR(WriteScreens());
    RETURN_IF_ERROR(WriteDataFiles());
    RETURN_IF_ERROR(database_.Execute(sql::kArticleTextOptimize));
    RETURN_IF_ERROR(transaction.Commit());
    return database_.Execute("VACUUM;");
  }

 private:
  // Analysing takes about as long as writing: while one batch is written, the next is analysed.
  Status WriteArticles(const BuildOptions& options, BuildSummary& summary) {
    ASSIGN_OR_RETURN(ArticleStatements insert, ArticleStatements::Prepare(database_));
    const std::size_t count = library_.articles.size();
    auto next = AnalyseFrom(0);
    for (std::size_t begin = 0; begin < count; begin += kBatch) {
      auto batch = next.get();
      next = AnalyseFrom(begin + kBatch);
      for (std::size_t i = 0; i < batch.size(); ++i) {
        const auto row = static_cast<std::int64_t>(begin + i + 1);
        const kb::SourceArticle& source = library_.articles[begin + i];
        RETURN_IF_ERROR(WriteArticle(insert, row, source, batch[i]));
        texts_.push_back(std::move(batch[i].sketch));
        summary.passages += static_cast<std::int64_t>(kb::Passages(source.article).size());
        summary.articles = row;
        options.on_progress(begin + i + 1, count);
      }
      if (options.stop.stop_requested()) return Error::Unavailable("the build was stopped");
    }
    return {};
  }

  std::future<std::vector<AnalysedArticle>> AnalyseFrom(std::size_t begin) {
    return std::async(std::launch::async, [this, begin] {
      std::vector<AnalysedArticle> batch;
      const std::size_t end = std::min(begin + kBatch, library_.articles.size());
      for (std::size_t i = begin; i < end; ++i) {
        batch.push_back(analysis_.Analyse(library_.articles[i].article));
      }
      return batch;
    });
  }

  static Status WriteArticle(ArticleStatements& insert, std::int64_t row,
                             const kb::SourceArticle& source, const AnalysedArticle& analysed) {
    const kb::Article& article = source.article;
    insert.text.Bind(1, row);
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      insert.text.Bind(static_cast<int>(2 + field), analysed.streams[field]);
    }
    RETURN_IF_ERROR(insert.text.Run());
    BindArticle(insert.article, row, source, analysed.lengths);
    RETURN_IF_ERROR(insert.article.Run());
    insert.words.Bind(1, row).BindBytes(2, analysed.words);
    RETURN_IF_ERROR(insert.words.Run());
    for (const auto& screen : article.f1) {
      insert.screen.Bind(1, screen.app).Bind(2, screen.screen).Bind(3, row);
      RETURN_IF_ERROR(insert.screen.Run());
    }
    for (const auto& words : analysed.word_sets) {
      insert.phrase.Bind(1, words).Bind(2, row);
      RETURN_IF_ERROR(insert.phrase.Run());
    }
    for (std::size_t i = 0; i < article.questions.size(); ++i) {
      insert.question.Bind(1, row).Bind(2, static_cast<std::int64_t>(i + 1));
      insert.question.Bind(3, article.questions[i]);
      RETURN_IF_ERROR(insert.question.Run());
    }
    return WriteAliases(insert.alias, row, article);
  }

  static Status WriteAliases(sqlite::Statement& insert, std::int64_t row,
                             const kb::Article& article) {
    std::vector<std::string> names = article.aliases;
    if (!article.url.empty()) names.push_back(article.url);
    for (const std::string& name : names) {
      insert.Bind(1, kb::IsArticleId(name) ? name : kb::AddressKey(name)).Bind(2, row);
      RETURN_IF_ERROR(insert.Run());
    }
    return {};
  }

  // Of copies the one that was changed last is searched; the others stay readable under their ids.
  Status MarkCopies(BuildSummary& summary) {
    std::vector<std::size_t> order(texts_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return library_.articles[a].article.updated > library_.articles[b].article.updated;
    });
    std::vector<SketchedText> preferred;
    preferred.reserve(order.size());
    for (const std::size_t article : order) preferred.push_back(std::move(texts_[article]));
    const auto originals = FindOriginals(preferred);
    ASSIGN_OR_RETURN(auto mark, database_.Prepare(sql::kArticleMarkCopy));
    for (std::size_t i = 0; i < originals.size(); ++i) {
      if (originals[i] == i) continue;
      const std::size_t copy = order[i];
      const std::size_t original = order[originals[i]];
      mark.Bind(1, static_cast<std::int64_t>(copy + 1));
      mark.Bind(2, static_cast<std::int64_t>(original + 1));
      RETURN_IF_ERROR(mark.Run());
      summary.copies.push_back({kb::Severity::kWarning, library_.articles[copy].file, 0,
                                "nearly the same as '" + library_.articles[original].article.id +
                                    "', which is found in its place"});
    }
    return {};
  }

  static void BindArticle(sqlite::Statement& insert, std::int64_t row,
                          const kb::SourceArticle& source, const FieldLengths& lengths) {
    const kb::Article& article = source.article;
    insert.Bind(1, row)
        .Bind(2, article.id)
        .Bind(3, article.title)
        .Bind(4, article.module)
        .Bind(5, kb::KindName(article.kind))
        .Bind(6, article.lang)
        .Bind(7, FormatOptional(article.updated))
        .Bind(8, FormatOptional(article.valid_from))
        .Bind(9, FormatOptional(article.valid_to))
        .Bind(10, article.url)
        .Bind(11, source.markdown)
        .Bind(12, row);
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      insert.Bind(static_cast<int>(13 + field), static_cast<std::int64_t>(lengths[field]));
    }
  }

  Status WriteForms() {
    ASSIGN_OR_RETURN(auto insert, database_.Prepare(sql::kFormInsert));
    std::int64_t number = 0;
    for (const std::string_view terms : analysis_.forms().Forms()) {
      insert.Bind(1, number++).Bind(2, terms);
      RETURN_IF_ERROR(insert.Run());
    }
    return {};
  }

  Status WriteTerms() {
    ASSIGN_OR_RETURN(auto insert, database_.Prepare(sql::kTermInsert));
    for (const auto& [term, frequency] : analysis_.terms().Sorted()) {
      insert.Bind(1, term).Bind(2, frequency.articles).Bind(3, frequency.weight);
      RETURN_IF_ERROR(insert.Run());
    }
    return {};
  }

  Status WriteScreens() {
    ASSIGN_OR_RETURN(auto insert, database_.Prepare(sql::kScreenInsert));
    for (const auto& screen : library_.screens) {
      insert.Bind(1, screen.app).Bind(2, screen.id);
      if (screen.number) {
        insert.Bind(3, *screen.number);
      } else {
        insert.BindNull(3);
      }
      insert.Bind(4, screen.title).Bind(5, screen.module).Bind(6, screen.parent);
      RETURN_IF_ERROR(insert.Run());
    }
    return {};
  }

  Status WriteDataFiles() {
    ASSIGN_OR_RETURN(auto insert, database_.Prepare(sql::kDataFileInsert));
    for (const auto& file : library_.data_files) {
      insert.Bind(1, file.name).Bind(2, file.text);
      RETURN_IF_ERROR(insert.Run());
    }
    return {};
  }

  sqlite::Database& database_;
  const kb::Library& library_;
  ArticleAnalysis analysis_;         // while articles are written, another thread's
  std::vector<SketchedText> texts_;  // by article
};

Status WriteFile(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text << std::flush;
  if (!file) return FailureOf("write " + path);
  return Sync(path);
}

Status WriteIndexFile(const std::string& path, const kb::Library& library,
                      const BuildOptions& options, BuildSummary& summary) {
  auto lexicon = kb::ParseLexicon(library.data_files, summary.diagnostics);
  RETURN_IF_ERROR(CheckLemmaModel(lexicon));
  const Analyzer analyzer(lexicon);
  {
    ASSIGN_OR_RETURN(auto database,
                     sqlite::Database::Open(path, sqlite::OpenMode::kReadWriteCreate));
    RETURN_IF_ERROR(Writer(database, library, analyzer).Write(options, summary));
  }
  return Sync(path);
}

}  // namespace

Result<BuildSummary> BuildIndex(const kb::Library& library, const BuildOptions& options,
                                const Clock& clock) {
  std::error_code error;
  std::filesystem::create_directories(options.folder, error);
  if (error) return Error::Internal("cannot make " + options.folder + ": " + error.message());

  BuildSummary summary;
  std::string aside = options.folder + "/.building-" + std::to_string(::getpid());
  std::filesystem::remove(aside, error);
  auto written = WriteIndexFile(aside, library, options, summary);
  if (!written) {
    std::filesystem::remove(aside, error);
    return std::move(written).error();
  }
  ASSIGN_OR_RETURN(auto digest, DigestFile(aside));
  summary.bytes = digest.size;
  summary.version = VersionName(clock.Now(), digest.sha256);

  Manifest manifest;
  manifest.version = summary.version;
  manifest.size = digest.size;
  manifest.sha256 = digest.sha256;
  manifest.analysis = kAnalysisVersion;
  manifest.articles = summary.articles;
  manifest.passages = summary.passages;
  std::string manifest_aside = aside + ".json";
  RETURN_IF_ERROR(WriteFile(manifest_aside, FormatManifest(manifest)));
  RETURN_IF_ERROR(Rename(aside, IndexFile(options.folder, summary.version)));
  RETURN_IF_ERROR(Rename(manifest_aside, ManifestFile(options.folder, summary.version)));
  RETURN_IF_ERROR(Sync(options.folder));
  RemoveOldVersions(options.folder);
  return summary;
}

}  // namespace pomocnik::index
