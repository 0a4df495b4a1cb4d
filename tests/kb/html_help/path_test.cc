#include "kb/html_help/path.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::html_help {
namespace {

TEST_CASE("targets are resolved as Windows and compiled helps write them") {
  struct Row {
    const char* folder;
    const char* written;
    const char* file;
    const char* anchor = "";
  };
  const Row rows[] = {
      {"", "html\\Uvod.htm", "html/uvod.htm"},
      {"html/", "uvod.htm#Cene", "html/uvod.htm", "Cene"},
      {"html/", "..\\a.htm", "a.htm"},
      {"html/", "/a.htm", "a.htm"},
      {"", "./a%20b%.htm", "a b%.htm"},
      {"x/", "ms-its:icenter.chm::/html/a.htm#b", "html/a.htm", "b"},
      {"x/", "mk:@MSITStore:C:\\a.chm::a.htm", "a.htm"},
      {"", "../a.htm", ""},
      {"", "https://a.si/b.htm", ""},
      {"", "javascript:alert(1)", ""},
      {"", "%2e%2e/a.htm", ""},
      {"", "#a", "", "a"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const Target target = ResolveTarget(row.folder, row.written);
    CHECK(target.file == row.file);
    CHECK(target.anchor == row.anchor);
  }
}

}  // namespace
}  // namespace pomocnik::kb::html_help
