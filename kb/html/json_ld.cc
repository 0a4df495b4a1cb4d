#include "kb/html/json_ld.h"

#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "kb/dates/written_dates.h"
#include "kb/html/tree.h"

namespace pomocnik::kb::html {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxScriptBytes = 512 * 1024;  // far above a page's questions
constexpr int kMaxDepth = 8;                         // HowTo > section > step > direction
constexpr std::size_t kMaxEntries = 500;

// A property that is a text, a number, or the text within {"@value": …} or {"text": …}.
std::string TextAt(const Json& object, const char* key) {
  auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  if (!found->is_object()) return "";
  auto value = found->find("@value");
  return value != found->end() && value->is_string() ? value->get<std::string>() : "";
}

bool IsOfType(const Json& object, std::string_view type) {
  auto found = object.find("@type");
  if (found == object.end()) return false;
  auto is_it = [type](const Json& name) {
    return name.is_string() && name.get_ref<const std::string&>() == type;
  };
  if (!found->is_array()) return is_it(*found);
  for (const Json& name : *found) {
    if (is_it(name)) return true;
  }
  return false;
}

class Collector {
 public:
  explicit Collector(StructuredData& data) : data_(data) {}

  // An object or a list of them, with all that is nested in it.
  void Collect(const Json& value, int depth = 0) {
    if (depth > kMaxDepth) return;
    if (value.is_array()) {
      for (const Json& item : value) Collect(item, depth + 1);
    } else if (value.is_object()) {
      CollectObject(value, depth);
    }
  }

 private:
  void CollectObject(const Json& object, int depth) {
    if (IsOfType(object, "Question")) {
      auto answer = object.find("acceptedAnswer");
      if (answer == object.end()) answer = object.find("suggestedAnswer");
      if (answer == object.end()) return;
      const Json& first = answer->is_array() && !answer->empty() ? answer->front() : *answer;
      std::string name = TextAt(object, "name");
      if (name.empty()) name = TextAt(object, "text");
      return Add(name, first.is_object() ? TextAt(first, "text") : "", data_.questions);
    }
    if (IsOfType(object, "HowToStep")) return CollectStep(object);
    if (IsOfType(object, "BreadcrumbList")) return CollectBreadcrumb(object);
    if (!data_.modified) data_.modified = FindDate(TextAt(object, "dateModified"));
    for (const char* key :
         {"@graph", "mainEntity", "step", "itemListElement", "breadcrumb", "hasPart"}) {
      if (auto found = object.find(key); found != object.end()) CollectSteps(*found, depth + 1);
    }
  }

  // Steps may be plain texts.
  void CollectSteps(const Json& value, int depth) {
    if (!value.is_array()) return Collect(value, depth);
    for (const Json& item : value) {
      if (item.is_string()) {
        Add("", item.get<std::string>(), data_.steps);
      } else {
        Collect(item, depth);
      }
    }
  }

  void CollectStep(const Json& step) {
    std::string text = TextAt(step, "text");
    auto directions = step.find("itemListElement");
    if (text.empty() && directions != step.end() && directions->is_array()) {
      for (const Json& direction : *directions) {
        if (direction.is_object()) text += (text.empty() ? "" : " ") + TextAt(direction, "text");
      }
    }
    std::string name = TextAt(step, "name");
    if (text.empty()) text = std::exchange(name, "");
    Add(name, std::move(text), data_.steps);
  }

  void CollectBreadcrumb(const Json& list) {
    auto items = list.find("itemListElement");
    if (items == list.end() || !items->is_array() || !data_.breadcrumb.empty()) return;
    for (const Json& item : *items) {
      if (!item.is_object()) continue;
      std::string name = TextAt(item, "name");
      auto inner = item.find("item");
      if (name.empty() && inner != item.end() && inner->is_object()) name = TextAt(*inner, "name");
      if (!name.empty()) data_.breadcrumb.push_back(Collapsed(name));
    }
  }

  static void Add(const std::string& name, std::string html,
                  std::vector<StructuredData::Entry>& entries) {
    if (html.empty() || entries.size() >= kMaxEntries) return;
    entries.push_back({Collapsed(name), std::move(html)});
  }

  StructuredData& data_;
};

}  // namespace

StructuredData ReadJsonLd(const std::vector<std::string>& scripts, Reporter& reporter) {
  StructuredData data;
  for (const std::string& script : scripts) {
    bool is_fit = script.size() <= kMaxScriptBytes && IsValidUtf8(script);
    Json json = is_fit ? Json::parse(script, nullptr, false) : Json(Json::value_t::discarded);
    if (json.is_discarded()) {
      reporter.Warn(0, "a JSON-LD script cannot be read and is skipped");
      continue;
    }
    Collector(data).Collect(json);
  }
  return data;
}

}  // namespace pomocnik::kb::html
