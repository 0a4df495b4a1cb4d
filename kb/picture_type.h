// What kinds of pictures articles may show, told by the first bytes whatever a file is called. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pomocnik::kb {

enum class PictureType { kPng, kJpeg, kGif, kWebp };

inline constexpr std::size_t kMaxPictureBytes = 5 * 1024 * 1024;  // screenshots have some 100 kB

// Absent for everything else, SVG included, which may hold scripts.
std::optional<PictureType> TypeOfPicture(std::string_view bytes);

// "image/png"
std::string_view MediaType(PictureType type);

// "png", "jpg", "gif" or "webp".
std::string_view FileEnding(PictureType type);

}  // namespace pomocnik::kb
