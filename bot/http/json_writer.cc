#include "bot/http/json_writer.h"

#include <cassert>
#include <nlohmann/json.hpp>

namespace pomocnik::bot::http {
namespace {

std::string Quote(std::string_view value) {
  const nlohmann::json text = std::string(value);
  return text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void JsonWriter::Separate() {
  if (value_follows_key_) {
    value_follows_key_ = false;
    return;
  }
  if (!first_) text_ += ',';
  first_ = false;
}

JsonWriter& JsonWriter::Raw(std::string_view text) {
  Separate();
  text_ += text;
  return *this;
}

JsonWriter& JsonWriter::BeginObject() {
  Raw("{");
  open_.push_back('{');
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::EndObject() {
  assert(!open_.empty() && open_.back() == '{' && !value_follows_key_);
  open_.pop_back();
  text_ += '}';
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::BeginArray() {
  Raw("[");
  open_.push_back('[');
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::EndArray() {
  assert(!open_.empty() && open_.back() == '[');
  open_.pop_back();
  text_ += ']';
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view name) {
  assert(!open_.empty() && open_.back() == '{' && !value_follows_key_);
  Raw(Quote(name));
  text_ += ':';
  value_follows_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view value) { return Raw(Quote(value)); }

JsonWriter& JsonWriter::StringOrNull(std::string_view value) {
  return value.empty() ? Null() : String(value);
}

JsonWriter& JsonWriter::Integer(std::int64_t value) { return Raw(std::to_string(value)); }

JsonWriter& JsonWriter::Number(double value) { return Raw(nlohmann::json(value).dump()); }

JsonWriter& JsonWriter::True() { return Raw("true"); }
JsonWriter& JsonWriter::False() { return Raw("false"); }
JsonWriter& JsonWriter::Null() { return Raw("null"); }

std::string JsonWriter::Take() && {
  assert(open_.empty());
  return std::move(text_);
}

}  // namespace pomocnik::bot::http
