// A file that appears under its name whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik {

// What happens to a file that is at the place already.
enum class Existing { kKeep, kReplace };

// Begins as an empty file beside its place, under a name of its own, and is removed again at the end of its
// life unless it was published. After a crash such a file (`<path>.` and six characters) may stay; it can be
// deleted. Move-only.
class NewFile {
 public:
  // Mode 0600. kNotFound: no such folder. kUnavailable: it cannot be made there.
  static Result<NewFile> Create(const std::string& path);

  NewFile(NewFile&& other) noexcept;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile();

  // Where the file is until it is published: to be filled by Write, or by somebody who knows its format.
  const std::string& draft() const { return draft_; }

  // Replaces what is in it.
  Status Write(std::string_view bytes);

  // Gives the file its name, on disk for good when this returns; an existing one is replaced in one step.
  // kConflict: something is there already, is to be kept, and stays as it is. REQUIRES: nobody has the draft open.
  Status Publish(Existing existing = Existing::kKeep);

 private:
  NewFile(std::string path, std::string draft) : path_(std::move(path)), draft_(std::move(draft)) {}

  std::string path_;
  std::string draft_;  // empty once published or moved from
};

}  // namespace pomocnik
