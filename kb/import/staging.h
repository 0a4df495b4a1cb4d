// A source's folder in its next state, made beside the present one and put into its place in one step.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik::kb {

std::string SourcesFolder(std::string_view data);                          // <data>/sources
std::string FolderOfSource(std::string_view data, std::string_view name);  // <data>/sources/<name>
std::string ArticleFile(std::string_view source_folder, std::string_view id);

// Removed again at the end of its life unless it was switched to. One at a time for each source. Move-only.
class Staging {
 public:
  // In the place of what a process that was killed has left. kUnavailable: it cannot be made.
  static Result<Staging> Begin(const std::string& data, const std::string& name);

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  // The present state; need not exist.
  const std::string& present() const { return present_; }
  // The state that is made.
  const std::string& next() const { return next_; }
  // A folder for files that are needed while it is made.
  const std::string& scratch() const { return scratch_; }

  Status WriteArticle(std::string_view id, std::string_view text);
  // Takes the article over from the present state as it is.
  Status KeepArticle(std::string_view id);
  // "state.json".
  Status WriteFile(std::string_view name, std::string_view text);

  // From now on this is the present state; on disk for good when it returns. A crash at any moment leaves one or the other.
  Status Switch();

 private:
  Staging(const std::string& data, const std::string& name);

  std::string sources_;
  std::string present_;
  std::string next_;  // empty once moved from
  std::string scratch_;
};

}  // namespace pomocnik::kb
