#include "index/morphology/form_trie.h"

#include <utility>

namespace pomocnik::index {

FormTrie::FormTrie(const std::vector<std::string>& forms) {
  // Of each node of the level that is being written: the forms below it.
  std::vector<std::pair<std::size_t, std::size_t>> level = {{0, forms.size()}};
  nodes_.emplace_back();
  std::size_t written = 0;
  for (std::size_t depth = 0; !level.empty(); ++depth) {
    std::vector<std::pair<std::size_t, std::size_t>> next;
    for (auto [begin, end] : level) {
      const std::size_t node = written++;
      nodes_[node].first_child = static_cast<std::uint32_t>(nodes_.size());
      if (begin < end && forms[begin].size() == depth) {
        nodes_[node].form = static_cast<std::uint32_t>(begin++);
      }
      while (begin < end) {
        const char letter = forms[begin][depth];
        std::size_t behind = begin + 1;
        while (behind < end && forms[behind][depth] == letter) ++behind;
        nodes_.push_back({letter, kNone, 0});
        next.emplace_back(begin, behind);
        begin = behind;
      }
    }
    level = std::move(next);
  }
  nodes_.push_back({0, kNone, static_cast<std::uint32_t>(nodes_.size())});
}

std::uint32_t FormTrie::Walk(std::uint32_t node, std::string_view letters) const {
  for (const char letter : letters) {
    if (node == kNone) return kNone;
    const std::uint32_t end = nodes_[node + 1].first_child;
    std::uint32_t child = nodes_[node].first_child;
    while (child < end && nodes_[child].letter != letter) ++child;
    node = child < end ? child : kNone;
  }
  return node;
}

}  // namespace pomocnik::index
