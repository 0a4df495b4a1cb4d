#include "base/new_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/files.h"
#include "tests/support/temp_folder.h"

namespace pomocnik {
namespace {

using testing::TempFolder;

std::ptrdiff_t CountFiles(const TempFolder& folder) {
  return std::distance(std::filesystem::directory_iterator(folder.path()),
                       std::filesystem::directory_iterator());
}

TEST_CASE("a new file is there once it is published, private and alone") {
  const TempFolder folder;
  const std::string path = folder.File("new");
  {
    auto file = NewFile::Create(path);
    REQUIRE(file);
    REQUIRE(file->Write("first, and longer"));
    REQUIRE(file->Write(std::string_view("a\0b", 3)));
    CHECK_FALSE(std::filesystem::exists(path));
    REQUIRE(file->Publish());
  }
  CHECK(testing::ReadFile(path) == std::string("a\0b", 3));
  CHECK(CountFiles(folder) == 1);
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("a new file that is not published leaves nothing behind") {
  const TempFolder folder;
  {
    auto file = NewFile::Create(folder.File("new"));
    REQUIRE(file);
    const NewFile moved = std::move(*file);
    CHECK(CountFiles(folder) == 1);
  }
  CHECK(CountFiles(folder) == 0);
}

TEST_CASE("a new file replaces the old one when it shall, and not before") {
  const TempFolder folder;
  const std::string path = folder.File("new");
  std::ofstream(path) << "old";
  auto file = NewFile::Create(path);
  REQUIRE(file);
  REQUIRE(file->Write("new"));
  CHECK(testing::ReadFile(path) == "old");
  REQUIRE(file->Publish(Existing::kReplace));
  CHECK(testing::ReadFile(path) == "new");
  CHECK(CountFiles(folder) == 1);
}

TEST_CASE("a new file takes nobody's place") {
  const TempFolder folder;
  const std::string path = folder.File("new");
  SUBCASE("of a file") { std::ofstream(path) << "old"; }
  SUBCASE("of a link that leads nowhere") {
    std::filesystem::create_symlink(folder.File("missing"), path);
  }
  {
    auto file = NewFile::Create(path);
    REQUIRE(file);
    REQUIRE(file->Write("new"));
    const Status published = file->Publish();
    REQUIRE_FALSE(published);
    CHECK(published.error().code == ErrorCode::kConflict);
    CHECK(published.error().message == "cannot create " + path + ": it exists already");
  }
  CHECK(testing::ReadFile(path) != "new");
  CHECK(CountFiles(folder) == 1);
}

TEST_CASE("a new file needs a folder") {
  const TempFolder folder;
  const auto file = NewFile::Create(folder.File("missing/new"));
  REQUIRE_FALSE(file);
  CHECK(file.error().code == ErrorCode::kNotFound);
}

}  // namespace
}  // namespace pomocnik
