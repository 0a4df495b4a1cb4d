#include "kb/picture_type.h"

namespace pomocnik::kb {

std::optional<PictureType> TypeOfPicture(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return PictureType::kPng;
  if (bytes.starts_with("\xFF\xD8\xFF")) return PictureType::kJpeg;
  if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return PictureType::kGif;
  const bool has_chunk = bytes.size() >= 12 && bytes.starts_with("RIFF");
  if (has_chunk && bytes.substr(8, 4) == "WEBP") return PictureType::kWebp;
  return std::nullopt;
}

std::string_view MediaType(PictureType type) {
  switch (type) {
    case PictureType::kPng:
      return "image/png";
    case PictureType::kJpeg:
      return "image/jpeg";
    case PictureType::kGif:
      return "image/gif";
    case PictureType::kWebp:
      return "image/webp";
  }
  return "";
}

std::string_view FileEnding(PictureType type) {
  switch (type) {
    case PictureType::kPng:
      return "png";
    case PictureType::kJpeg:
      return "jpg";
    case PictureType::kGif:
      return "gif";
    case PictureType::kWebp:
      return "webp";
  }
  return "";
}

}  // namespace pomocnik::kb
