#include "kb/picture_type.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb {
namespace {

TEST_CASE("a picture's type is told by its content") {
  struct Row {
    std::string bytes;
    std::string_view media_type;  // empty: no picture that may be shown
    std::string_view ending;
  };
  const Row rows[] = {
      {"\x89PNG\r\n\x1A\n....", "image/png", "png"},
      {"\xFF\xD8\xFF\xE0 JFIF", "image/jpeg", "jpg"},
      {"GIF89a...", "image/gif", "gif"},
      {"GIF87a...", "image/gif", "gif"},
      {std::string("RIFF\x01\x02\x03\x04WEBPVP8 ", 16), "image/webp", "webp"},
      {"RIFF....WAVE", "", ""},
      {"RIFFWEBP", "", ""},
      {"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", "", ""},
      {"<html>", "", ""},
      {"\x89PNG", "", ""},
      {"BM", "", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const auto type = TypeOfPicture(row.bytes);
    REQUIRE(type.has_value() != row.media_type.empty());
    if (!type) continue;
    CHECK(MediaType(*type) == row.media_type);
    CHECK(FileEnding(*type) == row.ending);
  }
}

}  // namespace
}  // namespace pomocnik::kb
