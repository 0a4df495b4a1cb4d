#include "kb/html/screen_map.h"

#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

std::string Read(std::string_view script) {
  Diagnostics diagnostics;
  Reporter reporter("map.js", diagnostics);
  std::string out;
  for (const auto& [screen, address, anchor] : ReadScreenMap(script, reporter)) {
    out += screen + " -> " + address + " @" + anchor + "\n";
  }
  return out + Print(diagnostics);
}

TEST_CASE("a map of screens is read entry by entry") {
  CHECK(Read("var hid2fileMap = {\n'.uno:Save':'text/a.html#bm_1',\n\"FAK.Racun\" : "
             "\"text/b.html\",\n};") ==
        ".uno:Save -> text/a.html @bm_1\nFAK.Racun -> text/b.html @\n");
  CHECK(Read("x={'O\\'K':'a.html'}") == "O'K -> a.html @\n");
  CHECK(Read("x={}").empty());
}

TEST_CASE("of a repeated screen the last page holds") {
  CHECK(Read("x={'A':'a.html','B':'b.html','A':'c.html#1'}") ==
        "A -> c.html @1\nB -> b.html @\nmap.js:1: warning: another page for screen A\n");
  CHECK(Read("x={'A':'a.html#1','A':'a.html#2'}") == "A -> a.html @2\n");
}

TEST_CASE("what is no entry is skipped with its line") {
  CHECK(Read("x={\n'A':'a.html',\nnekaj drugega\n'B':'b.html'}") ==
        "A -> a.html @\nB -> b.html @\nmap.js:3: warning: expected 'SCREEN':'page.html'; the line "
        "is skipped\n");
  CHECK(Read("x={'':'a.html'}") ==
        "map.js:1: warning: a screen or a page without a name is skipped\n");
  CHECK(Read("x={'A':'nezaprto\n}") ==
        "map.js:1: warning: expected 'SCREEN':'page.html'; the line is skipped\n");
  CHECK(Read("var x = 1;") ==
        "map.js:1: error: expected a map of screens: {'SCREEN':'page.html', …}\n");
}

}  // namespace
}  // namespace pomocnik::kb::html
