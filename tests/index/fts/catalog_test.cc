#include "index/fts/catalog.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

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

TEST_CASE("a version of another schema, or without its file, is refused") {
  testing::IndexFixture fixture;
  auto version = fixture.Build(testing::SmallLibrary());
  auto path = ManifestFile(fixture.index_folder, version);
  std::ifstream in(path);
  std::string json((std::istreambuf_iterator<char>(in)), {});
  auto manifest = ParseManifest(json);
  REQUIRE(manifest);
  manifest->schema = 99;
  std::ofstream(path) << FormatManifest(*manifest);
  auto other = OpenVersion(fixture.index_folder, version);
  REQUIRE(!other);
  CHECK(other.error().message.find("schema 99") != std::string::npos);

  std::ofstream(path) << "{}";
  CHECK(!OpenVersion(fixture.index_folder, version));
  std::ofstream(path) << "not json";
  CHECK(!OpenVersion(fixture.index_folder, version));
  CHECK(!OpenVersion(fixture.index_folder, "20200101T000000000-00000000"));
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

TEST_CASE("a searcher goes on after its version was removed") {
  testing::IndexFixture fixture;
  fixture.Build(testing::SmallLibrary());
  auto old = fixture.OpenNewest();
  REQUIRE(old->Search({"regres", {}, 10, fixture.clock.Now()}));
  for (int i = 0; i < 4; ++i) fixture.Build(testing::SmallLibrary());
  auto result = old->Search({"regres", {}, 10, fixture.clock.Now()});
  REQUIRE(result);
  CHECK(result->hits.size() == 2);
}

}  // namespace
}  // namespace pomocnik::index
