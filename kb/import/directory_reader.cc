#include "kb/import/directory_reader.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "kb/import/file_finder.h"
#include "kb/markdown/article_parser.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxFileBytes = 2 * 1024 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::string_view kScreensFile = "screens.yaml";

bool IsDataFile(std::string_view name) {
  return name == kScreensFile || name.starts_with("lexicon/") || name.starts_with("phrases/") ||
         name.starts_with("policy/");
}

class Reader {
 public:
  explicit Reader(const ReadOptions& options) : options_(options) {}

  Result<ReadReport> Read() && {
    RETURN_IF_ERROR(ReadDataFiles());
    RETURN_IF_ERROR(FindArticles());
    for (const FoundFile& file : article_files_) {
      if (options_.stop.stop_requested()) return Error::Unavailable("the reading was stopped");
      ReadArticle(file);
      ++files_read_;
      if (options_.on_progress) options_.on_progress(files_read_, article_files_.size());
    }
    if (report_.library.articles.empty()) return NoArticles();
    Diagnostics checked = CheckLibrary(report_.library);
    std::move(checked.begin(), checked.end(), std::back_inserter(report_.diagnostics));
    std::stable_sort(report_.diagnostics.begin(), report_.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) {
                       return std::tie(a.file, a.line) < std::tie(b.file, b.line);
                     });
    return std::move(report_);
  }

 private:
  std::vector<std::string> ArticleFolders() const {
    if (!options_.article_folders.empty()) return options_.article_folders;
    return {options_.kb_folder + "/articles"};
  }

  Status FindArticles() {
    for (const std::string& folder : ArticleFolders()) {
      ASSIGN_OR_RETURN(auto found, FindFiles(folder, ".md", report_.diagnostics));
      std::move(found.begin(), found.end(), std::back_inserter(article_files_));
    }
    return {};
  }

  void ReadArticle(const FoundFile& file) {
    auto text = ReadFile(file.path, kMaxFileBytes);
    if (!text) return Fail(file.path, text.error().message);
    auto article = ParseArticle(*text, file.path, report_.diagnostics);
    if (!article) return;
    report_.library.articles.push_back({std::move(*article), std::move(*text), file.path});
  }

  // What went wrong with the files is lost together with the report, so the message holds the first of it.
  Error NoArticles() const {
    std::string message = "no article in";
    for (const std::string& folder : ArticleFolders()) message += " " + folder;
    if (article_files_.empty()) {
      return Error::NotFound(message + ": put *.md files there or name another folder");
    }
    message += " could be read, files found: " + std::to_string(article_files_.size());
    for (const Diagnostic& diagnostic : report_.diagnostics) {
      if (diagnostic.severity == Severity::kWarning) continue;
      return Error::InvalidArgument(message +
                                    "; the first problem: " + FormatDiagnostic(diagnostic));
    }
    return Error::InvalidArgument(std::move(message));
  }

  Status ReadDataFiles() {
    ASSIGN_OR_RETURN(auto found, FindFiles(options_.kb_folder, ".yaml", report_.diagnostics));
    for (const FoundFile& file : found) {
      if (IsDataFile(file.name)) ReadDataFile(file);
    }
    return {};
  }

  void ReadDataFile(const FoundFile& file) {
    auto text = ReadFile(file.path, kMaxFileBytes);
    if (!text) return Fail(file.path, text.error().message);
    if (!IsValidUtf8(*text)) return Fail(file.path, "the file is not UTF-8 text");
    if (text->starts_with(kByteOrderMark)) text->erase(0, kByteOrderMark.size());
    if (file.name == kScreensFile) {
      report_.library.screens = ParseScreens(*text, file.path, report_.diagnostics);
    }
    report_.library.data_files.push_back({file.name, std::move(*text)});
  }

  void Fail(const std::string& file, std::string message) {
    report_.diagnostics.push_back({Severity::kError, file, 0, std::move(message)});
  }

  const ReadOptions& options_;
  std::vector<FoundFile> article_files_;
  std::size_t files_read_ = 0;
  ReadReport report_;
};

}  // namespace

Result<ReadReport> ReadKnowledgeBase(const ReadOptions& options) { return Reader(options).Read(); }

}  // namespace pomocnik::kb
