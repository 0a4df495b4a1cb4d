#include "bot/requests/request_table.h"

#include <doctest/doctest.h>

#include <string>

#include "bot/requests/reference.h"
#include "bot/requests/table_time.h"

namespace pomocnik::bot {
namespace {

std::string Time(std::string_view text) {
  const auto instant = ReadTableTime(text);
  return instant ? FormatRfc3339(*instant) : "";
}

TEST_CASE("times are read as tables spell them, in Slovenia's clock") {
  struct Row {
    const char* text;
    const char* instant;
  };
  const Row rows[] = {
      {"2026-11-23", "2026-11-22T23:00:00.000Z"},
      {"2026-11-23 14:05", "2026-11-23T13:05:00.000Z"},
      {"2026-11-23T14:05:30", "2026-11-23T13:05:30.000Z"},
      {"23.11.2026", "2026-11-22T23:00:00.000Z"},
      {"3. 7. 2026 9:05", "2026-07-03T07:05:00.000Z"},
      {"23. 11. 2026 14:05:30", "2026-11-23T13:05:30.000Z"},
      {"2026-11-23T14:05:30Z", "2026-11-23T14:05:30.000Z"},
      {"2026-10-25 12:00", "2026-10-25T11:00:00.000Z"},
      {"2027-03-28 12:00", "2027-03-28T10:00:00.000Z"},
      {"", ""},
      {"včeraj", ""},
      {"2026-13-01", ""},
      {"30.2.2026", ""},
      {"2026-11-23 25:00", ""},
      {"2026-11-23 14", ""},
      {"11/23/2026", ""},
      {"-2026-11-23", ""},
      {"99999999999999-1-1", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(Time(row.text) == row.instant);
  }
}

TEST_CASE(
    "references are found in a text, each once, and nothing that only looks a little like one") {
  CHECK(FindReferences("Oznaka: P-7K3F9Q\nP-ABCDEF, P-7K3F9Q.") ==
        std::vector<std::string>{"P-7K3F9Q", "P-ABCDEF"});
  CHECK(FindReferences("XP-7K3F9Q P-7K3F9QX P-7K3F9 p-7k3f9q P-7K3f9Q P-").empty());
}

TEST_CASE("a table of requests is read whatever its dialect") {
  const std::string rows =
      "Z-1;2026-11-23 10:00;odprt;;;\"Oznaka: P-7K3F9Q\nVrstica \"\"dve\"\"; konec\"\r\n"
      "Z-2;24. 11. 2026;zaprt;2026-11-25;Opravljeno.;Pokličite 041 123 456\r\n";
  for (const std::string header : {"number;created;state;closed;solution;text",
                                   "Številka;Ustvarjen;Stanje;Zaprt;Rešitev;Besedilo"}) {
    const auto table = ReadRequestTable("\xEF\xBB\xBF" + header + "\r\n" + rows);
    REQUIRE_MESSAGE(table, (table ? "" : table.error().message));
    CHECK(table->refused.empty());
    REQUIRE(table->requests.size() == 2);
    const FiledRequest& first = table->requests[0];
    CHECK(first.number == "Z-1");
    CHECK(FormatRfc3339(first.created_at) == "2026-11-23T09:00:00.000Z");
    CHECK(first.state == "odprt");
    CHECK_FALSE(first.closed_at);
    CHECK(first.text == "Oznaka: P-7K3F9Q\nVrstica \"dve\"; konec");
    CHECK(first.references == std::vector<std::string>{"P-7K3F9Q"});
    const FiledRequest& second = table->requests[1];
    CHECK(second.closed_at == ReadTableTime("2026-11-25"));
    CHECK(second.solution == "Opravljeno.");
    CHECK(second.text.find("041") == std::string::npos);
  }
}

TEST_CASE(
    "columns may come in any order, be missing or be unknown, and the encoding be that of old "
    "programs") {
  // "Rešitev" and "žal" in Windows-1250.
  const auto table = ReadRequestTable(
      "Re\x9Aitev,Opomba,\x8Atevilka,ustvarjen\n\x9E"
      "al ne,x,7,2026-11-23\n");
  REQUIRE_MESSAGE(table, (table ? "" : table.error().message));
  REQUIRE(table->requests.size() == 1);
  CHECK(table->requests[0].solution == "žal ne");
  CHECK(table->requests[0].number == "7");
  CHECK(table->requests[0].text.empty());
}

TEST_CASE("a row that is wrong is refused with its line, and the others are taken") {
  const auto table = ReadRequestTable(
      "number,created,closed,text\n"
      "1,2026-11-23,,\"dve\nvrstici\"\n"
      ",2026-11-23,,\n"
      "3,jutri,,\n"
      "4,2026-11-23,nikoli,\n"
      "\n"
      "5,2026-11-23\n");
  REQUIRE(table);
  CHECK(table->requests.size() == 2);
  CHECK(table->refused == std::vector<RefusedRow>{{4, "it has no number"},
                                                  {5, "created: \"jutri\" is no time"},
                                                  {6, "closed: \"nikoli\" is no time"}});
}

TEST_CASE("what is no table of requests is refused as a whole, with the line") {
  struct Row {
    const char* bytes;
    const char* begin;
  };
  const Row rows[] = {{"", "line 1: the file is empty"},
                      {"a,b\n1,2\n", "line 1: no columns number and created"},
                      {"number,created\n1,\"2026\n", "line 2: the quotes"},
                      {"number,created\n1,2026-11-23\n2,\"a\"b\n", "line 3: the quotes"}};
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const auto table = ReadRequestTable(row.bytes);
    REQUIRE_FALSE(table);
    CHECK(table.error().code == ErrorCode::kInvalidArgument);
    CHECK(table.error().message.starts_with(row.begin));
  }
}

}  // namespace
}  // namespace pomocnik::bot
