// openapi.yaml, for tests that hold the program to it.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "kb/yaml/node.h"
#include "tests/support/files.h"

namespace pomocnik::testing {

inline std::string ReadTreeFile(const std::string& path) {
  return ReadFile(std::string(POMOCNIK_SOURCE_DIR) + "/" + path);
}

class OpenApi {
 public:
  OpenApi() : root_(Load()) {}

  // "GET /livez" -> its statuses; `default` is left out.
  std::map<std::string, std::set<int>> Operations() const {
    std::map<std::string, std::set<int>> operations;
    for (const auto& [path, methods] : root_.Find("paths")->Entries()) {
      for (const auto& [method, operation] : methods.Entries()) {
        std::set<int>& statuses = operations[(method == "get" ? "GET " : "POST ") + path];
        for (const auto& [status, response] : operation.Find("responses")->Entries()) {
          if (status != "default") statuses.insert(std::stoi(status));
        }
      }
    }
    return operations;
  }

  // What is wrong with a value that should be of the named schema; empty when nothing is. Understands the
  // words that openapi.yaml uses.
  std::string Check(const std::string& schema, const nlohmann::json& value) const {
    return CheckNode(Schema(schema), value, schema);
  }
  std::string CheckText(const std::string& schema, const std::string& body) const {
    const auto value = nlohmann::json::parse(body, nullptr, false);
    return value.is_discarded() ? "no JSON: " + body : Check(schema, value);
  }

 private:
  using Node = kb::yaml::Node;
  using Json = nlohmann::json;

  static Node Load() {
    kb::Diagnostics diagnostics;
    auto root = kb::yaml::Parse(ReadTreeFile("openapi.yaml"), "openapi.yaml", diagnostics);
    if (!root || !diagnostics.empty()) throw std::runtime_error("openapi.yaml is broken");
    return *root;
  }

  Node Schema(const std::string& name) const {
    const auto found = root_.Find("components")->Find("schemas")->Find(name);
    if (!found) throw std::runtime_error("no schema " + name);
    return *found;
  }

  static bool IsOfType(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
  }

  static std::vector<std::string> Scalars(const Node& node) {
    if (node.IsScalar()) return {node.Scalar()};
    std::vector<std::string> scalars;
    for (const Node& item : node.Items()) scalars.push_back(item.Scalar());
    return scalars;
  }

  std::string CheckNode(const Node& schema, const Json& value, const std::string& where) const {
    if (const auto reference = schema.Find("$ref")) {
      const std::string name = reference->Scalar();
      return CheckNode(Schema(name.substr(name.rfind('/') + 1)), value, where);
    }
    if (const auto type = schema.Find("type")) {
      bool fits = false;
      for (const auto& name : Scalars(*type)) fits = fits || IsOfType(value, name);
      if (!fits) return where + ": wrong type";
    }
    if (const auto allowed = schema.Find("enum"); allowed && value.is_string()) {
      bool fits = false;
      for (const auto& name : Scalars(*allowed)) fits = fits || value == name;
      if (!fits) return where + ": not one of the enum";
    }
    if (const auto constant = schema.Find("const")) {
      const bool fits =
          value.is_string() ? value == constant->Scalar() : value.dump() == constant->Scalar();
      if (!fits) return where + ": not " + constant->Scalar();
    }
    std::string wrong = CheckMembers(schema, value, where);
    return wrong.empty() ? CheckCombinations(schema, value, where) : wrong;
  }

  std::string CheckMembers(const Node& schema, const Json& value, const std::string& where) const {
    if (const auto required = schema.Find("required"); required && value.is_object()) {
      for (const auto& name : Scalars(*required)) {
        if (!value.contains(name)) return where + ": no " + name;
      }
    }
    if (const auto properties = schema.Find("properties"); properties && value.is_object()) {
      for (const auto& [name, property] : properties->Entries()) {
        if (!value.contains(name)) continue;
        std::string wrong = CheckNode(property, value[name], where + "." + name);
        if (!wrong.empty()) return wrong;
      }
    }
    if (const auto items = schema.Find("items"); items && value.is_array()) {
      for (const Json& item : value) {
        std::string wrong = CheckNode(*items, item, where + "[]");
        if (!wrong.empty()) return wrong;
      }
    }
    return "";
  }

  std::string CheckCombinations(const Node& schema, const Json& value,
                                const std::string& where) const {
    if (const auto all = schema.Find("allOf")) {
      for (const Node& part : all->Items()) {
        std::string wrong = CheckNode(part, value, where);
        if (!wrong.empty()) return wrong;
      }
    }
    if (const auto choices = schema.Find("oneOf")) {
      std::string wrong;
      for (const Node& choice : choices->Items()) {
        std::string problem = CheckNode(choice, value, where);
        if (problem.empty()) return "";
        wrong += "\n  " + problem;
      }
      return where + ": none of oneOf" + wrong;
    }
    return "";
  }

  const Node root_;
};

}  // namespace pomocnik::testing
