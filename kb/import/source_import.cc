#include "kb/import/source_import.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "base/sha256.h"
#include "kb/import/article_keeper.h"
#include "kb/import/fetched_pictures.h"
#include "kb/import/file_finder.h"
#include "kb/import/importers.h"
#include "kb/import/line_diff.h"
#include "kb/import/media_store.h"
#include "kb/import/opened_source.h"
#include "kb/import/piece_reader.h"
#include "kb/import/read_result.h"
#include "kb/import/screens_writer.h"
#include "kb/import/source_state.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxArticleBytes = 16 * 1024 * 1024;

// A document of the source as it is now.
struct Document {
  std::string address;
  std::string hash;
  const SourceFile* file = nullptr;      // null: it is as it was, and need not be read
  const KnownDocument* known = nullptr;  // as it was; null: there was none
};

// All that decides what comes out of a document, beside its bytes.
std::string SettingsOf(const SourceConfig& config, const std::string& rules) {
  std::string text = std::to_string(kImportersVersion);
  const SourceDefaults& defaults = config.defaults;
  for (const std::string_view part :
       {FormatName(config.format), std::string_view(config.rules), std::string_view(rules),
        std::string_view(config.screens), std::string_view(defaults.source),
        std::string_view(defaults.address), std::string_view(defaults.app),
        std::string_view(defaults.module), std::string_view(defaults.lang),
        defaults.kind ? KindName(*defaults.kind) : std::string_view()}) {
    text.append("\n").append(part);
  }
  return Sha256Hex(text);
}

void Append(const Diagnostics& from, Diagnostics& to) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

// One import, step by step.
class SourceImport {
 public:
  SourceImport(const SourceConfig& config, const SourceImportOptions& options)
      : config_(config),
        options_(options),
        prepared_(config, options.data),
        folder_(FolderOfSource(options.data, config.name())),
        known_(ReadDocuments(folder_)) {}

  PreparedImport Run() && {
    const auto begin = std::chrono::steady_clock::now();
    const Status done = Prepare();
    if (!done) Refuse(SourceOutcome::kFailed, done.error().message);
    report().seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return std::move(prepared_);
  }

 private:
  SourceReport& report() { return prepared_.report_; }
  Staging& staging() { return *prepared_.staging_; }

  void Refuse(SourceOutcome outcome, std::string why) {
    prepared_.staging_.reset();
    report().outcome = outcome;
    report().error = std::move(why);
    report().articles = CountKnown();
    report().added.clear();
    report().changed.clear();
    report().removed.clear();
  }

  std::size_t CountKnown() const {
    std::size_t count = 0;
    for (const KnownDocument& document : known_.documents) count += document.articles.size();
    return count;
  }

  Status Prepare() {
    ASSIGN_OR_RETURN(Importer importer, MakeImporter(config_));
    ASSIGN_OR_RETURN(Staging staging_folder, Staging::Begin(options_.data, config_.name()));
    prepared_.staging_.emplace(std::move(staging_folder));
    ASSIGN_OR_RETURN(OpenedSource opened, OpenSource(config_, staging(), options_));
    report().diagnostics = opened.diagnostics;
    RETURN_IF_ERROR(SetSettings(opened));
    RETURN_IF_ERROR(FindDocuments(opened));
    if (NothingIsNew(opened)) {
      ReportAsItWas();
      return {};
    }
    const auto pieces = Pieces();
    is_read_together_ = GroupingOf(config_.format) == Grouping::kTogether && !pieces.empty();
    RETURN_IF_ERROR(ReadPieces(opened, pieces, importer));
    if (config_.IsRemote()) RETURN_IF_ERROR(ReadAgainWithPictures(opened, pieces, importer));
    RETURN_IF_ERROR(KeepArticles());
    RETURN_IF_ERROR(WriteFiles(opened));
    return CheckShrinking();
  }

  Status SetSettings(const OpenedSource& opened) {
    ASSIGN_OR_RETURN(std::string rules, RulesText(config_));
    if (!config_.screens.empty()) {
      const SourceFile* map = opened.files.Find(config_.screens, config_.defaults.address);
      const auto text = ReadFile(map != nullptr ? map->path : config_.screens, kMaxArticleBytes);
      if (!text) return Error::InvalidArgument("screens: " + text.error().message);
      rules += Sha256Hex(*text);
    }
    next_.settings = SettingsOf(config_, rules);
    return {};
  }

