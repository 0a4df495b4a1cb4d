// The files of a source, wherever they lie: in a folder, as one file, or unpacked and fetched ones in numbered files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/import/source_config.h"
#include "kb/imported.h"

namespace pomocnik::kb {

// A file that can be read.
struct SourceFile {
  std::string address;  // as SourceDocument::address
  std::string path;
  std::string media_type;          // as told; empty: by the address
  std::string charset;             // as told
  std::optional<Date> modified{};  // as told
};

// Whether a file of this name holds articles of the format; other files are pictures, maps and the like.
bool IsDocument(SourceFormat format, std::string_view address);

// Whether documents of the format are read together, because they speak of each other.
enum class Grouping { kEach, kTogether };
Grouping GroupingOf(SourceFormat format);

class SourceFiles {
 public:
  // Lists a folder, or the one file with those beside it. kNotFound: there is neither. kInvalidArgument: there are too many files.
  static Result<SourceFiles> List(const SourceConfig& config, Diagnostics& diagnostics);

  // Of files that were unpacked or fetched. What was fetched was listed as documents, whatever its address ends in.
  enum class Documents { kByName, kAll };
  SourceFiles(SourceFormat format, std::vector<SourceFile> files,
              Documents documents = Documents::kByName);

  // Files that documents refer to, beside those that are there.
  void Add(std::vector<SourceFile> files);

  const std::vector<SourceFile>& documents() const { return documents_; }  // by address

  // The file that a picture or attachment is in: `address` is relative to the source, or absolute and below `published`, where
  // the source is published. Null when there is none.
  const SourceFile* Find(std::string_view address, std::string_view published) const;

 private:
  std::map<std::string, SourceFile, std::less<>> files_;  // by address
  std::vector<SourceFile> documents_;
};

// The whole file as a document. kUnavailable: it cannot be read; kInvalidArgument: it is too large.
Result<SourceDocument> ReadDocument(const SourceFile& file);

}  // namespace pomocnik::kb
