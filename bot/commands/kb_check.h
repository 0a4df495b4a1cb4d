// Reading a knowledge base for `index` and `check`, with everything that is wrong in it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/import/directory_reader.h"
#include "kb/library.h"

namespace pomocnik::bot::commands {

struct CheckedKb {
  kb::Library library;
  kb::Diagnostics diagnostics;  // of articles, screens, and all data files
  kb::MergeReport merge;        // of copies
  std::size_t errors = 0;
  std::size_t data_file_errors = 0;  // of them: no version with these could be served
  std::size_t warnings = 0;
};

// Errors are those of kb::ReadKnowledgeBase.
Result<CheckedKb> ReadAndCheck(const kb::ReadOptions& options);

// The same with a progress bar; of the sources in the data folder too, unless it is empty.
Result<CheckedKb> ReadAndCheck(const std::string& kb_folder,
                               const std::vector<std::string>& article_folders,
                               const std::string& data);

// On stderr, one a line.
void PrintDiagnostics(const kb::Diagnostics& diagnostics);

}  // namespace pomocnik::bot::commands
