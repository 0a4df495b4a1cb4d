#include "index/fts/catalog.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "index/fts/manifest.h"
#include "tests/index/fts/fixture.h"

namespace pomocnik::index {
namespace {

void FlipBit(const std::string& path, std::streamoff position) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(position);
  char byte = static_cast<char>(file.get());
  file.seekp(position);
  file.put(static_cast<char>(byte ^ 1));
}

TEST_CASE("the newest sound version is opened; damaged ones are refused with a reason") {
  testing::IndexFixture fixture;
  auto first = fixture.Build(testing::SmallLibrary());
  auto second = fixture.Build(testing::SmallLibrary());
  CHECK(fixture.OpenNewest()->version() == second);

  FlipBit(IndexFile(fixture.index_folder, second), 5000);
  std::vector<Refusal> refusals;
  auto opened = OpenNewest(fixture.index_folder, refusals);
  REQUIRE(opened);
  CHECK((*opened)->version() == first);
  REQUIRE(refusals.size() == 1);
  CHECK(refusals[0].version == second);
  CHECK(refusals[0].reason.find("SHA-256") != std::string::npos);

  std::filesystem::resize_file(IndexFile(fixture.index_folder, second), 4096);
  auto truncated = OpenVersion(fixture.index_folder, second);
  REQUIRE(!truncated);
  CHECK(truncated.error().message.find("4096 bytes instead of") != std::string::npos);
}

Manifest ReadManifest(const std::string& path) {
  std::ifstream in(path);
  auto manifest = ParseManifest(std::string((std::istreambuf_iterator<char>(in)), {}));
  REQUIRE(manifest);
  return *manifest;
}

TEST_CASE("a version of another program, or with a manifest of something else, is refused") {
  testing::IndexFixture fixture;
  auto version = fixture.Build(testing::SmallLibrary());
  auto path = ManifestFile(fixture.index_folder, version);
  const Manifest sound = ReadManifest(path);
  struct Row {
    const char* member;
    std::function<void(Manifest&)> change;
    const char* reason;
  };
  const Row rows[] = {
      {"schema", [](Manifest& m) { m.schema = 99; }, "schema 99"},
      {"schema", [](Manifest& m) { m.schema += std::int64_t{1} << 32; }, "another program version"},
      {"analysis", [](Manifest& m) { m.analysis += 1; }, "another program version"},
      {"version", [](Manifest& m) { m.version = "1"; }, "of version 1"},
      {"size", [](Manifest& m) { m.size += 1; }, "bytes instead of"},
      {"sha256", [](Manifest& m) { m.sha256[5] ^= 1; }, "SHA-256"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.member);
    Manifest manifest = sound;
    row.change(manifest);
    std::ofstream(path) << FormatManifest(manifest);
    auto opened = OpenVersion(fixture.index_folder, version);
    REQUIRE(!opened);
    CHECK(opened.error().code == ErrorCode::kInternal);
    CHECK(opened.error().message.find(row.reason) != std::string::npos);
  }
  const std::string whole = FormatManifest(sound);
  for (const std::string& text :
       {std::string(), std::string("{}"), std::string("not json"), std::string("[]"),
        whole.substr(0, whole.size() / 2), std::string(100'000, '[')}) {
    std::ofstream(path) << text;
    auto opened = OpenVersion(fixture.index_folder, version);
    REQUIRE(!opened);
    CHECK(opened.error().message.find("not a manifest") != std::string::npos);
  }
  std::ofstream(path) << whole;
  CHECK(OpenVersion(fixture.index_folder, version));
}

TEST_CASE("a version without its file is told from a damaged one") {
  testing::IndexFixture fixture;
  auto version = fixture.Build(testing::SmallLibrary());
  const std::string file = IndexFile(fixture.index_folder, version);
  CHECK(*FileSize(fixture.index_folder, version) == std::filesystem::file_size(file));
  std::filesystem::remove(file);
  auto opened = OpenVersion(fixture.index_folder, version);
  REQUIRE(!opened);
  CHECK(opened.error().code == ErrorCode::kNotFound);
  CHECK(FileSize(fixture.index_folder, version).error().code == ErrorCode::kNotFound);
  auto missing = OpenVersion(fixture.index_folder, "20200101T000000000-00000000");
  REQUIRE(!missing);
  CHECK(missing.error().code == ErrorCode::kNotFound);
}

TEST_CASE("a version without the weights of the confidence is refused by the file's name") {
  testing::IndexFixture fixture;
  kb::Library library = testing::SmallLibrary();
  std::erase_if(library.data_files,
                [](const auto& file) { return file.name == "policy/confidence.yaml"; });
  auto opened = OpenVersion(fixture.index_folder, fixture.Build(library));
  REQUIRE(!opened);
  CHECK(opened.error().message == "policy/confidence.yaml: error: the file is missing");
}

TEST_CASE("without any version the error says what to do") {
  testing::TempFolder folder;
  std::vector<Refusal> refusals;
  auto none = OpenNewest(folder.File("index"), refusals);
  REQUIRE(!none);
  CHECK(none.error().code == ErrorCode::kNotFound);
  CHECK(none.error().message.find("pomocnik index") != std::string::npos);
}

TEST_CASE("three versions are kept, and nothing half-written is left") {
  testing::IndexFixture fixture;
  for (int i = 0; i < 5; ++i) fixture.Build(testing::SmallLibrary());
  CHECK(ListVersions(fixture.index_folder).size() == 3);
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry :
       std::filesystem::directory_iterator(fixture.index_folder)) {
    ++files;
  }
  CHECK(files == 6);
}

TEST_CASE("damaged versions do not count as kept") {
  testing::IndexFixture fixture;
  std::vector<std::string> sound(3);
  for (std::string& version : sound) version = fixture.Build(testing::SmallLibrary());
  for (int i = 0; i < 2; ++i) {
    const std::string damaged = fixture.Build(testing::SmallLibrary());
    FlipBit(IndexFile(fixture.index_folder, damaged), 5000);
  }
  // The second of the damaged ones was built, and sound, when the first three were cleaned.
  const std::vector<std::string> left = ListVersions(fixture.index_folder);
  CHECK(left.size() == 4);
  CHECK(left.back() == sound[1]);
  const std::string newest = fixture.Build(testing::SmallLibrary());
  CHECK(ListVersions(fixture.index_folder).size() == 5);
  CHECK(OpenVersion(fixture.index_folder, sound[1]));
  CHECK(OpenVersion(fixture.index_folder, sound[2]));
}

TEST_CASE("the version that is in use is not cleaned away, however old it is") {
  testing::IndexFixture fixture;
  const std::string old = fixture.Build(testing::SmallLibrary());
  auto served = fixture.OpenNewest();
  for (int i = 0; i < 5; ++i) fixture.Build(testing::SmallLibrary());
  CHECK(ListVersions(fixture.index_folder).size() == 4);
  CHECK(OpenVersion(fixture.index_folder, old));
  served.reset();
  fixture.Build(testing::SmallLibrary());
  CHECK(ListVersions(fixture.index_folder).size() == 3);
}

TEST_CASE("nothing is answered from a file that was cut off, by however little") {
  testing::IndexFixture fixture;
  const std::string version = fixture.Build(testing::SmallLibrary());
  auto served = fixture.OpenNewest();
  const std::string file = IndexFile(fixture.index_folder, version);
  REQUIRE(served->FindArticle("regres"));
  for (const unsigned cut : {1U, 5000U}) {
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - cut);
    CHECK(!served->FindArticle("regres"));
    CHECK(!served->Search({"regres", {}, 10, fixture.clock.Now()}));
  }
}

TEST_CASE(
    "a searcher whose file is gone is unavailable, and does not say that there is no such "
    "article") {
  testing::IndexFixture fixture;
  fixture.Build(testing::SmallLibrary());
  auto served = fixture.OpenNewest();
  REQUIRE(served->FindArticle("regres"));
  // Each failure costs an open connection; in the end a new one is needed.
  const std::string version(served->version());
  std::filesystem::resize_file(IndexFile(fixture.index_folder, version), 0);
  for (int i = 0; i < 20; ++i) CHECK(!served->FindArticle("regres"));
  std::filesystem::remove_all(fixture.index_folder);
  const auto gone = served->FindArticle("regres");
  REQUIRE(!gone);
  CHECK(gone.error().code == ErrorCode::kUnavailable);
}

TEST_CASE("a searcher goes on after its version was removed") {
  testing::IndexFixture fixture;
  fixture.Build(testing::SmallLibrary());
  auto old = fixture.OpenNewest();
  REQUIRE(old->Search({"regres", {}, 10, fixture.clock.Now()}));
  std::filesystem::remove_all(fixture.index_folder);
  auto result = old->Search({"regres", {}, 10, fixture.clock.Now()});
  REQUIRE(result);
  CHECK(result->hits.size() == 2);
}

}  // namespace
}  // namespace pomocnik::index
