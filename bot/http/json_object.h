// Reads a JSON object that a stranger wrote.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::bot::http {

inline constexpr std::size_t kMaxJsonBytes = 64 * 1024;
inline constexpr int kMaxJsonDepth = 32;
inline constexpr int kMaxJsonValues = 200;  // members and elements of the whole document

// Immutable; cheap to copy.
class JsonObject {
 public:
  JsonObject();  // without members
  JsonObject(const JsonObject&);
  JsonObject& operator=(const JsonObject&);
  ~JsonObject();

  // Absent when the text is not one JSON object in valid UTF-8, is above the limits, or holds a U+0000,
  // escaped or not.
  static std::optional<JsonObject> Parse(std::string_view text);

  // A member that is null counts as absent. `value` is set only when kPresent is returned.
  enum class Presence { kAbsent, kWrongType, kPresent };
  Presence ReadString(std::string_view name, std::string& value) const;
  Presence ReadNumber(std::string_view name, double& value) const;
  Presence ReadBoolean(std::string_view name, bool& value) const;
  Presence ReadObject(std::string_view name, JsonObject& value) const;
  // An array of nothing but objects.
  Presence ReadObjects(std::string_view name, std::vector<JsonObject>& values) const;
  // An array of strings.
  Presence ReadStrings(std::string_view name, std::vector<std::string>& values) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;
};

}  // namespace pomocnik::bot::http
