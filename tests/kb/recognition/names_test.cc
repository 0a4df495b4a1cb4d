#include "kb/recognition/names.h"

#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::recognition {
namespace {

std::string ReadOwn(const std::string& name) {
  std::ifstream file(std::string(POMOCNIK_SOURCE_DIR) + "/kb/recognition/" + name);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST_CASE("the names that are delivered have nothing wrong with them") {
  Diagnostics diagnostics;
  CHECK(ParseModuleNames(ReadOwn("modules.yaml"), "modules.yaml", diagnostics).size() > 20);
  CHECK(ParseKindNames(ReadOwn("kinds.yaml"), "kinds.yaml", diagnostics).size() == 6);
  CHECK(ParseLanguageWords(ReadOwn("languages.yaml"), "languages.yaml", diagnostics).size() == 4);
  CHECK(Print(diagnostics) == "");
}

TEST_CASE("no name or abbreviation belongs to two modules") {
  std::set<std::string> seen;
  for (const ModuleNames& names : Names::BuiltIn().modules) {
    std::set<std::string> own(names.names.begin(), names.names.end());
    own.insert(names.abbreviations.begin(), names.abbreviations.end());
    for (const std::string& name : own) {
      CAPTURE(name);
      CHECK(seen.insert(name).second);
    }
  }
}

TEST_CASE("what is wrong with names is told with its line") {
  Diagnostics diagnostics;
  const auto modules = ParseModuleNames(
      "- module: Fakturiranje\n  names: [izdani računi]\n- names: [a]\n- module: B\n  name: [b]\n"
      "- module: C\n  words: c\n- d\n",
      "m.yaml", diagnostics);
  CHECK(Print(diagnostics) ==
        "m.yaml:3: error: 'module' must be a text\n"
        "m.yaml:5: error: unknown key 'name'\n"
        "m.yaml:7: error: 'words' must be a list like [one, two]\n"
        "m.yaml:8: error: every entry must be a map\n");
  REQUIRE(modules.size() == 3);
  CHECK(modules[0].names == std::vector<std::string>{"fakturiranje", "izdani-racuni"});
  CHECK(ParseKindNames("- kind: novel\n", "k.yaml", diagnostics).empty());
  CHECK(ParseLanguageWords("lang: sl\n", "l.yaml", diagnostics).empty());
  CHECK(diagnostics.size() == 6);
}

}  // namespace
}  // namespace pomocnik::kb::recognition
