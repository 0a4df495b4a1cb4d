// What a line begins with when people write lists, notes and glossaries without their elements.
#pragma once

#include <cstddef>
#include <optional>

#include "kb/article.h"
#include "kb/markdown/callout_label.h"

namespace pomocnik::kb::html {

struct ListMarker {
  enum class Kind {
    kNone,
    kBullet,  // · • ▪ …
    kDash,    // - – — *: a sign of a list only in company
    kNumber,  // "3." or "3)"
  };
  Kind kind = Kind::kNone;
  int number = 0;
  std::size_t length = 0;  // bytes, the space behind it included
};

// The marker that a text begins with. A space must follow it.
ListMarker MarkerOf(const Text& text);

// Takes bytes off the beginning, and white space behind them.
void RemoveHead(Text& text, std::size_t bytes);

// "POZOR!", "Primer 2:": as TakeCalloutLabel, but the label need not be strong if it is short.
std::optional<CalloutLabel> TakeLabel(Text& text);

// "Polje – opis", "**Polje:** opis".
bool BeginsWithTerm(const Text& text);

// Any of these, so that a line is a paragraph of its own.
bool BeginsItem(const Text& text);

}  // namespace pomocnik::kb::html
