#include "kb/policy/field_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace pomocnik::kb {
namespace {

constexpr int kLargestNumber = 9999;

}  // namespace

void FieldReader::Fail(int line, std::string message) {
  diagnostics_.push_back({Severity::kError, file_, line, std::move(message)});
}

std::optional<yaml::Node> FieldReader::Required(const yaml::Node& parent, const char* key) {
  auto node = parent.Find(key);
  if (!node) Fail(parent.line(), std::string(key) + " is missing");
  return node;
}

std::string FieldReader::RequiredText(const yaml::Node& parent, const char* key) {
  auto node = Required(parent, key);
  if (!node) return "";
  std::string text = node->Scalar();
  if (text.empty()) Fail(node->line(), std::string(key) + " is empty");
  return text;
}

LocalText FieldReader::RequiredLocal(const yaml::Node& parent, const char* key) {
  auto node = Required(parent, key);
  if (!node) return {};
  return ReadLocalText(*node, key, file_, diagnostics_).value_or(LocalText());
}

std::vector<yaml::Node> FieldReader::RequiredItems(const yaml::Node& parent, const char* key) {
  auto node = Required(parent, key);
  if (!node) return {};
  if (node->Items().empty()) Fail(node->line(), std::string(key) + ": expected a list");
  return node->Items();
}

Date FieldReader::RequiredDate(const yaml::Node& parent, const char* key) {
  if (!Required(parent, key)) return {};
  return OptionalDate(parent, key).value_or(Date());
}

std::optional<Date> FieldReader::OptionalDate(const yaml::Node& parent, const char* key) {
  auto node = parent.Find(key);
  if (!node) return std::nullopt;
  auto date = ParseDate(node->Scalar());
  if (!date) Fail(node->line(), std::string(key) + ": expected a date like 2024-01-01");
  return date;
}

std::optional<int> FieldReader::OptionalNumber(const yaml::Node& parent, const char* key,
                                               int least) {
  auto node = parent.Find(key);
  if (!node) return std::nullopt;
  std::string text = node->Scalar();
  int number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool whole = error == std::errc() && end == text.data() + text.size();
  if (whole && number >= least && number <= kLargestNumber) return number;
  Fail(node->line(), std::string(key) + ": expected a number from " + std::to_string(least) +
                         " to " + std::to_string(kLargestNumber));
  return std::nullopt;
}

bool FieldReader::OptionalYes(const yaml::Node& parent, const char* key) {
  auto node = parent.Find(key);
  if (!node) return false;
  if (node->Scalar() != "yes")
    Fail(node->line(), std::string(key) + ": expected yes or no such key");
  return true;
}

std::string FieldReader::RequiredId(const yaml::Node& parent, std::set<std::string>& seen) {
  std::string id = RequiredText(parent, "id");
  if (!id.empty() && !seen.insert(id).second) Fail(parent.line(), "the id " + id + " repeats");
  return id;
}

void FieldReader::AllowKeys(const yaml::Node& map, std::initializer_list<std::string_view> keys) {
  for (const auto& [key, value] : map.Entries()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      Fail(value.line(), "unknown key " + key);
    }
  }
}

}  // namespace pomocnik::kb
