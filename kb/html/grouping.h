// Puts together what belongs together but stands in a page as one paragraph after another.
#pragma once

#include <vector>

#include "kb/article.h"

namespace pomocnik::kb::html {

// In blocks that stand beside each other:
// - a paragraph that begins with a label ("POZOR!") becomes a callout; a label alone takes the block behind it along;
// - paragraphs that begin "1.", "2." … in a row become steps, with the pictures, notes and lists between them;
// - paragraphs that begin with bullets, or at least two with dashes, become a list;
// - at least two that explain terms ("Polje – opis") become a list, as they are.
void GroupBlocks(std::vector<Block>& blocks);

}  // namespace pomocnik::kb::html