  Status FindDocuments(const OpenedSource& opened) {
    std::map<std::string_view, const KnownDocument*> known;
    for (const KnownDocument& document : known_.documents) known[document.address] = &document;
    const auto find = [&](const std::string& address) {
      const auto found = known.find(address);
      return found == known.end() ? nullptr : found->second;
    };
    documents_.reserve(opened.files.documents().size() + opened.unchanged.size());
    for (const SourceFile& file : opened.files.documents()) {
      auto document = ReadDocument(file);
      const std::string hash = document ? Sha256Hex(document->bytes) : std::string();
      documents_.push_back({file.address, hash, &file, find(file.address)});
    }
    const bool is_part = opened.extent == OpenedSource::Extent::kPart;
    for (const KnownDocument& document : known_.documents) {
      const bool has_file = opened.files.Find(document.address, "") != nullptr;
      if (has_file || !(is_part || opened.unchanged.contains(document.address))) continue;
      documents_.push_back({document.address, document.hash, nullptr, &document});
    }
    std::sort(documents_.begin(), documents_.end(),
              [](const Document& a, const Document& b) { return a.address < b.address; });
    report().documents = documents_.size();
    if (!documents_.empty() || CountKnown() > 0) return {};
    return Error::NotFound("there is no document of the format " +
                           std::string(FormatName(config_.format)) + " in " + config_.from);
  }

  bool MustBeRead(const Document& document) const {
    if (document.file == nullptr) return false;
    return document.known == nullptr || document.known->hash != document.hash ||
           known_.settings != next_.settings;
  }

  bool NothingIsNew(const OpenedSource& opened) const {
    return opened.pages.empty() && known_.settings == next_.settings &&
           documents_.size() == known_.documents.size() &&
           std::none_of(documents_.begin(), documents_.end(),
                        [this](const Document& document) { return MustBeRead(document); });
  }

  void ReportAsItWas() {
    prepared_.staging_.reset();
    report().articles = CountKnown();
    for (const KnownDocument& document : known_.documents) {
      Append(document.diagnostics, report().diagnostics);
    }
    WarnOfMissingPictures(known_);
  }

  // Exports often come without some of their pictures: that is told once and not for each page.
  void WarnOfMissingPictures(const KnownDocuments& documents) {
    std::size_t count = 0;
    const KnownDocument* first = nullptr;
    for (const KnownDocument& document : documents.documents) {
      count += document.missing_pictures.size();
      if (first == nullptr && !document.missing_pictures.empty()) first = &document;
    }
    if (first == nullptr) return;
    report().diagnostics.push_back(
        {Severity::kWarning, first->address, 0,
         "pictures that are not in the source: " + std::to_string(count) + ", the first of them " +
             first->missing_pictures.front()});
  }

