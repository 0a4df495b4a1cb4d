#include "index/text/near_duplicates.h"

#include <algorithm>
#include <string_view>

namespace pomocnik::index {

Sketch SketchOf(const std::vector<Token>& tokens) {
  std::vector<std::string_view> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) words.push_back(token.lemma);
  return pomocnik::SketchOf(words);
}

std::vector<std::size_t> FindOriginals(const std::vector<SketchedText>& texts) {
  SketchTable originals;
  std::vector<std::size_t> original_of;
  original_of.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::vector<std::size_t> like = originals.Like(texts[i].sketch);
    const auto found = std::find_if(like.begin(), like.end(), [&](std::size_t candidate) {
      return texts[candidate].scope == texts[i].scope &&
             Resemblance(texts[candidate].sketch, texts[i].sketch) >= kNearDuplicate;
    });
    original_of.push_back(found == like.end() ? i : *found);
    if (found == like.end()) originals.Add(texts[i].sketch, i);
  }
  return original_of;
}

}  // namespace pomocnik::index
