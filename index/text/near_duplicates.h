// Which texts are the same but for a few words: one article on several addresses. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/resemblance.h"
#include "index/text/analyzer.h"

namespace pomocnik::index {

// Texts that resemble each other so much are the same: of 250 words about 6 may differ in one place.
inline constexpr double kNearDuplicate = 0.9;

// Of the classes of the words: equal for the same words however inflected.
Sketch SketchOf(const std::vector<Token>& tokens);

struct SketchedText {
  Sketch sketch;
  std::string
      scope;  // only texts of one scope can be copies: buttons of two modules may read alike
};

// For each text the one it repeats: itself, or one that stands before it and repeats nothing. REQUIRES: the texts
// stand in the order in which they are preferred.
std::vector<std::size_t> FindOriginals(const std::vector<SketchedText>& texts);

}  // namespace pomocnik::index
