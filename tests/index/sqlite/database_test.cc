#include "index/sqlite/database.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace pomocnik::sqlite {
namespace {

using testing::TempFolder;

Database OpenNew(const std::string& path) {
  auto database = Database::Open(path, OpenMode::kReadWriteCreate);
  REQUIRE_MESSAGE(database, database.error().message);
  return std::move(*database);
}

Statement Prepared(Database& database, std::string_view sql) {
  auto statement = database.Prepare(sql);
  REQUIRE_MESSAGE(statement, statement.error().message);
  return std::move(*statement);
}

std::string OneText(Database& database, std::string_view sql) {
  Statement statement = Prepared(database, sql);
  const auto step = statement.Step();
  REQUIRE(step);
  REQUIRE(*step == Step::kRow);
  return std::string(statement.Text(0));
}

// A statement that would run for hours.
constexpr char kEndless[] =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n";

TEST_CASE("what is bound comes back as it was") {
  Database database = OpenNew(":memory:");
  Statement statement = Prepared(database, "SELECT ?1, ?2, ?3, ?4, ?5");
  const std::string with_zero("a\0b", 3);
  statement.Bind(1, with_zero).Bind(2, std::string_view()).Bind(3, std::int64_t{1} << 40);
  statement.Bind(4, 0.5).BindNull(5);
  REQUIRE(statement.Step());
  CHECK(statement.Text(0) == with_zero);
  CHECK(statement.Text(1).empty());
  CHECK_FALSE(statement.IsNull(1));  // empty text is not NULL
  CHECK(statement.Integer(2) == std::int64_t{1} << 40);
  CHECK(statement.Real(3) == 0.5);
  CHECK(statement.IsNull(4));
  CHECK(statement.Text(4).empty());
}

TEST_CASE("a statement runs again after Reset and has forgotten its parameters") {
  Database database = OpenNew(":memory:");
  Statement statement = Prepared(database, "SELECT ?1");
  REQUIRE(statement.Bind(1, "x").Step());
  statement.Reset();
  REQUIRE(statement.Step());
  CHECK(statement.IsNull(0));
}

TEST_CASE("an oversized value fails the step and not the program") {
  Database database = OpenNew(":memory:");
  Statement statement = Prepared(database, "SELECT ?1");
  CHECK_FALSE(statement.Bind(1, std::string((64u << 20) + 1, 'x')).Step());
  statement.Reset();
  CHECK(statement.Bind(1, "x").Step());
}

TEST_CASE("Prepare takes one statement, comments around it included") {
  struct Row {
    const char* sql;
    bool good;
  };
  const Row rows[] = {
      {"-- what it is\nSELECT 1;\n-- the end\n", true},
      {"SELECT 1", true},
      {"SELECT 1; SELECT 2", false},
      {"SELECT 1; nonsense", false},
      {"-- only a comment", false},
      {"", false},
      {"SELECT \"not a column\"", false},
  };
  Database database = OpenNew(":memory:");
  for (const Row& row : rows) {
    CAPTURE(row.sql);
    CHECK(database.Prepare(row.sql).has_value() == row.good);
  }
}

TEST_CASE("a path may hold any character") {
  const TempFolder folder;
  for (const char* name : {"a b.db", "100%.db", "a?mode=memory.db", "a#b.db", "č&š.db", "file:x"}) {
    CAPTURE(name);
    const std::string path = folder.File(name);
    REQUIRE(OpenNew(path).Execute("CREATE TABLE t (x INTEGER) STRICT"));
    CHECK(std::filesystem::exists(path));
    CHECK(Database::Open(path, OpenMode::kImmutable).has_value());
  }
  CHECK(Database::Open("/" + folder.File("a b.db"), OpenMode::kReadOnly).has_value());
}

TEST_CASE("opening what is not there or is no database is an error that names the file") {
  const TempFolder folder;
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kImmutable}) {
    const auto missing = Database::Open(folder.File("missing.db"), mode);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::kNotFound);
    CHECK(missing.error().message.find(folder.File("missing.db")) != std::string::npos);
  }
  std::ofstream(folder.File("text.db")) << std::string(5000, 'x');
  const auto text = Database::Open(folder.File("text.db"), OpenMode::kImmutable);
  REQUIRE_FALSE(text);
  CHECK(text.error().code == ErrorCode::kInternal);
  CHECK(text.error().message.find("not a database") != std::string::npos);
}

