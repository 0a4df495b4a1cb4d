// Pictures of a source: checked, and copied under names made of their content.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.h"
#include "kb/picture_type.h"

namespace pomocnik::kb {

inline constexpr unsigned kMaxPictureSide = 10'000;  // in pixels; beyond, browsers take gigabytes

// What a picture is by its first bytes; a side of 0: they do not say.
struct Picture {
  PictureType type = PictureType::kPng;
  unsigned width = 0;
  unsigned height = 0;
  bool operator==(const Picture&) const = default;
};

// The picture, if it may be shown. The message says why it may not: its type is none of ours, it is too large, or cut off. Pure.
Result<Picture> CheckPicture(std::string_view bytes);

// Writes below <media>/<source>; a name stands for one content, so that nothing is ever replaced.
class MediaStore {
 public:
  // `folder` is <data>/media; made when needed.
  MediaStore(std::string folder, std::string source)
      : folder_(std::move(folder)), source_(std::move(source)) {}

  // Checks it and returns its path "/media/<source>/<name>". kInvalidArgument: it may not be shown. Else it could not be written.
  Result<std::string> Keep(std::string_view bytes);

  // Removes what is not among these paths.
  void RemoveAllBut(const std::set<std::string>& paths);

 private:
  std::string folder_;
  std::string source_;
};

}  // namespace pomocnik::kb
