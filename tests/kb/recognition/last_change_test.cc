#include "kb/recognition/last_change.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb::recognition {
namespace {

TEST_CASE("a text says when it was last changed") {
  struct Row {
    const char* text;
    const char* updated;
  };
  const Row rows[] = {
      {"Zadnja sprememba: 5. 2. 2024", "2024-02-05"},
      {"Posodobljeno 23.11.2026", "2026-11-23"},
      {"Last Updated: 09/06/2025 in Administracija", "2025-06-09"},
      {"Objavljeno: 1. marca 2024\nPosodobljeno: 2. marca 2024", "2024-03-01"},
      {"Verzija 2018.09.001 z dne 20.07.2018", "2018-07-20"},
      {"Račun izdamo 5. 2. 2024.", ""},
      {"Zadnja sprememba velja od 5. 2. 2024.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(std::string(row.text));
    const auto updated = FindLastChange(row.text);
    CHECK((updated ? FormatDate(updated->value) : "") == row.updated);
  }
}

}  // namespace
}  // namespace pomocnik::kb::recognition
