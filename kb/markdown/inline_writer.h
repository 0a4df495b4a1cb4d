// The text inside a paragraph, heading or table cell -> Markdown: the other way of inline_text.h. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "kb/article.h"

namespace pomocnik::kb {

// Where the text stands: what is at the beginning of a line may be the mark of a block, and in a cell there are no lines.
enum class Place { kLineStart, kWithinLine, kHeading, kCell };

// Markdown that ReadText reads as `text`, with hard line breaks between its lines. REQUIRES: `text` is in normal form
// (normal_form.h).
std::string WriteText(const Text& text, Place place);

// "![description](address)". REQUIRES: normal form.
std::string WriteImage(const Image& image);

// The number of backticks that can stand around `code`, such as do not stand in it; 0 when there is none that the Markdown
// library would look for.
std::size_t BackticksAround(std::string_view code);

}  // namespace pomocnik::kb
