#include "base/private_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace pomocnik {
namespace {

using testing::TempFolder;

std::string MakeFile(const TempFolder& folder, const std::string& bytes,
                     std::filesystem::perms permissions) {
  const std::string path = folder.File("secret");
  std::ofstream(path, std::ios::binary) << bytes;
  std::filesystem::permissions(path, permissions);
  return path;
}

constexpr auto kOwner = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

TEST_CASE("a private file is read whole, however long its owner made it") {
  const TempFolder folder;
  const std::string bytes = std::string("a\0b", 3) + std::string(10'000, 'x');
  const auto read = ReadPrivateFile(MakeFile(folder, bytes, kOwner), "it", 20'000);
  REQUIRE(read);
  CHECK(*read == bytes);
}

TEST_CASE("no file is no error") {
  const TempFolder folder;
  const auto read = ReadPrivateFile(folder.File("none"), "it", 100);
  REQUIRE(read);
  CHECK_FALSE(read->has_value());
}

TEST_CASE("a file that others may read, and one that is too large, are refused with the reason") {
  const TempFolder folder;
  const auto open = ReadPrivateFile(
      MakeFile(folder, "x", kOwner | std::filesystem::perms::others_read), "the key", 100);
  REQUIRE_FALSE(open);
  CHECK(open.error().message == "cannot read the key: others may read it; run chmod 600 on it");
  const auto large = ReadPrivateFile(MakeFile(folder, std::string(101, 'x'), kOwner), "it", 100);
  REQUIRE_FALSE(large);
  CHECK(large.error().message == "cannot read it: it is too large");
}

}  // namespace
}  // namespace pomocnik
