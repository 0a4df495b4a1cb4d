// Reads the fields of a data file that is taken whole or not at all.
#pragma once

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "kb/diagnostic.h"
#include "kb/phrases/local_text.h"
#include "kb/yaml/node.h"

namespace pomocnik::kb {

// Each function adds an error with file and line for what is missing or wrong and then returns an empty
// value, so that an author sees all errors at once. Used for one file, then thrown away.
class FieldReader {
 public:
  // Keeps a reference to the diagnostics.
  FieldReader(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  void Fail(int line, std::string message);

  std::optional<yaml::Node> Required(const yaml::Node& parent, const char* key);
  std::string RequiredText(const yaml::Node& parent, const char* key);
  LocalText RequiredLocal(const yaml::Node& parent, const char* key);
  // A list that is not empty.
  std::vector<yaml::Node> RequiredItems(const yaml::Node& parent, const char* key);

  Date RequiredDate(const yaml::Node& parent, const char* key);
  // Absent without an error when there is no such key.
  std::optional<Date> OptionalDate(const yaml::Node& parent, const char* key);
  // A whole number from `least` to 9999.
  std::optional<int> OptionalNumber(const yaml::Node& parent, const char* key, int least);
  // `yes`, or nothing: then false.
  bool OptionalYes(const yaml::Node& parent, const char* key);

  // The field `id`, which must not be among those seen; it is put there.
  std::string RequiredId(const yaml::Node& parent, std::set<std::string>& seen);

  // A key that is none of these is an error: it would be a rule that nobody follows.
  void AllowKeys(const yaml::Node& map, std::initializer_list<std::string_view> keys);

 private:
  std::string file_;
  Diagnostics& diagnostics_;
};

}  // namespace pomocnik::kb
