#include "kb/pdf/lines.h"

#include <doctest/doctest.h>

namespace pomocnik::kb::pdf {
namespace {

Word At(double left, double top, std::string text) {
  const double width = 5.0 * static_cast<double>(text.size());
  return {.text = std::move(text),
          .left = left,
          .top = top,
          .right = left + width,
          .bottom = top + 12,
          .size = 10,
          .bold = false};
}

Page PageOf(std::vector<Word> words) {
  return {.width = 600, .height = 840, .words = std::move(words)};
}

// The lines, with '|' between cells and '/' behind each.
std::string Print(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    for (const Cell& cell : line.cells) out += (&cell == &line.cells[0] ? "" : "|") + cell.text;
    out += "/";
  }
  return out;
}

TEST_CASE("words of one level are a line, whatever their order") {
  CHECK(Print(ReadLines({PageOf({At(60, 101, "dva"), At(40, 100, "ena"), At(40, 115, "tri")})})) ==
        "ena dva/tri/");
}

TEST_CASE("a wide gap parts cells, but not behind the mark of an item") {
  CHECK(Print(ReadLines({PageOf({At(40, 100, "Polje"), At(200, 100, "Pomen")})})) ==
        "Polje|Pomen/");
  CHECK(Print(ReadLines({PageOf({At(40, 100, "1."), At(90, 100, "Kliknemo")})})) == "1. Kliknemo/");
  CHECK(Print(ReadLines({PageOf({At(40, 100, "a"), At(45.2, 100, "b")})})) == "ab/");
}

TEST_CASE("two columns of prose are read one after the other") {
  std::vector<Word> words;
  for (int i = 0; i < 8; ++i) {
    words.push_back(At(40, 100 + i * 14, "l" + std::to_string(i) + std::string(45, 'x')));
    words.push_back(At(320, 100 + i * 14, "d" + std::to_string(i) + std::string(45, 'x')));
  }
  const auto lines = ReadLines({PageOf(words)});
  REQUIRE(lines.size() == 16);
  CHECK(lines[0].text().substr(0, 2) == "l0");
  CHECK(lines[7].text().substr(0, 2) == "l7");
  CHECK(lines[8].text().substr(0, 2) == "d0");
}

TEST_CASE("what repeats at heads and feet, and numbers of pages, is left out") {
  std::vector<Page> pages;
  for (int i = 1; i <= 4; ++i) {
    pages.push_back(PageOf({At(40, 20, "Navodila"), At(40, 300, "Navodila"),
                            At(40, 400, "Besedilo" + std::string(static_cast<std::size_t>(i), 'x')),
                            At(500, 810, std::to_string(i))}));
  }
  CHECK(Print(ReadLines(pages)) ==
        "Navodila/Besedilox/Navodila/Besediloxx/Navodila/Besediloxxx/Navodila/Besediloxxxx/");
  CHECK(Print(ReadLines({PageOf({At(40, 300, "a"), At(40, 820, "Priloga 1")}),
                         PageOf({At(40, 300, "b"), At(40, 820, "Priloga 2")})})) == "a/b/");
  CHECK(Print(ReadLines({PageOf({At(40, 20, "Naslov"), At(40, 800, "Stran"), At(66, 800, "1"),
                                 At(72, 800, "od"), At(84, 800, "9")})})) == "Naslov/");
}

}  // namespace
}  // namespace pomocnik::kb::pdf
