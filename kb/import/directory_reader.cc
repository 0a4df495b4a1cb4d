#include "kb/import/directory_reader.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <future>
#include <iterator>
#include <set>
#include <span>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "kb/import/file_finder.h"
#include "kb/linking/known_addresses.h"
#include "kb/markdown/article_parser.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxFileBytes = 2 * 1024 * 1024;

constexpr std::string_view kScreensFile = "screens.yaml";

bool IsDataFile(std::string_view name) {
  return name == kScreensFile || name.starts_with("lexicon/") || name.starts_with("phrases/") ||
         name.starts_with("policy/");
}

struct FileOfSource {
  FoundFile found;
  std::string source;
};

// Files that a thread reads at a time, and threads that do.
constexpr std::size_t kPart = 64;
constexpr std::size_t kThreads = 4;

// What came of some files, in their order.
struct ReadFiles {
  std::vector<SourceArticle> articles;
  Diagnostics diagnostics;
  std::size_t files = 0;
};

ReadFiles ReadPart(std::span<const FileOfSource> files) {
  ReadFiles part;
  part.articles.reserve(files.size());
  part.files = files.size();
  for (const FileOfSource& file : files) {
    const std::string& path = file.found.path;
    auto text = ReadFile(path, kMaxFileBytes);
    if (!text) {
      part.diagnostics.push_back({Severity::kError, path, 0, text.error().message});
      continue;
    }
    auto article = ParseArticle(*text, path, part.diagnostics);
    if (!article) continue;
    part.articles.push_back({std::move(*article), std::move(*text), path, file.source});
  }
  return part;
}

class Reader {
 public:
  explicit Reader(const ReadOptions& options) : options_(options) {}

  Result<ReadReport> Read() && {
    RETURN_IF_ERROR(ReadDataFiles());
    RETURN_IF_ERROR(FindArticles());
    for (const SourceFolder& source : options_.sources) ReadScreensOf(source);
    RETURN_IF_ERROR(ReadArticles());
    if (report_.library.articles.empty()) return NoArticles();
    report_.merge = MergeCopies(report_.library);
    report_.linked = LinkKnownAddresses(report_.library);
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
    for (const std::string& folder : ArticleFolders()) RETURN_IF_ERROR(FindArticlesIn(folder, ""));
    for (const SourceFolder& source : options_.sources) {
      RETURN_IF_ERROR(FindArticlesIn(source.folder + "/articles", source.name));
    }
    return {};
  }

  Status FindArticlesIn(const std::string& folder, const std::string& source) {
    ASSIGN_OR_RETURN(auto found, FindFiles(folder, ".md", report_.diagnostics));
    article_files_.reserve(article_files_.size() + found.size());
    for (FoundFile& file : found) article_files_.push_back({std::move(file), source});
    return {};
  }

  // While one part of the files is read, others are by other threads.
  Status ReadArticles() {
    std::deque<std::future<ReadFiles>> parts;
    std::size_t begun = 0;
    const auto begin = [&] {
      const std::size_t end = std::min(begun + kPart, article_files_.size());
      parts.push_back(std::async(std::launch::async, ReadPart,
                                 std::span(article_files_).subspan(begun, end - begun)));
      begun = end;
    };
    while (begun < article_files_.size() || !parts.empty()) {
      const bool stops = options_.stop.stop_requested();
      while (!stops && begun < article_files_.size() && parts.size() < kThreads) begin();
      if (parts.empty()) break;
      ReadFiles part = parts.front().get();
      parts.pop_front();
      Take(std::move(part));
    }
    if (!options_.stop.stop_requested()) return {};
    return Error::Unavailable("the reading was stopped");
  }

  void Take(ReadFiles part) {
    std::move(part.articles.begin(), part.articles.end(),
              std::back_inserter(report_.library.articles));
    std::move(part.diagnostics.begin(), part.diagnostics.end(),
              std::back_inserter(report_.diagnostics));
    for (std::size_t i = 0; i < part.files; ++i) {
      ++files_read_;
      if (options_.on_progress) options_.on_progress(files_read_, article_files_.size());
    }
  }

  void ReadScreensOf(const SourceFolder& source) {
    const std::string path = source.folder + "/" + std::string(kScreensFile);
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return;
    auto text = ReadFile(path, kMaxFileBytes);
    if (!text) return Fail(path, text.error().message);
    if (!IsValidUtf8(*text)) return Fail(path, "the file is not UTF-8 text");
    std::set<std::pair<std::string, std::string>> listed;
    for (const Screen& screen : report_.library.screens) listed.emplace(screen.app, screen.id);
    std::set<std::pair<std::string, int>> numbers;
    for (const Screen& screen : report_.library.screens) {
      if (screen.number) numbers.emplace(screen.app, *screen.number);
    }
    for (Screen& screen : ParseScreens(*text, path, report_.diagnostics)) {
      if (listed.contains({screen.app, screen.id})) continue;
      if (screen.number && numbers.contains({screen.app, *screen.number})) screen.number.reset();
      report_.library.screens.push_back(std::move(screen));
    }
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
  std::vector<FileOfSource> article_files_;
  std::size_t files_read_ = 0;
  ReadReport report_;
};

}  // namespace

std::vector<SourceFolder> FindSources(const std::string& folder) {
  std::vector<SourceFolder> sources;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    const bool is_source = !name.starts_with('.') && !entry->is_symlink(error) &&
                           std::filesystem::is_directory(entry->path() / "articles", error);
    if (is_source) sources.push_back({name, entry->path().string()});
  }
  std::sort(sources.begin(), sources.end(),
            [](const SourceFolder& a, const SourceFolder& b) { return a.name < b.name; });
  return sources;
}

Result<ReadReport> ReadKnowledgeBase(const ReadOptions& options) { return Reader(options).Read(); }

}  // namespace pomocnik::kb
