#include "kb/import/source_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

#include "kb/html/reference.h"
#include "kb/import/file_finder.h"

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;

// Every page of the vendor's help, three times over.
constexpr std::size_t kMostFiles = 50'000;
// A page of the API has 100 articles at most; a PDF of manuals some megabytes.
constexpr std::size_t kMaxDocumentBytes = 64 * 1024 * 1024;

struct FormatTraits {
  SourceFormat format;
  Grouping grouping;
  std::array<std::string_view, 6> endings;
};

constexpr FormatTraits kTraits[] = {
    {SourceFormat::kKnowledgeOwl, Grouping::kTogether, {".json"}},
    {SourceFormat::kHtml, Grouping::kEach, {".html", ".htm", ".xhtml"}},
    {SourceFormat::kFeed, Grouping::kEach, {".xml", ".rss", ".atom"}},
    {SourceFormat::kNewsletter, Grouping::kEach, {".eml", ".html", ".htm"}},
    {SourceFormat::kHtmlHelp, Grouping::kTogether, {".hhp", ".hhc", ".hhk", ".html", ".htm", ".h"}},
    {SourceFormat::kPdf, Grouping::kEach, {".pdf"}},
    {SourceFormat::kMarkdown, Grouping::kEach, {".md"}},
    {SourceFormat::kRecords, Grouping::kEach, {".jsonl", ".csv"}}};

const FormatTraits& TraitsOf(SourceFormat format) {
  return *std::find_if(std::begin(kTraits), std::end(kTraits),
                       [format](const FormatTraits& traits) { return traits.format == format; });
}

struct MediaTypeOfEnding {
  std::string_view ending;
  std::string_view type;
};
constexpr MediaTypeOfEnding kMediaTypes[] = {
    {".html", "text/html"},        {".htm", "text/html"},       {".xhtml", "application/xhtml+xml"},
    {".xml", "application/xml"},   {".rss", "application/xml"}, {".atom", "application/xml"},
    {".json", "application/json"}, {".eml", "message/rfc822"},  {".pdf", "application/pdf"},
    {".md", "text/markdown"},      {".csv", "text/csv"}};

std::string Ending(std::string_view address) {
  const std::size_t dot = address.find_last_of("./");
  if (dot == std::string_view::npos || address[dot] != '.') return "";
  std::string ending(address.substr(dot));
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "slike%20nove/a.png" as the file is called.
std::string Decoded(std::string_view address) {
  std::string text;
  for (std::size_t i = 0; i < address.size(); ++i) {
    const bool escape = address[i] == '%' && i + 2 < address.size() &&
                        HexValue(address[i + 1]) >= 0 && HexValue(address[i + 2]) >= 0;
    if (!escape) {
      text += address[i];
      continue;
    }
    text += static_cast<char>(HexValue(address[i + 1]) * 16 + HexValue(address[i + 2]));
    i += 2;
  }
  return text;
}

std::string FolderOf(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

bool IsDocument(SourceFormat format, std::string_view address) {
  // What the compiler of a help keeps of its project: "#SYSTEM".
  if (format == SourceFormat::kHtmlHelp && address.starts_with('#')) return true;
  const std::string ending = Ending(address);
  const std::span endings(TraitsOf(format).endings);
  return !ending.empty() && std::find(endings.begin(), endings.end(), ending) != endings.end();
}

Grouping GroupingOf(SourceFormat format) { return TraitsOf(format).grouping; }

SourceFiles::SourceFiles(SourceFormat format, std::vector<SourceFile> files, Documents documents) {
  for (SourceFile& file : files) {
    if (documents == Documents::kAll || IsDocument(format, file.address)) {
      documents_.push_back(file);
    }
    std::string address = file.address;
    files_.emplace(std::move(address), std::move(file));
  }
  std::sort(documents_.begin(), documents_.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.address < b.address; });
}

Result<SourceFiles> SourceFiles::List(const SourceConfig& config, Diagnostics& diagnostics) {
  std::error_code error;
  const bool is_file = fs::is_regular_file(config.from, error);
  const std::string folder = is_file ? FolderOf(config.from) : config.from;
  ASSIGN_OR_RETURN(auto found, FindFiles(folder, "", diagnostics));
  if (found.size() > kMostFiles) {
    return Error::InvalidArgument(folder + " holds more than " + std::to_string(kMostFiles) +
                                  " files");
  }
  std::vector<SourceFile> files;
  files.reserve(found.size());
  for (FoundFile& file : found)
    files.push_back({std::move(file.name), std::move(file.path), "", ""});
  SourceFiles source(config.format, std::move(files));
  if (is_file) {
    const std::string name = fs::path(config.from).filename().string();
    std::erase_if(source.documents_, [&](const auto& file) { return file.address != name; });
    if (source.documents_.empty()) {
      return Error::InvalidArgument(config.from + " is no file of the format " +
                                    std::string(FormatName(config.format)));
    }
  }
  return source;
}

void SourceFiles::Add(std::vector<SourceFile> files) {
  for (SourceFile& file : files) {
    std::string address = file.address;
    files_.emplace(std::move(address), std::move(file));
  }
}

const SourceFile* SourceFiles::Find(std::string_view address, std::string_view published) const {
  auto found = files_.find(address);
  if (found != files_.end()) return &found->second;
  address = html::WithoutQuery(address);
  found = files_.find(address);
  if (found == files_.end() && !published.empty() && address.starts_with(published)) {
    address.remove_prefix(published.size());
    while (address.starts_with('/')) address.remove_prefix(1);
    found = files_.find(address);
  }
  if (found == files_.end()) found = files_.find(Decoded(address));
  return found == files_.end() ? nullptr : &found->second;
}

Result<SourceDocument> ReadDocument(const SourceFile& file) {
  ASSIGN_OR_RETURN(std::string bytes, ReadFile(file.path, kMaxDocumentBytes));
  SourceDocument document;
  document.address = file.address;
  document.media_type = file.media_type;
  document.charset = file.charset;
  document.modified = file.modified;
  document.bytes = std::move(bytes);
  if (document.media_type.empty()) {
    const std::string ending = Ending(file.address);
    const auto known =
        std::find_if(std::begin(kMediaTypes), std::end(kMediaTypes),
                     [&](const MediaTypeOfEnding& type) { return type.ending == ending; });
    if (known != std::end(kMediaTypes)) document.media_type = known->type;
  }
  return document;
}

}  // namespace pomocnik::kb
