// The files of a help by their paths, which Windows compares without regard to case.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kb/imported.h"

namespace pomocnik::kb::html_help {

// REQUIRES for its whole life: the documents stay where they are.
class Files {
 public:
  explicit Files(const std::vector<SourceDocument>& documents);

  // Null when there is none. `path` is in lower case, as ResolveTarget gives it.
  const SourceDocument* Find(std::string_view path) const;

  // The first by its path that ends so (".hhp"); null when there is none.
  const SourceDocument* FirstWithEnding(std::string_view ending) const;

  // By path, in lower case.
  const std::map<std::string, const SourceDocument*, std::less<>>& all() const { return files_; }

 private:
  std::map<std::string, const SourceDocument*, std::less<>> files_;
};

}  // namespace pomocnik::kb::html_help
