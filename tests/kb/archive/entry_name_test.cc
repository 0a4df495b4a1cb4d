#include "kb/archive/entry_name.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::archive {
namespace {

using namespace std::string_view_literals;

TEST_CASE("names of entries become paths below the archive, or are refused with the reason") {
  struct Row {
    std::string_view name;
    std::string_view path;  // or what is wrong
  };
  const std::string longest(255, 'a');
  const std::string too_long(256, 'a');
  const Row rows[] = {
      {"a.html", "a.html"},
      {"./sl/a b.html", "sl/a b.html"},
      {"sl//./plače.html", "sl/plače.html"},
      {"..a/b..html", "..a/b..html"},
      {"%2e%2e/a", "%2e%2e/a"},
      {longest, longest},
      {too_long, "is longer than 255 bytes"},
      {"", "is empty"},
      {".", "is empty"},
      {"./", "is empty"},
      {"/etc/passwd", "is absolute"},
      {"//host/a", "is absolute"},
      {"../a", "leads out of the archive"},
      {"a/../../b", "leads out of the archive"},
      {"a/..", "leads out of the archive"},
      {"..\\a", "has a backslash"},
      {"\\\\host\\a", "has a backslash"},
      {"C:/a", "has a colon, as drives have"},
      {"a\0.html"sv, "has control characters"},
      {"a\n.html", "has control characters"},
      {"a\xFF", "is not UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto path = CheckEntryName(row.name);
    CHECK((path ? *path : path.error().message) == row.path);
  }
}

}  // namespace
}  // namespace pomocnik::kb::archive
