#include "kb/html/rules.h"

#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

std::string Errors(std::string_view yaml) {
  Diagnostics diagnostics;
  auto rules = ParseRules(yaml, "r.yaml", diagnostics);
  CHECK(rules.has_value() == diagnostics.empty());
  return Print(diagnostics);
}

TEST_CASE("every built-in file of rules is whole, and there is one for each layout") {
  CHECK(BuiltInRulesNames() == std::vector<std::string_view>{"drupal_f1", "icenter_tips",
                                                             "knowledge_owl", "libreoffice",
                                                             "plain"});
  for (std::string_view name : BuiltInRulesNames()) {
    CAPTURE(name);
    CHECK(Errors(*BuiltInRules(name)).empty());
  }
  CHECK_FALSE(BuiltInRules("neznana"));
}

TEST_CASE("what is wrong with rules is told with its line, all at once") {
  CHECK(Errors("content: //main") == "");
  CHECK(Errors("content: [//main, //body]\nkind: f1") == "");
  CHECK(Errors("content: '//['\ntitle: ''\nvsebina: x") ==
        "r.yaml:3: error: no such key: vsebina\n"
        "r.yaml:1: error: content: this is no XPath expression: //[\n"
        "r.yaml:2: error: title: expected a text\n"
        "r.yaml:2: error: title: this is no XPath expression: \n");
  CHECK(Errors("- a") == "r.yaml:1: error: expected rules: content, title, noise …\n");
  CHECK(Errors("callouts:\n  - {select: //p, tone: glasno}") ==
        "r.yaml:2: error: tone: expected important, warning, tip, example or note\n");
  CHECK(Errors("headings:\n  - {level: 9}") ==
        "r.yaml:2: error: select is missing\nr.yaml:2: error: level: expected 2 to 6\n");
  CHECK(Errors("kind: pesem") ==
        "r.yaml:1: error: kind: expected tip, f1, newsletter, policy, release, …\n");
  CHECK(Errors("items: {title: .//h3}") == "r.yaml:1: error: select is missing\n");
  CHECK(Errors("a: [") != "");
}

}  // namespace
}  // namespace pomocnik::kb::html
