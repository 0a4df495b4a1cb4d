// Reads a piece of a source: what the process apart from the others does.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kb/html/screen_map.h"
#include "kb/import/importers.h"
#include "kb/import/media_store.h"
#include "kb/import/read_result.h"
#include "kb/import/source_config.h"
#include "kb/import/source_files.h"
#include "kb/recognition/names.h"

namespace pomocnik::kb {

// Documents that are read together.
using Piece = std::vector<const SourceFile*>;

class PieceReader {
 public:
  // `config` and `files` must outlive the reader.
  PieceReader(const SourceConfig& config, const SourceFiles& files, Importer importer,
              MediaStore media);

  // Reads the files and what they refer to, and keeps their pictures. What goes wrong is in the result.
  ReadResult Read(const Piece& piece);

 private:
  void ReadScreenMap(Diagnostics& diagnostics);
  void JoinScreens(ImportedArticle& imported) const;
  void KeepPictures(ImportedArticle& imported, ReadResult& result);

  const SourceConfig& config_;
  const SourceFiles& files_;
  const Importer importer_;
  MediaStore media_;
  const recognition::Names names_;
  enum class Map { kUnread, kRead } map_ = Map::kUnread;
  std::map<std::string, std::vector<html::MappedScreen>, std::less<>> screens_;  // by address
};

}  // namespace pomocnik::kb
