#include "kb/import/media_store.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "base/new_file.h"
#include "base/sha256.h"

namespace pomocnik::kb {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameDigits = 32;

unsigned Byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}
unsigned Big16(std::string_view bytes, std::size_t at) {
  return Byte(bytes, at) << 8 | Byte(bytes, at + 1);
}
unsigned Big32(std::string_view bytes, std::size_t at) {
  return Big16(bytes, at) << 16 | Big16(bytes, at + 2);
}
unsigned Little16(std::string_view bytes, std::size_t at) {
  return Byte(bytes, at) | Byte(bytes, at + 1) << 8;
}
unsigned Little24(std::string_view bytes, std::size_t at) {
  return Little16(bytes, at) | Byte(bytes, at + 2) << 16;
}

// From segment to segment to the one that has the size.
Picture ReadJpeg(std::string_view bytes) {
  std::size_t at = 2;
  while (at + 9 < bytes.size() && Byte(bytes, at) == 0xFF) {
    const unsigned marker = Byte(bytes, at + 1);
    const bool has_size =
        marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (has_size) return {PictureType::kJpeg, Big16(bytes, at + 7), Big16(bytes, at + 5)};
    at += 2 + std::max(2U, Big16(bytes, at + 2));
  }
  return {PictureType::kJpeg};
}

Picture ReadWebp(std::string_view bytes) {
  constexpr auto kType = PictureType::kWebp;
  const std::string_view chunk = bytes.substr(12, 4);
  if (chunk == "VP8X") return {kType, Little24(bytes, 24) + 1, Little24(bytes, 27) + 1};
  if (chunk == "VP8 ") return {kType, Little16(bytes, 26) & 0x3FFF, Little16(bytes, 28) & 0x3FFF};
  if (chunk == "VP8L") {
    const unsigned bits = Little16(bytes, 21) | Little16(bytes, 23) << 16;
    return {kType, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
  }
  return {kType};
}

Picture ReadHead(std::string_view bytes, PictureType type) {
  switch (type) {
    case PictureType::kPng:
      return {type, Big32(bytes, 16), Big32(bytes, 20)};
    case PictureType::kJpeg:
      return ReadJpeg(bytes);
    case PictureType::kGif:
      return {type, Little16(bytes, 6), Little16(bytes, 8)};
    case PictureType::kWebp:
      return ReadWebp(bytes);
  }
  return {type};
}

}  // namespace

Result<Picture> CheckPicture(std::string_view bytes) {
  if (bytes.size() > kMaxPictureBytes) {
    return Error::InvalidArgument("the picture is larger than 5 MB");
  }
  const auto type = TypeOfPicture(bytes);
  if (!type) return Error::InvalidArgument("it is no PNG, JPEG, GIF or WebP");
  const Picture picture = ReadHead(bytes, *type);
  if (picture.width == 0 || picture.height == 0) {
    return Error::InvalidArgument("the picture is cut off");
  }
  if (picture.width > kMaxPictureSide || picture.height > kMaxPictureSide) {
    return Error::InvalidArgument("the picture has more than 10,000 pixels on a side");
  }
  return picture;
}

Result<std::string> MediaStore::Keep(std::string_view bytes) {
  ASSIGN_OR_RETURN(const Picture picture, CheckPicture(bytes));
  const std::string name =
      Sha256Hex(bytes).substr(0, kNameDigits) + "." + std::string(FileEnding(picture.type));
  const std::string folder = folder_ + "/" + source_;
  const std::string path = folder + "/" + name;
  std::error_code error;
  if (!fs::exists(path, error)) {
    fs::create_directories(folder, error);
    if (error) return Error::Unavailable("cannot make " + folder + ": " + error.message());
    ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
    RETURN_IF_ERROR(file.Write(bytes));
    RETURN_IF_ERROR(file.Publish(Existing::kReplace));
  }
  return "/media/" + source_ + "/" + name;
}

void MediaStore::RemoveAllBut(const std::set<std::string>& paths) {
  const std::string folder = folder_ + "/" + source_;
  std::error_code error;
  std::vector<fs::path> unused;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    if (!paths.contains("/media/" + source_ + "/" + name)) unused.push_back(entry.path());
  }
  for (const fs::path& path : unused) fs::remove(path, error);
}

}  // namespace pomocnik::kb
