// Which texts are the same but for a few words: one article on several addresses. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "index/text/analyzer.h"

namespace pomocnik::index {

// The smallest hashes of a text's shingles (kShingle classes of words in a row), in ascending order: enough to tell
// how much two texts resemble each other (Broder, On the resemblance and containment of documents, 1997).
using Sketch = std::vector<std::uint64_t>;

inline constexpr std::size_t kShingle = 4;
inline constexpr std::size_t kSketchSize = 64;

// Texts that resemble each other so much are the same: of 250 words about 6 may differ in one place.
inline constexpr double kNearDuplicate = 0.9;

// A text of fewer than kShingle words is one shingle. Equal for the same words however inflected.
Sketch SketchOf(const std::vector<Token>& tokens);

// The estimated share of shingles that two texts have in common, 0 to 1; its standard error is 0.04 near
// kNearDuplicate, and 0 for equal texts. 0 when either text is empty.
double Resemblance(const Sketch& a, const Sketch& b);

struct SketchedText {
  Sketch sketch;
  std::string
      scope;  // only texts of one scope can be copies: buttons of two modules may read alike
};

// For each text the one it repeats: itself, or one that stands before it and repeats nothing. REQUIRES: the texts
// stand in the order in which they are preferred.
std::vector<std::size_t> FindOriginals(const std::vector<SketchedText>& texts);

}  // namespace pomocnik::index
