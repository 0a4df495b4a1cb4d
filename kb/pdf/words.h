// What a PDF shows, before anybody makes sense of it: words with their places. Values only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace pomocnik::kb::pdf {

// Points (1/72 inch) from the upper left corner of the page.
struct Word {
  std::string text;
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;  // of the font
  bool bold = false;
};

struct Page {
  double width = 0;
  double height = 0;
  std::vector<Word> words;
};

struct Pages {
  std::string title;  // of the document's information; empty: not stated
  std::optional<Date> modified;
  std::vector<Page> pages;
  bool cut_off = false;  // further pages or words were left out
};

}  // namespace pomocnik::kb::pdf
