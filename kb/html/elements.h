// What the elements of HTML are to a reader of text.
#pragma once

#include <optional>

#include "kb/html/marks.h"
#include "kb/html/tree.h"

namespace pomocnik::kb::html {

// Stands on lines of its own: p, div, table …
bool IsBlock(const Node* node);

// Nobody sees it: scripts, drawings, controls of forms, hidden elements, and what is marked as noise.
bool IsUnseen(const Node* node, const Marks& marks);

// h1 to h6 as 1 to 6; 0 for any other element.
int HeadingLevelOf(const Node* element);

// The length that an attribute or the style gives, in pixels (`width`, `height`); absent when it tells none.
std::optional<int> PixelsOf(const Node* element, const char* name);

}  // namespace pomocnik::kb::html
