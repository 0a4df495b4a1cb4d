#include "kb/import/json.h"

#include <nlohmann/json.hpp>

namespace pomocnik::kb::json {

using nlohmann::json;

std::string Dump(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

json Parse(std::string_view text) {
  json value = json::parse(text, nullptr, false);
  return value.is_discarded() ? json() : value;
}

std::string Text(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

long long Number(const json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found != object.end() && found->is_number_integer() ? found->get<long long>() : 0;
}

const json& List(const json& object, const char* key) {
  static const json kNone = json::array();
  const auto found = object.is_object() ? object.find(key) : object.end();
  return found != object.end() && found->is_array() ? *found : kNone;
}

std::vector<std::string> Texts(const json& object, const char* key) {
  const json& list = List(object, key);
  std::vector<std::string> texts;
  texts.reserve(list.size());
  for (const json& item : list) {
    if (item.is_string()) texts.push_back(item.get<std::string>());
  }
  return texts;
}

json Write(const Diagnostics& diagnostics) {
  json list = json::array();
  for (const Diagnostic& diagnostic : diagnostics) {
    list.push_back({{"severity", diagnostic.severity == Severity::kError ? "error" : "warning"},
                    {"file", diagnostic.file},
                    {"line", diagnostic.line},
                    {"message", diagnostic.message}});
  }
  return list;
}

Diagnostics ReadDiagnostics(const json& list) {
  Diagnostics diagnostics;
  diagnostics.reserve(list.size());
  for (const json& item : list) {
    const bool fails = Text(item, "severity") == "error";
    diagnostics.push_back({fails ? Severity::kError : Severity::kWarning, Text(item, "file"),
                           static_cast<int>(Number(item, "line")), Text(item, "message")});
  }
  return diagnostics;
}

json Write(const std::vector<Finding>& findings) {
  json list = json::array();
  for (const Finding& finding : findings) {
    list.push_back({{"field", finding.field},
                    {"value", finding.value},
                    {"confidence", finding.confidence},
                    {"evidence", finding.evidence}});
  }
  return list;
}

std::vector<Finding> ReadFindings(const json& list) {
  std::vector<Finding> findings;
  findings.reserve(list.size());
  for (const json& item : list) {
    const auto confidence = item.is_object() ? item.find("confidence") : item.end();
    const bool has_one = confidence != item.end() && confidence->is_number();
    findings.push_back({Text(item, "field"), Text(item, "value"),
                        has_one ? confidence->get<double>() : 0.0, Text(item, "evidence")});
  }
  return findings;
}

json Write(const std::vector<Screen>& screens) {
  json list = json::array();
  for (const Screen& screen : screens) {
    json item = {{"app", screen.app},
                 {"id", screen.id},
                 {"title", screen.title},
                 {"module", screen.module},
                 {"parent", screen.parent}};
    if (screen.number) item["number"] = *screen.number;
    list.push_back(std::move(item));
  }
  return list;
}

std::vector<Screen> ReadScreens(const json& list) {
  std::vector<Screen> screens;
  screens.reserve(list.size());
  for (const json& item : list) {
    Screen screen;
    screen.app = Text(item, "app");
    screen.id = Text(item, "id");
    screen.title = Text(item, "title");
    screen.module = Text(item, "module");
    screen.parent = Text(item, "parent");
    if (item.contains("number")) screen.number = static_cast<int>(Number(item, "number"));
    screens.push_back(std::move(screen));
  }
  return screens;
}

}  // namespace pomocnik::kb::json
