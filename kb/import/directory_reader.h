// Reads a kb folder from disk: with kb/editing the only input and output of the kb room.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/library.h"

namespace pomocnik::kb {

struct ReadOptions {
  std::string kb_folder;  // holds articles/, lexicon/, policy/, phrases/, screens.yaml
  // When not empty, these folders replace kb_folder/articles. Read recursively, *.md only.
  std::vector<std::string> article_folders;
  // <data>/sources: the articles and screens of each source below it are read too, with its name; need not exist.
  std::string sources_folder{};
  // Called after each article file with (files read, files found).
  std::function<void(std::size_t, std::size_t)> on_progress = [](std::size_t, std::size_t) {};
  std::stop_token stop = {};  // ends the reading, which then is kUnavailable
};

struct ReadReport {
  Library library;
  Diagnostics diagnostics;  // in the order of files
};

// Reads and checks everything. Broken files are in the diagnostics and never stop the others. Fails only
// when a folder that was named does not exist, cannot be read, or no article at all could be read; the
// message says which folder and what to do.
Result<ReadReport> ReadKnowledgeBase(const ReadOptions& options);

}  // namespace pomocnik::kb
