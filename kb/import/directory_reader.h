// Reads a kb folder from disk: with kb/editing the only input and output of the kb room.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/library.h"
#include "kb/merging/merge_copies.h"

namespace pomocnik::kb {

// What was imported from one source: articles/ and perhaps screens.yaml.
struct SourceFolder {
  std::string name;  // SourceArticle::source of its articles
  std::string folder;
};

// The sources below `folder`, by name; none when there is no such folder. A folder without articles/, a hidden one and a
// link are none.
std::vector<SourceFolder> FindSources(const std::string& folder);

struct ReadOptions {
  std::string kb_folder;  // holds articles/, lexicon/, policy/, phrases/, screens.yaml
  // When not empty, these folders replace kb_folder/articles. Read recursively, *.md only.
  std::vector<std::string> article_folders;
  // Called after each article file with (files read, files found).
  std::function<void(std::size_t, std::size_t)> on_progress = [](std::size_t, std::size_t) {};
  std::stop_token stop = {};               // ends the reading, which then is kUnavailable
  std::vector<SourceFolder> sources = {};  // beside our own articles
};

struct ReadReport {
  Library library;
  Diagnostics diagnostics;  // in the order of files
  MergeReport merge;        // of copies
  std::size_t linked = 0;   // links to published addresses that lead to the article itself now
};

// Reads and checks everything, merges copies (kb/merging) and links articles (kb/linking). Of a screen that several list, our own
// entry counts, then that of the first source. Broken files are in the diagnostics and never stop the others. Fails only
// when a folder that was named does not exist, cannot be read, or no article at all could be read; the
// message says which folder and what to do.
Result<ReadReport> ReadKnowledgeBase(const ReadOptions& options);

}  // namespace pomocnik::kb
