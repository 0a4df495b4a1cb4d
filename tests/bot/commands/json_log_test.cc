#include "bot/commands/json_log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/fake_clock.h"

namespace pomocnik::bot::commands {
namespace {

std::string Line(const std::string& value) {
  return FormatLogLine(testing::FakeClock().Now(), LogLevel::kWarning, "something",
                       {{"value", value}});
}

TEST_CASE("a line of the log is one JSON object") {
  CHECK(Line("a") ==
        R"({"time":"2026-11-23T09:00:00.000Z","level":"warning","event":"something","value":"a"})");
}

TEST_CASE("no value can break a line or turn its direction") {
  struct Row {
    const char* value;
    const char* written;
  };
  const Row rows[] = {
      {"a\r\n{\"level\":\"error\"}", R"("a\r\n{\"level\":\"error\"}")"},
      {"\x1b[31m\x7f", R"("\u001b[31m\u007f")"},
      {"\u2028\u2029\u0085", R"("\u2028\u2029\u0085")"},
      {"\u202a\u202b\u202c\u202d\u202e", R"("\u202a\u202b\u202c\u202d\u202e")"},
      {"\u2066\u2067\u2068\u2069", R"("\u2066\u2067\u2068\u2069")"},
      {"\u200e\u200f\u061c\ufeff", R"("\u200e\u200f\u061c\ufeff")"},
      {"\U000e0001", R"("\udb40\udc01")"},
      {"č\xff\xed\xa0\x80", R"("\u010d\ufffd\ufffd\ufffd\ufffd")"},
      {"\xc4", R"("\ufffd")"},
  };
  for (const Row& row : rows) {
    const std::string line = Line(row.value);
    CAPTURE(line);
    CHECK(line.ends_with(std::string("\"value\":") + row.written + "}"));
  }
}

TEST_CASE("every byte is logged as printable ASCII") {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string line = Line(std::string(1, static_cast<char>(byte)));
    CAPTURE(line);
    CHECK(std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7f; }));
    CHECK_FALSE(nlohmann::json::parse(line, nullptr, false).is_discarded());
  }
}

TEST_CASE("a line stays short whatever is logged") {
  for (const char* text : {"a", "\n", "\x01", "č", "\xff", "\U000e0001"}) {
    std::string long_value;
    while (long_value.size() < 100'000) long_value += text;
    LogFields fields;
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g"}) {
      fields.emplace_back(name, long_value);
      const std::string line =
          FormatLogLine(testing::FakeClock().Now(), LogLevel::kInfo, "x", fields);
      CAPTURE(line);
      CHECK(line.size() < 4096);
      const auto json = nlohmann::json::parse(line, nullptr, false);
      REQUIRE(json.is_object());
      CHECK_FALSE(json[name].get<std::string>().empty());
    }
  }
}

TEST_CASE("every naughty string is one line that can be read again") {
  std::ifstream file(POMOCNIK_SOURCE_DIR "/../shared/data/blns.json");
  if (!file) {
    MESSAGE("skipped: no blns.json");
    return;
  }
  for (const std::string text : nlohmann::json::parse(file, nullptr, false)) {
    CAPTURE(text);
    const std::string line = Line(text);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(nlohmann::json::parse(line, nullptr, false)["value"] == text);
  }
}

}  // namespace
}  // namespace pomocnik::bot::commands
