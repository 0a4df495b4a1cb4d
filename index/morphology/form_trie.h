// Which word forms exist, asked stem first and ending second.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::index {

// Many endings are asked for behind one stem: the stem is walked once. Immutable.
class FormTrie {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  static constexpr std::uint32_t kRoot = 0;

  // REQUIRES: sorted, each once, none empty. Not kept.
  explicit FormTrie(const std::vector<std::string>& forms);

  // The node behind these letters; kNone when no form goes on so, or `node` is kNone.
  std::uint32_t Walk(std::uint32_t node, std::string_view letters) const;

  // The number of the form that ends here (its place in the list); kNone when none does, or `node` is kNone.
  std::uint32_t FormAt(std::uint32_t node) const {
    return node == kNone ? kNone : nodes_[node].form;
  }

 private:
  // In breadth-first order, so that children lie side by side: from first_child up to that of the next node.
  struct Node {
    char letter = 0;
    std::uint32_t form = kNone;
    std::uint32_t first_child = 0;
  };
  std::vector<Node> nodes_;  // and one behind the last
};

}  // namespace pomocnik::index
