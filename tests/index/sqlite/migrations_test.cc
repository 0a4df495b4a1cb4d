#include "index/sqlite/migrations.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace pomocnik::sqlite {
namespace {

using Scripts = std::span<const std::string_view>;

constexpr std::array<std::string_view, 3> kScripts = {
    "CREATE TABLE a (x INTEGER) STRICT;",
    "ALTER TABLE a ADD COLUMN y TEXT; CREATE INDEX a_by_y ON a (y);",
    "CREATE TABLE b (x INTEGER) STRICT;",
};

Database InMemory() { return *Database::Open(":memory:", OpenMode::kReadWriteCreate); }

std::int64_t Number(Database& database, std::string_view sql) {
  Statement statement = *database.Prepare(sql);
  REQUIRE(*statement.Step() == Step::kRow);
  return statement.Integer(0);
}

TEST_CASE("scripts are applied once each, in order") {
  Database database = InMemory();
  REQUIRE(Migrate(database, Scripts(kScripts).first(1)));
  REQUIRE(database.Execute("INSERT INTO a VALUES (7)"));
  REQUIRE(Migrate(database, kScripts));
  REQUIRE(Migrate(database, kScripts));
  CHECK(Number(database, "PRAGMA user_version") == 3);
  CHECK(Number(database, "SELECT x FROM a WHERE y IS NULL") == 7);
  CHECK(Number(database, "SELECT COUNT(*) FROM b") == 0);
}

TEST_CASE("a script that fails leaves the version before it") {
  constexpr std::array<std::string_view, 2> kBroken = {
      kScripts[0], "CREATE TABLE half (x INTEGER) STRICT; CREATE nonsense;"};
  Database database = InMemory();
  CHECK_FALSE(Migrate(database, kBroken));
  CHECK(Number(database, "PRAGMA user_version") == 1);
  CHECK(Number(database, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'half'") == 0);
  CHECK(Migrate(database, kScripts));
}

TEST_CASE("a database of a newer program is refused with words") {
  Database database = InMemory();
  REQUIRE(Migrate(database, kScripts));
  const auto status = Migrate(database, Scripts(kScripts).first(2));
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::kConflict);
  CHECK(status.error().message ==
        "the database has version 3, this program knows up to 2: use a newer program");
}

}  // namespace
}  // namespace pomocnik::sqlite
