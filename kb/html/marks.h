// What the rules say of single elements of a page.
#pragma once

#include <string>
#include <unordered_map>

#include "kb/article.h"
#include "kb/html/tree.h"

namespace pomocnik::kb::html {

struct Mark {
  enum class Role {
    kNoise,    // left out
    kShown,    // seen although it says that it is hidden
    kHead,     // begins a part
    kGroup,    // names the group of the parts behind it
    kHeading,  // of `level`
    kCallout,  // of `tone`, named `label`
    kStep,     // one step; those in a row are steps together
    kLine,     // one paragraph, whatever it holds
    kCode,     // code: a block, or amid text
    kStrong,
    kIcon,    // a picture that is part of a sentence
    kLayout,  // a table that only arranges
  };
  Role role = Role::kNoise;
  int level = 3;
  Callout::Tone tone = Callout::Tone::kNote;
  std::string label;
};

// By node; the first mark that a node is given holds.
using Marks = std::unordered_map<const Node*, Mark>;

// The mark of a node; null when it has none.
inline const Mark* MarkOf(const Marks& marks, const Node* node) {
  auto found = marks.find(node);
  return found == marks.end() ? nullptr : &found->second;
}

inline bool HasRole(const Marks& marks, const Node* node, Mark::Role role) {
  const Mark* mark = MarkOf(marks, node);
  return mark != nullptr && mark->role == role;
}

}  // namespace pomocnik::kb::html
