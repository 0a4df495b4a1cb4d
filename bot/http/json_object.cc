#include "bot/http/json_object.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::bot::http {
namespace {

using ParsedJson = nlohmann::json;

// Walks a document without building it, so that depth and number of values are known before any memory is
// spent on them.
class Limiter : public nlohmann::json_sax<ParsedJson> {
 public:
  bool null() override { return Value(); }
  bool boolean(bool) override { return Value(); }
  bool number_integer(number_integer_t) override { return Value(); }
  bool number_unsigned(number_unsigned_t) override { return Value(); }
  bool number_float(number_float_t, const string_t&) override { return Value(); }
  bool string(string_t& text) override { return Value() && !HoldsNul(text); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return Value() && ++depth_ <= kMaxJsonDepth; }
  bool key(string_t& name) override { return !HoldsNul(name); }
  bool end_object() override { return Leave(); }
  bool start_array(std::size_t) override { return Value() && ++depth_ <= kMaxJsonDepth; }
  bool end_array() override { return Leave(); }
  bool parse_error(std::size_t, const std::string&, const ParsedJson::exception&) override {
    return false;
  }

 private:
  static bool HoldsNul(const string_t& text) { return text.find('\0') != string_t::npos; }
  bool Value() { return ++values_ <= kMaxJsonValues + 1; }  // the document itself is one
  bool Leave() {
    --depth_;
    return true;
  }

  int depth_ = 0;
  int values_ = 0;
};

}  // namespace

struct JsonObject::State {
  ParsedJson json = ParsedJson::object();

  // nullptr when absent or null.
  const ParsedJson* Find(std::string_view name) const {
    const auto found = json.find(std::string(name));
    return found == json.end() || found->is_null() ? nullptr : &*found;
  }

  static JsonObject Wrap(ParsedJson json) {
    auto state = std::make_shared<State>();
    state->json = std::move(json);
    JsonObject object;
    object.state_ = std::move(state);
    return object;
  }
};

JsonObject::JsonObject() : state_(std::make_shared<const State>()) {}
JsonObject::JsonObject(const JsonObject&) = default;
JsonObject& JsonObject::operator=(const JsonObject&) = default;
JsonObject::~JsonObject() = default;

std::optional<JsonObject> JsonObject::Parse(std::string_view text) {
  if (text.size() > kMaxJsonBytes || text.find('\0') != std::string_view::npos ||
      !IsValidUtf8(text)) {
    return std::nullopt;
  }
  Limiter limiter;
  if (!ParsedJson::sax_parse(text, &limiter)) return std::nullopt;
  ParsedJson json = ParsedJson::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  return State::Wrap(std::move(json));
}

JsonObject::Presence JsonObject::ReadString(std::string_view name, std::string& value) const {
  const ParsedJson* member = state_->Find(name);
  if (member == nullptr) return Presence::kAbsent;
  if (!member->is_string()) return Presence::kWrongType;
  value = *member->get_ptr<const std::string*>();
  return Presence::kPresent;
}

JsonObject::Presence JsonObject::ReadNumber(std::string_view name, double& value) const {
  const ParsedJson* member = state_->Find(name);
  if (member == nullptr) return Presence::kAbsent;
  if (!member->is_number()) return Presence::kWrongType;
  value = member->get<double>();
  return Presence::kPresent;
}

JsonObject::Presence JsonObject::ReadBoolean(std::string_view name, bool& value) const {
  const ParsedJson* member = state_->Find(name);
  if (member == nullptr) return Presence::kAbsent;
  if (!member->is_boolean()) return Presence::kWrongType;
  value = *member->get_ptr<const bool*>();
  return Presence::kPresent;
}

JsonObject::Presence JsonObject::ReadObject(std::string_view name, JsonObject& value) const {
  const ParsedJson* member = state_->Find(name);
  if (member == nullptr) return Presence::kAbsent;
  if (!member->is_object()) return Presence::kWrongType;
  value = State::Wrap(*member);
  return Presence::kPresent;
}

JsonObject::Presence JsonObject::ReadObjects(std::string_view name,
                                             std::vector<JsonObject>& values) const {
  const ParsedJson* member = state_->Find(name);
  if (member == nullptr) return Presence::kAbsent;
  const auto is_object = [](const ParsedJson& item) { return item.is_object(); };
  if (!member->is_array() || !std::all_of(member->begin(), member->end(), is_object)) {
    return Presence::kWrongType;
  }
  for (const ParsedJson& item : *member) values.push_back(State::Wrap(item));
  return Presence::kPresent;
}

JsonObject::Presence JsonObject::ReadStrings(std::string_view name,
                                             std::vector<std::string>& values) const {
  const ParsedJson* member = state_->Find(name);
  if (member == nullptr) return Presence::kAbsent;
  if (!member->is_array()) return Presence::kWrongType;
  std::vector<std::string> read;
  for (const ParsedJson& element : *member) {
    if (!element.is_string()) return Presence::kWrongType;
    read.push_back(*element.get_ptr<const std::string*>());
  }
  values = std::move(read);
  return Presence::kPresent;
}

}  // namespace pomocnik::bot::http