TEST_CASE("a file cut short is an error and not a crash") {
  const TempFolder folder;
  const std::string path = folder.File("cut.db");
  {
    Database database = OpenNew(path);
    REQUIRE(database.Execute("CREATE TABLE t (x TEXT) STRICT"));
    REQUIRE(database.Execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)"
        " INSERT INTO t SELECT 'row ' || i FROM n"));
  }
  auto database = Database::Open(path, OpenMode::kImmutable);
  REQUIRE(database);
  REQUIRE(::truncate(path.c_str(), 8192) == 0);
  Statement statement = Prepared(*database, "SELECT MAX(x) FROM t");
  CHECK_FALSE(statement.Step());
}

TEST_CASE("a published file cannot be written") {
  const TempFolder folder;
  REQUIRE(OpenNew(folder.File("a.db")).Execute("CREATE TABLE t (x INTEGER) STRICT"));
  auto database = Database::Open(folder.File("a.db"), OpenMode::kImmutable);
  REQUIRE(database);
  const auto status = database->Execute("INSERT INTO t VALUES (1)");
  REQUIRE_FALSE(status);
  CHECK(status.error().message.find("not authorized") != std::string::npos);
  CHECK_FALSE(database->Execute("ATTACH ':memory:' AS other"));
}

TEST_CASE("on a published file nothing is done but reading") {
  const TempFolder folder;
  REQUIRE(OpenNew(folder.File("a.db"))
              .Execute("CREATE VIRTUAL TABLE words USING fts5(text);"
                       "INSERT INTO words VALUES ('dobavnica');"));
  auto database = Database::Open(folder.File("a.db"), OpenMode::kImmutable);
  REQUIRE(database);
  for (const char* sql :
       {"UPDATE sqlite_schema SET sql = ''", "CREATE TABLE t (x INTEGER)",
        "CREATE TEMP TABLE t (x INTEGER)", "CREATE TEMP VIEW v AS SELECT 1", "BEGIN",
        "PRAGMA mmap_size = 1048576", "PRAGMA trusted_schema = ON", "PRAGMA journal_mode",
        "CREATE VIRTUAL TABLE temp.other USING fts5(text)", "VACUUM", "REINDEX", "ANALYZE"}) {
    CAPTURE(std::string(sql));
    CHECK_FALSE(database->Execute(sql));
  }
  CHECK(OneText(*database, "SELECT text FROM words WHERE words MATCH 'dobavnica'") == "dobavnica");
  CHECK(OneText(*database,
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) "
                "SELECT MAX(i) FROM n") == "3");
}

TEST_CASE("a statement out of all proportion is refused") {
  Database database = OpenNew(":memory:");
  const auto repeated = [](std::string_view part, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += part;
    return text;
  };
  CHECK(database.Prepare("SELECT 1" + repeated(" + 1", 90)));
  CHECK_FALSE(database.Prepare("SELECT 1" + repeated(" + 1", 110)));
  CHECK(database.Prepare("SELECT 1" + repeated(" UNION ALL SELECT 1", 40)));
  CHECK_FALSE(database.Prepare("SELECT 1" + repeated(" UNION ALL SELECT 1", 60)));
  CHECK_FALSE(database.Prepare("SELECT 1" + repeated(", 1", 200)));
  CHECK_FALSE(database.Prepare("SELECT ?251"));
  CHECK_FALSE(database.Prepare("SELECT 1" + repeated(" ", 1 << 20)));
  CHECK_FALSE(Prepared(database, "SELECT 'a' LIKE ?1").Bind(1, repeated("%", 1001)).Step());
}

TEST_CASE("connections are opened defensively") {
  const TempFolder folder;
  Database database = OpenNew(folder.File("a.db"));
  CHECK(OneText(database, "PRAGMA mmap_size") == "0");
  CHECK(OneText(database, "PRAGMA trusted_schema") == "0");
  CHECK(OneText(database, "PRAGMA cell_size_check") == "1");
  CHECK(OneText(database, "PRAGMA foreign_keys") == "1");
  REQUIRE(database.Execute("PRAGMA writable_schema = ON"));  // without effect
  CHECK_FALSE(database.Execute("DELETE FROM sqlite_schema"));
  CHECK_FALSE(database.Execute("SELECT load_extension('x')"));
}

