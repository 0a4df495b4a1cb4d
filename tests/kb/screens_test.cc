#include "kb/screens.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/kb/print_blocks.h"

namespace pomocnik::kb {
namespace {

// "app:id number parent" of each screen, and what was said.
std::string Show(std::string_view yaml) {
  Diagnostics diagnostics;
  std::string out;
  for (const Screen& screen : ParseScreens(yaml, "s.yaml", diagnostics)) {
    out += screen.app + ":" + screen.id + " " + std::to_string(screen.number.value_or(0)) + " '" +
           screen.parent + "'\n";
  }
  return out + Print(diagnostics);
}

TEST_CASE("screens are read with parents out of their ids") {
  CHECK(Show("- {id: OPZ, number: 1100, title: Plače, module: Obračun plač}\n"
             "- {id: OPZ.Obracun, title: Obračun, module: Obračun plač}\n"
             "- {id: OPZ.Obracun.Gumb, title: Gumb, module: Obračun plač, parent: OPZ}\n"
             "- {app: mojinfo, id: OPZ, number: 1100, title: Ure, module: mojINFO}\n"
             "- {app: mojinfo, id: X.Y, title: Y, module: mojINFO}\n") ==
        "icenter:OPZ 1100 ''\n"
        "icenter:OPZ.Obracun 0 'OPZ'\n"
        "icenter:OPZ.Obracun.Gumb 0 'OPZ'\n"
        "mojinfo:OPZ 1100 ''\n"
        "mojinfo:X.Y 0 ''\n");
  CHECK(Show("") == "");
}

TEST_CASE("wrong entries are left out and told with their line") {
  struct Row {
    const char* entry;
    const char* message;
  };
  const Row rows[] = {
      {"- a", "error: a screen must be {id, title, module, …}"},
      {"- {title: T, module: M}", "error: 'id' of a screen must be a text"},
      {"- {id: B, module: M}", "error: 'title' of a screen must be a text"},
      {"- {id: B, title: T}", "error: 'module' of a screen must be a text"},
      {"- {id: [B], title: T, module: M}", "error: 'id' of a screen must be a text"},
      {"- {id: B, title: T, module: M, number: x}",
       "error: 'number' of a screen must be a whole number above 0"},
      {"- {id: B, title: T, module: M, number: -1}",
       "error: 'number' of a screen must be a whole number above 0"},
      {"- {id: A, title: T, module: M}", "error: screen 'icenter:A' is repeated"},
      {"- {id: B, title: T, module: M, number: 1}", "error: number 1 of app 'icenter' is repeated"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.entry);
    std::string yaml = "- {id: A, number: 1, title: T, module: M}\n" + std::string(row.entry);
    CHECK(Show(yaml) == "icenter:A 1 ''\ns.yaml:2: " + std::string(row.message) + "\n");
  }
  CHECK(Show("a: b") == "s.yaml:1: error: the file must be a list of screens\n");
}

TEST_CASE("a parent exists and is no descendant") {
  CHECK(Show("- {id: A, title: T, module: M, parent: X, colour: red}\n") ==
        "icenter:A 0 ''\n"
        "s.yaml:1: warning: unknown key 'colour'\n"
        "s.yaml:1: warning: there is no screen 'X' to be the parent\n");
  CHECK(Show("- {id: A, title: T, module: M, parent: B}\n"
             "- {id: B, title: T, module: M, parent: A}\n"
             "- {id: C, title: T, module: M, parent: C}\n") ==
        "icenter:A 0 ''\n"
        "icenter:B 0 'A'\n"
        "icenter:C 0 ''\n"
        "s.yaml:1: warning: the parents of screen 'A' go round in a circle\n"
        "s.yaml:3: warning: the parents of screen 'C' go round in a circle\n");
}

}  // namespace
}  // namespace pomocnik::kb
