#include "kb/import/piece_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kb/import/file_finder.h"
#include "kb/import/finished_article.h"
#include "kb/import/pictures.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxMapBytes = 16 * 1024 * 1024;  // LibreOffice's has 1 MB

void Move(Diagnostics&& from, Diagnostics& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

// A screen that only its article speaks of is called as that is.
void AddScreens(const std::vector<ScreenRef>& refs, const ReadArticle& article,
                std::vector<Screen>& screens) {
  for (const ScreenRef& ref : refs) {
    const auto there = std::find_if(screens.begin(), screens.end(), [&](const Screen& screen) {
      return screen.app == ref.app && screen.id == ref.screen;
    });
    if (there != screens.end()) {
      if (there->module.empty()) there->module = article.module;
      continue;
    }
    Screen screen;
    screen.app = ref.app;
    screen.id = ref.screen;
    screen.title = article.title;
    screen.module = article.module;
    screens.push_back(std::move(screen));
  }
}

}  // namespace

PieceReader::PieceReader(const SourceConfig& config, const SourceFiles& files, Importer importer,
                         MediaStore media)
    : config_(config),
      files_(files),
      importer_(std::move(importer)),
      media_(std::move(media)),
      names_(recognition::Names::BuiltIn()) {}

ReadResult PieceReader::Read(const Piece& piece) {
  ReadResult result;
  if (map_ == Map::kUnread) ReadScreenMap(result.diagnostics);
  std::vector<SourceDocument> documents;
  documents.reserve(piece.size());
  for (const SourceFile* file : piece) {
    auto document = ReadDocument(*file);
    if (document) {
      documents.push_back(*std::move(document));
    } else {
      result.diagnostics.push_back({Severity::kError, file->address, 0, document.error().message});
    }
  }
  if (documents.empty()) return result;
  Imported imported = importer_(documents);
  Move(std::move(imported.diagnostics), result.diagnostics);
  result.screens = std::move(imported.screens);
  result.articles.reserve(imported.articles.size());
  for (ImportedArticle& article : imported.articles) {
    KeepPictures(article, result);
    JoinScreens(article);
    const std::vector<ScreenRef> refs = article.article.f1;
    auto read = Finish(std::move(article), names_, config_.defaults, result.diagnostics);
    if (!read) continue;
    AddScreens(refs, *read, result.screens);
    result.articles.push_back(*std::move(read));
  }
  return result;
}

void PieceReader::ReadScreenMap(Diagnostics& diagnostics) {
  map_ = Map::kRead;
  if (config_.screens.empty()) return;
  const SourceFile* file = files_.Find(config_.screens, config_.defaults.address);
  const auto text = ReadFile(file != nullptr ? file->path : config_.screens, kMaxMapBytes);
  Reporter reporter(config_.screens, diagnostics);
  if (!text) return reporter.Fail(0, text.error().message);
  for (html::MappedScreen& screen : html::ReadScreenMap(*text, reporter)) {
    screens_[screen.address].push_back(std::move(screen));
  }
}

// The map names pages by their place in the tree.
void PieceReader::JoinScreens(ImportedArticle& imported) const {
  const std::string_view page =
      std::string_view(imported.address).substr(0, imported.address.find('#'));
  const auto found = screens_.find(page);
  if (found == screens_.end()) return;
  std::vector<ScreenRef>& screens = imported.article.f1;
  for (const html::MappedScreen& mapped : found->second) {
    const ScreenRef ref{config_.defaults.app, mapped.screen};
    if (!ParseScreenRef(ref.app + ":" + ref.screen)) continue;
    if (std::find(screens.begin(), screens.end(), ref) == screens.end()) screens.push_back(ref);
  }
}

void PieceReader::KeepPictures(ImportedArticle& imported, ReadResult& result) {
  Reporter reporter(imported.address, result.diagnostics);
  const auto keep = [&](const std::string& source) -> std::string {
    const SourceFile* file = files_.Find(source, config_.defaults.address);
    if (file == nullptr) {
      result.missing_pictures.push_back(source);
      return "";
    }
    const auto bytes = ReadFile(file->path, kMaxPictureBytes);
    const auto path = bytes ? media_.Keep(*bytes) : Result<std::string>(bytes.error());
    if (path) return *path;
    reporter.Warn(0, "the picture " + source + " is left out: " + path.error().message);
    return "";
  };
  ReplacePictures(imported.article.blocks, keep);
}

}  // namespace pomocnik::kb