TEST_CASE("an index can be built, packed into a new file and searched") {
  const TempFolder folder;
  Database database = OpenNew(folder.File("aside.db"));
  REQUIRE(
      database.Execute("CREATE VIRTUAL TABLE words USING fts5(text);"
                       "INSERT INTO words VALUES ('račun in dobavnica');"
                       "INSERT INTO words(words) VALUES ('optimize');"));
  Statement pack = Prepared(database, "VACUUM INTO ?1");
  REQUIRE(pack.Bind(1, folder.File("published.db")).Run());

  auto published = Database::Open(folder.File("published.db"), OpenMode::kImmutable);
  REQUIRE(published);
  Statement find = Prepared(*published, "SELECT text FROM words WHERE words MATCH ?1");
  const auto step = find.Bind(1, "\"dobavnica\"").Step();
  REQUIRE(step);
  CHECK(*step == Step::kRow);
}

TEST_CASE("a deadline interrupts, and a new one starts afresh") {
  Database database = OpenNew(":memory:");
  database.SetDeadline(std::chrono::milliseconds(5));
  Statement endless = Prepared(database, kEndless);
  const auto step = endless.Step();
  REQUIRE_FALSE(step);
  CHECK(step.error().code == ErrorCode::kUnavailable);

  database.SetDeadline(std::chrono::milliseconds::zero());
  CHECK(OneText(database, "SELECT 'again'") == "again");
}

TEST_CASE("a deadline moves with its connection") {
  Database first = OpenNew(":memory:");
  first.SetDeadline(std::chrono::milliseconds(5));
  Database second = OpenNew(":memory:");
  second = std::move(first);
  Statement endless = Prepared(second, kEndless);
  CHECK_FALSE(endless.Step());
}

TEST_CASE("a transaction that is not committed leaves nothing") {
  Database database = OpenNew(":memory:");
  REQUIRE(database.Execute("CREATE TABLE t (x INTEGER) STRICT"));
  {
    auto transaction = Transaction::Begin(database);
    REQUIRE(transaction);
    const Transaction moved = std::move(*transaction);
    REQUIRE(database.Execute("INSERT INTO t VALUES (1)"));
  }
  CHECK(OneText(database, "SELECT COUNT(*) FROM t") == "0");
  {
    auto transaction = Transaction::Begin(database);
    REQUIRE(transaction);
    REQUIRE(database.Execute("INSERT INTO t VALUES (1), (2)"));
    CHECK(database.changes() == 2);
    REQUIRE(transaction->Commit());
  }
  CHECK(OneText(database, "SELECT COUNT(*) FROM t") == "2");
}

TEST_CASE("a savepoint that is not released takes back its part only") {
  Database database = OpenNew(":memory:");
  REQUIRE(database.Execute("CREATE TABLE t (x INTEGER) STRICT"));
  auto transaction = Transaction::Begin(database);
  REQUIRE(transaction);
  {
    auto kept = Savepoint::Begin(database);
    REQUIRE(kept);
    REQUIRE(database.Execute("INSERT INTO t VALUES (1)"));
    REQUIRE(kept->Release());
  }
  {
    const auto dropped = Savepoint::Begin(database);
    REQUIRE(dropped);
    REQUIRE(database.Execute("INSERT INTO t VALUES (2)"));
  }
  REQUIRE(transaction->Commit());
  CHECK(OneText(database, "SELECT GROUP_CONCAT(x) FROM t") == "1");
}

TEST_CASE("errors carry a code that a caller can act on") {
  Database database = OpenNew(":memory:");
  REQUIRE(database.Execute("CREATE TABLE t (x INTEGER PRIMARY KEY CHECK (x > 0)) STRICT"));
  REQUIRE(database.Execute("INSERT INTO t VALUES (1)"));
  struct Row {
    const char* sql;
    ErrorCode code;
  };
  const Row rows[] = {
      {"INSERT INTO t VALUES (1)", ErrorCode::kConflict},
      {"INSERT INTO t VALUES (-1)", ErrorCode::kInternal},
      {"INSERT INTO missing VALUES (1)", ErrorCode::kInternal},
      {"PRAGMA max_page_count = 1; CREATE TABLE u (x INTEGER) STRICT", ErrorCode::kUnavailable},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sql);
    const auto status = database.Execute(row.sql);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == row.code);
    CHECK(status.error().message.find(row.sql) != std::string::npos);
  }
}

}  // namespace
}  // namespace pomocnik::sqlite
