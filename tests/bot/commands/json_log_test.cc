#include "bot/commands/json_log.h"

#include <doctest/doctest.h>

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
      {"\u202e\u2066\u200f\u061c", R"("\u202e\u2066\u200f\u061c")"},
      {"č\xff", "\"č\xEF\xBF\xBD\""},
  };
  for (const Row& row : rows) {
    const std::string line = Line(row.value);
    CAPTURE(line);
    CHECK(line.ends_with(std::string("\"value\":") + row.written + "}"));
  }
}

TEST_CASE("a line stays short whatever is logged") {
  const std::string long_value(100'000, 'a');
  LogFields fields;
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g"})
    fields.emplace_back(name, long_value);
  CHECK(FormatLogLine(testing::FakeClock().Now(), LogLevel::kInfo, "x", fields).size() < 4200);
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
