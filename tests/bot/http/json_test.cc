#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "tests/support/files.h"

namespace pomocnik::bot::http {
namespace {

std::string Nested(int depth) {
  std::string text = "{\"a\":";
  text.append(static_cast<std::size_t>(depth - 1), '[');
  text.append(static_cast<std::size_t>(depth - 1), ']');
  return text + "}";
}

std::string Members(int count) {
  std::string text = "{";
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":0";
  }
  return text + "}";
}

TEST_CASE("JSON above a limit is refused") {
  CHECK(JsonObject::Parse(Nested(32)));
  CHECK_FALSE(JsonObject::Parse(Nested(33)));
  CHECK(JsonObject::Parse(Members(200)));
  CHECK_FALSE(JsonObject::Parse(Members(201)));
  const std::string largest = "{\"a\":\"" + std::string(64 * 1024 - 8, 'a') + "\"}";
  CHECK(JsonObject::Parse(largest));
  CHECK_FALSE(JsonObject::Parse(largest + " "));
  CHECK_FALSE(JsonObject::Parse(std::string(64 * 1024, '[')));
}

TEST_CASE("only one JSON object in valid UTF-8 without NUL is read") {
  for (const std::string& text :
       {std::string(""), std::string("[]"), std::string("1"), std::string("null"),
        std::string("{}{}"), std::string("{"), std::string("{\"a\":1,}"), std::string("{'a':1}"),
        std::string("{\"a\":\"\xff\"}"), std::string("{}\0", 3), std::string("{\"a\":\"\\u0000\"}"),
        std::string("{\"\\u0000\":1}"), std::string("{\"a\":\"\\ud800\"}"),
        std::string("{\"a\":NaN}"), std::string("/**/{}")}) {
    CAPTURE(text);
    CHECK_FALSE(JsonObject::Parse(text));
  }
}

TEST_CASE("members are read by type") {
  using Presence = JsonObject::Presence;
  const auto object =
      JsonObject::Parse(R"({"s": "č", "b": true, "n": null, "o": {"s": "x"}, "i": 7})");
  REQUIRE(object);
  std::string text = "kept";
  CHECK(object->ReadString("missing", text) == Presence::kAbsent);
  CHECK(object->ReadString("n", text) == Presence::kAbsent);
  CHECK(object->ReadString("i", text) == Presence::kWrongType);
  CHECK(text == "kept");
  CHECK(object->ReadString("s", text) == Presence::kPresent);
  CHECK(text == "č");
  bool flag = false;
  CHECK(object->ReadBoolean("s", flag) == Presence::kWrongType);
  CHECK(object->ReadBoolean("b", flag) == Presence::kPresent);
  CHECK(flag);
  JsonObject inner;
  CHECK(object->ReadObject("s", inner) == Presence::kWrongType);
  CHECK(object->ReadObject("o", inner) == Presence::kPresent);
  CHECK(inner.ReadString("s", text) == Presence::kPresent);
  CHECK(text == "x");
}

TEST_CASE("what JSONTestSuite calls wrong is refused and what it calls right is not") {
  const std::filesystem::path folder = POMOCNIK_SOURCE_DIR "/../shared/data/json_test_suite";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: no " << folder);
    return;
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const std::string body = testing::ReadFile(entry.path());
    if (name.starts_with("n_")) CHECK_FALSE(JsonObject::Parse(body));
    const bool is_object = body.starts_with('{') && body.find("\\u0000") == std::string::npos;
    if (name.starts_with("y_") && is_object) CHECK(JsonObject::Parse(body));
    ++files;
  }
  CHECK(files > 300);
}

TEST_CASE("JSON is written compactly, in the order given and with escapes") {
  CHECK(Dump({{"b", {-1, 0.5, true, nullptr, nlohmann::ordered_json::object()}},
              {"a", "\"\\\n\x01č"},
              {"d", TextOrNull("")},
              {"c", TextOrNull("x")}}) ==
        R"({"b":[-1,0.5,true,null,{}],"a":"\"\\\n\u0001č","d":null,"c":"x"})");
}

TEST_CASE("bytes that are no text are written as replacement characters") {
  CHECK(Dump("a\xff") == "\"a\xEF\xBF\xBD\"");
  CHECK(Dump({{"k\xff", TextOrNull("\xc4")}}) == "{\"k\xEF\xBF\xBD\":\"\xEF\xBF\xBD\"}");
}

}  // namespace
}  // namespace pomocnik::bot::http
