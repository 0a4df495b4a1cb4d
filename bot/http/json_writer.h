// Writes JSON text piece by piece, without a tree in between.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::bot::http {

// REQUIRES: calls in the order of a JSON document: a Key before each value of an object, every Begin ended.
class JsonWriter {
 public:
  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view name);
  // Bytes that are not UTF-8 are written as U+FFFD.
  JsonWriter& String(std::string_view value);
  // null when the value is empty.
  JsonWriter& StringOrNull(std::string_view value);
  JsonWriter& Integer(std::int64_t value);
  // The shortest form that reads back as the same number. REQUIRES: finite.
  JsonWriter& Number(double value);
  JsonWriter& True();
  JsonWriter& False();
  JsonWriter& Null();

  // The document.
  std::string Take() &&;

 private:
  JsonWriter& Raw(std::string_view text);
  void Separate();

  std::string text_;
  std::vector<char> open_;  // '{' or '['
  bool value_follows_key_ = false;
  bool first_ = true;  // in the innermost object or array
};

}  // namespace pomocnik::bot::http