  // Documents that are read together are so when any of them has changed, or is no longer there.
  std::vector<std::vector<std::size_t>> Pieces() const {
    std::vector<std::vector<std::size_t>> pieces;
    std::vector<std::size_t> all;
    all.reserve(documents_.size());
    bool changed = documents_.size() != known_.documents.size();
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      all.push_back(i);
      if (!MustBeRead(documents_[i])) continue;
      changed = true;
      pieces.push_back({i});
    }
    if (GroupingOf(config_.format) == Grouping::kEach) return pieces;
    if (!changed || documents_.empty()) return {};
    return {std::move(all)};
  }

  Status ReadPieces(const OpenedSource& opened, const std::vector<std::vector<std::size_t>>& pieces,
                    const Importer& importer) {
    PieceReader reader(config_, opened.files, importer,
                       MediaStore(options_.data + "/media", config_.name()));
    IsolatedWork work;
    work.pieces = pieces.size();
    work.work = [&](std::size_t piece) {
      Piece files;
      for (const std::size_t document : pieces[piece]) {
        if (documents_[document].file != nullptr) files.push_back(documents_[document].file);
      }
      return WriteReadResult(reader.Read(files));
    };
    work.take = [&](std::size_t piece, Result<std::string> result) {
      Take(documents_[pieces[piece].front()], std::move(result));
      options_.on_progress(piece + 1, pieces.size());
    };
    return RunIsolated(work, options_.limits);
  }

  // Which pictures a page shows is known once it has been read.
  Status ReadAgainWithPictures(OpenedSource& opened, std::vector<std::vector<std::size_t>> pieces,
                               const Importer& importer) {
    std::set<std::string> wanted;
    std::erase_if(pieces, [&](const std::vector<std::size_t>& piece) {
      const auto& missing = results_.at(documents_[piece.front()].address).missing_pictures;
      wanted.insert(missing.begin(), missing.end());
      return missing.empty();
    });
    if (wanted.empty()) return {};
    ASSIGN_OR_RETURN(FetchedPictures pictures, FetchPictures(config_, staging(), wanted, options_));
    Append(pictures.diagnostics, report().diagnostics);
    opened.files.Add(std::move(pictures.files));
    return ReadPieces(opened, pieces, importer);
  }

  // What came of a piece belongs to its first document.
  void Take(const Document& document, Result<std::string> result) {
    auto read = result ? ParseReadResult(*result) : std::nullopt;
    if (!read) {
      read.emplace();
      read->diagnostics.push_back(
          {Severity::kError, document.address, 0,
           result ? "the reader's result cannot be understood" : result.error().message});
    }
    results_.insert_or_assign(document.address, *std::move(read));
  }

  static bool IsRefused(const ReadResult& read) {
    return read.articles.empty() &&
           std::any_of(read.diagnostics.begin(), read.diagnostics.end(),
                       [](const auto& each) { return each.severity == Severity::kError; });
  }

  Status KeepArticles() {
    ArticleKeeper keeper(known_, staging(), report());
    next_.documents.reserve(documents_.size());
    for (const Document& document : documents_) {
      ASSIGN_OR_RETURN(KnownDocument kept, KeepDocument(document, keeper));
      Append(kept.diagnostics, report().diagnostics);
      report().articles += kept.articles.size();
      next_.documents.push_back(std::move(kept));
    }
    keeper.ReportRemoved();
    WarnOfMissingPictures(next_);
    return {};
  }

  Result<KnownDocument> KeepDocument(const Document& document, ArticleKeeper& keeper) {
    KnownDocument kept;
    if (document.known != nullptr) kept = *document.known;
    kept.address = document.address;
    kept.hash = document.hash;
    const auto read = results_.find(document.address);
    if (read == results_.end()) {
      // Of documents that were read together, the first has it all.
      if (is_read_together_) kept.articles.clear();
      ASSIGN_OR_RETURN(kept.articles, keeper.KeepAsTheyWere(kept.articles));
      return kept;
    }
    kept.diagnostics = read->second.diagnostics;
    kept.missing_pictures = read->second.missing_pictures;
    if (IsRefused(read->second) && !kept.articles.empty()) {
      kept.diagnostics.push_back(
          {Severity::kWarning, document.address, 0, "what it said before it was refused stays"});
      ASSIGN_OR_RETURN(kept.articles, keeper.KeepAsTheyWere(kept.articles));
      return kept;
    }
    kept.screens = std::move(read->second.screens);
    ASSIGN_OR_RETURN(kept.articles, keeper.Keep(read->second.articles, kept.diagnostics));
    results_.erase(read);
    return kept;
  }

  Status WriteFiles(const OpenedSource& opened) {
    std::vector<Screen> screens;
    for (const KnownDocument& document : next_.documents) {
      screens.insert(screens.end(), document.screens.begin(), document.screens.end());
    }
    RETURN_IF_ERROR(staging().WriteFile("screens.yaml", WriteScreens(std::move(screens))));
    RETURN_IF_ERROR(staging().WriteFile("documents.json", WriteDocuments(next_)));
    if (!opened.pages.empty()) {
      RETURN_IF_ERROR(staging().WriteFile("pages.json", opened.pages));
    }
    if (options_.diffs == Diffs::kNo) return {};
    for (ReportedArticle& article : report().changed) {
      const auto before = ReadFile(ArticleFile(folder_, article.id), kMaxArticleBytes);
      const auto after = ReadFile(ArticleFile(staging().next(), article.id), kMaxArticleBytes);
      if (before && after) article.diff = DiffLines(*before, *after);
    }
    return {};
  }

  Status CheckShrinking() {
    const std::size_t before = CountKnown();
    const std::size_t now = report().articles;
    const auto share = static_cast<std::size_t>(config_.shrink_percent);
    if (options_.shrinking == Shrinking::kAllowed || now * 100 >= before * share) return {};
    Refuse(SourceOutcome::kShrunk, "of " + std::to_string(before) + " articles only " +
                                       std::to_string(now) +
                                       " would be left; --allow-shrink takes them all the same");
    return {};
  }

  const SourceConfig& config_;
  const SourceImportOptions& options_;
  PreparedImport prepared_;
  const std::string folder_;
  const KnownDocuments known_;
  KnownDocuments next_;
  std::vector<Document> documents_;
  std::map<std::string, ReadResult> results_;  // by the address of a piece's first document
  bool is_read_together_ = false;
};

PreparedImport::PreparedImport(const SourceConfig& config, std::string data)
    : name_(config.name()), data_(std::move(data)) {
  report_.source = name_;
}

Status PreparedImport::Commit(Instant now) {
  const std::string folder = FolderOfSource(data_, name_);
  SourceState state = ReadState(folder);
  state.outcome = report_.outcome;
  state.error = report_.error;
  state.tried_at = now;
  if (report_.outcome != SourceOutcome::kImported) return SaveState(folder, state);
  state.imported_at = now;
  state.articles = report_.articles;
  state.warned = report_.CountOf(Severity::kWarning);
  state.refused = report_.CountOf(Severity::kError);
  state.diagnostics = report_.diagnostics;
  if (report_.HasChanges()) {
    state.added = report_.added.size();
    state.changed = report_.changed.size();
    state.removed = report_.removed.size();
  }
  if (!staging_) return SaveState(folder, state);
  RETURN_IF_ERROR(staging_->WriteFile("state.json", WriteState(state)));
  RETURN_IF_ERROR(staging_->Switch());
  std::set<std::string> media;
  for (const KnownDocument& document : ReadDocuments(folder).documents) {
    for (const KnownArticle& article : document.articles) {
      media.insert(article.media.begin(), article.media.end());
    }
  }
  MediaStore(data_ + "/media", name_).RemoveAllBut(media);
  staging_.reset();
  return {};
}

PreparedImport PrepareImport(const SourceConfig& config, const SourceImportOptions& options) {
  return SourceImport(config, options).Run();
}

}  // namespace pomocnik::kb
