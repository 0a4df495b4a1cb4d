#include "kb/plain_text/item_mark.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::kb {
namespace {

std::string Mark(std::string_view line) {
  const auto mark = FindItemMark(line);
  if (!mark) return "-";
  const std::string kind =
      mark->kind == ItemMark::Kind::kBullet ? "*" : std::to_string(mark->number);
  return kind + "|" + std::string(line.substr(mark->size));
}

TEST_CASE("numbers and bullets begin an item when text follows") {
  struct Row {
    const char* line;
    const char* mark;
  };
  const Row rows[] = {
      {"1. Kliknemo", "1|Kliknemo"},
      {"12)  Kliknemo", "12|Kliknemo"},
      {"• Kliknemo", "*|Kliknemo"},
      {"- Kliknemo", "*|Kliknemo"},
      {"–\tKliknemo", "*|Kliknemo"},
      {"\uF0B7 Kliknemo", "*|Kliknemo"},
      {"2026. leto", "-"},
      {"1.", "-"},
      {"1. ", "-"},
      {"1.1 Uvod", "-"},
      {"11. 3. 2026 je rok", "-"},
      {"1. 2 kosa", "1|2 kosa"},
      {"-5 %", "-"},
      {"- ", "-"},
      {"", "-"},
      {"Kliknemo", "-"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    CHECK(Mark(row.line) == row.mark);
  }
}

}  // namespace
}  // namespace pomocnik::kb
