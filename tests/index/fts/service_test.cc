#include "index/fts/service.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "index/fts/article_digests.h"
#include "index/fts/catalog.h"
#include "index/fts/manifest.h"
#include "tests/index/fts/fixture.h"

namespace pomocnik::index {
namespace {

using Versions = std::vector<std::string>;
using Standing = KeptVersion::Standing;

// Three versions, the oldest first.
struct ThreeVersions : testing::IndexFixture {
  std::string first = Build(testing::SmallLibrary());
  std::string second = Build(testing::SmallLibrary());
  std::string third = Build(testing::SmallLibrary());

  Versions Published() const { return ListVersions(index_folder); }
  Versions Withdrawn() const { return ListWithdrawn(index_folder); }
};

TEST_CASE("going back withdraws the newer versions, and loses none") {
  ThreeVersions three;
  REQUIRE(PutIntoService(three.index_folder, three.first));
  CHECK(three.Published() == Versions{three.first});
  CHECK(three.Withdrawn() == Versions{three.third, three.second});
  CHECK(three.OpenNewest()->version() == three.first);
  const auto kept = ListKeptVersions(three.index_folder);
  REQUIRE(kept.size() == 3);
  CHECK(kept[0].version == three.third);
  CHECK(kept[0].standing == Standing::kWithdrawn);
  CHECK(kept[0].articles > 0);
  CHECK(kept[2].standing == Standing::kPublished);
}

TEST_CASE("a version that was rolled back can be put into service again, past others") {
  ThreeVersions three;
  REQUIRE(PutIntoService(three.index_folder, three.first));
  REQUIRE(PutIntoService(three.index_folder, three.third));
  CHECK(three.Published() == Versions{three.third, three.first});
  REQUIRE(PutIntoService(three.index_folder, three.second));
  CHECK(three.Published() == Versions{three.second, three.first});
  CHECK(three.OpenNewest()->version() == three.second);
  CHECK(ListKeptVersions(three.index_folder).size() == 3);
}

TEST_CASE("what is in service already stays so") {
  ThreeVersions three;
  REQUIRE(PutIntoService(three.index_folder, three.third));
  CHECK(three.Published().size() == 3);
}

TEST_CASE("a damaged version, or none, changes nothing") {
  ThreeVersions three;
  std::filesystem::resize_file(IndexFile(three.index_folder, three.second), 4096);
  CHECK(PutIntoService(three.index_folder, three.second).error().code == ErrorCode::kInternal);
  for (const std::string name : {"20990101T000000000-00000000", "", "../index/x"}) {
    CHECK(PutIntoService(three.index_folder, name).error().code == ErrorCode::kNotFound);
  }
  CHECK(three.Published().size() == 3);
}

// The process ends between two renames: whatever was done until then, the old or the new version is the newest.
TEST_CASE("a crash while going back leaves one of both in service") {
  ThreeVersions three;
  // The first rename of a way back over two versions.
  std::filesystem::rename(ManifestFile(three.index_folder, three.second),
                          WithdrawnFile(three.index_folder, three.second));
  CHECK(three.OpenNewest()->version() == three.third);
  REQUIRE(PutIntoService(three.index_folder, three.first));
  CHECK(three.OpenNewest()->version() == three.first);
  CHECK(ListKeptVersions(three.index_folder).size() == 3);
}

TEST_CASE("the next build is in service, and old withdrawn versions are cleaned away") {
  ThreeVersions three;
  REQUIRE(PutIntoService(three.index_folder, three.first));
  const std::string fourth = three.Build(testing::SmallLibrary());
  CHECK(three.OpenNewest()->version() == fourth);
  CHECK(three.Withdrawn() == Versions{three.third, three.second});
  for (int i = 0; i < 3; ++i) {
    const std::string next = three.Build(testing::SmallLibrary());
    REQUIRE(PutIntoService(three.index_folder, fourth));
    CHECK(three.OpenNewest()->version() == fourth);
  }
  three.Build(testing::SmallLibrary());
  CHECK(three.Withdrawn().size() == 3);
  CHECK_FALSE(std::filesystem::exists(IndexFile(three.index_folder, three.second)));
}

TEST_CASE("a version is moved to another folder with its manifest") {
  testing::IndexFixture from;
  testing::IndexFixture to;
  const std::string version = from.Build(testing::SmallLibrary());
  REQUIRE(MoveVersion(from.index_folder, to.index_folder, version));
  CHECK(ListVersions(from.index_folder).empty());
  CHECK(to.OpenNewest()->version() == version);
  CHECK(MoveVersion(from.index_folder, to.index_folder, version).error().code ==
        ErrorCode::kNotFound);
}

TEST_CASE("a version tells when it was made by its name") {
  CHECK(TimeOfVersion("20261123T150500123-01234567") == ParseRfc3339("2026-11-23T15:05:00.123Z"));
  for (const char* name : {"", "2026", "1", "20261323T150500123-0", "x0261123T150500123-0"}) {
    CHECK_FALSE(TimeOfVersion(name).has_value());
  }
}

TEST_CASE("the digest of an article changes with its text, and only then") {
  testing::IndexFixture fixture;
  kb::Library library = testing::SmallLibrary();
  const std::string first = fixture.Build(library);
  library.articles[3].markdown += "\nŠe nekaj.\n";
  const std::string second = fixture.Build(library);
  const auto before = ReadArticleDigests(fixture.index_folder, first);
  const auto after = ReadArticleDigests(fixture.index_folder, second);
  REQUIRE(before);
  REQUIRE(after);
  REQUIRE(before->size() == library.articles.size());
  for (std::size_t i = 0; i < before->size(); ++i) {
    CHECK((*before)[i].id == library.articles[i].article.id);
    CHECK(((*before)[i] == (*after)[i]) == (i != 3));
  }
  CHECK((*before)[3].title == "Regres");
}

}  // namespace
}  // namespace pomocnik::index
