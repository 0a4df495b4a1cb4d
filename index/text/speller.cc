#include "index/text/speller.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace pomocnik::index {
namespace {

constexpr std::size_t kMaxSpellings = 3;

int AllowedEdits(std::string_view word) {
  bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || word.size() < 4 || word.size() > 40) return 0;
  return word.size() <= 7 ? 1 : 2;
}

}  // namespace

// Nodes in one array; the children of a node are a linked list of siblings in letter order.
struct Speller::Trie {
  struct Node {
    char letter = 0;
    std::int32_t first_child = -1;
    std::int32_t next_sibling = -1;
    std::int32_t entry = -1;  // index into entries; -1: no key ends here
  };
  struct Entry {
    std::string word;
    int weight;
  };
  struct Found {
    int distance;
    const Entry* entry;
  };
  std::vector<Node> nodes{Node{}};
  std::vector<Entry> entries;

  void Insert(const SpellingKey& key) {
    std::size_t at = 0;
    for (char letter : key.key) at = ChildFor(at, letter);
    std::int32_t& entry = nodes[at].entry;
    if (entry < 0) {
      entry = static_cast<std::int32_t>(entries.size());
      entries.push_back({key.word, key.weight});
    } else if (entries[static_cast<std::size_t>(entry)].weight < key.weight) {
      entries[static_cast<std::size_t>(entry)] = {key.word, key.weight};
    }
  }

  std::size_t ChildFor(std::size_t parent, char letter) {
    std::int32_t child = nodes[parent].first_child;
    for (; child >= 0; child = nodes[static_cast<std::size_t>(child)].next_sibling) {
      if (nodes[static_cast<std::size_t>(child)].letter == letter) {
        return static_cast<std::size_t>(child);
      }
    }
    Node node;
    node.letter = letter;
    node.next_sibling = nodes[parent].first_child;
    nodes[parent].first_child = static_cast<std::int32_t>(nodes.size());
    nodes.push_back(node);
    return nodes.size() - 1;
  }

  // One search: `rows` holds, for each letter walked so far, the edit distances of the prefix up to it to every
  // prefix of the word, one behind the other.
  struct Walk {
    const Trie& trie;
    std::string_view word;
    int limit;
    std::string prefix;
    std::vector<int> rows;
    std::vector<Found> found;

    std::size_t width() const { return word.size() + 1; }
    // REQUIRES: depth <= prefix.size().
    const int* Row(std::size_t depth) const { return rows.data() + depth * width(); }

    void Visit(std::size_t at) {
      const Node& node = trie.nodes[at];
      if (at != 0) {
        prefix.push_back(node.letter);
        AddRow();
        int distance = Row(prefix.size())[word.size()];
        if (node.entry >= 0 && distance <= limit) {
          found.push_back({distance, &trie.entries[static_cast<std::size_t>(node.entry)]});
        }
      }
      const int* row = Row(prefix.size());
      if (*std::min_element(row, row + width()) <= limit) {
        for (std::int32_t child = node.first_child; child >= 0;
             child = trie.nodes[static_cast<std::size_t>(child)].next_sibling) {
          Visit(static_cast<std::size_t>(child));
        }
      }
      if (at != 0) prefix.pop_back();
    }

    void AddRow() {
      const std::size_t depth = prefix.size();
      rows.resize(std::max(rows.size(), (depth + 1) * width()));
      int* row = rows.data() + depth * width();
      const int* above = Row(depth - 1);
      row[0] = static_cast<int>(depth);
      for (std::size_t i = 1; i <= word.size(); ++i) {
        int substitution = above[i - 1] + (word[i - 1] == prefix[depth - 1] ? 0 : 1);
        row[i] = std::min({substitution, above[i] + 1, row[i - 1] + 1});
        bool swapped = depth >= 2 && i >= 2 && word[i - 1] == prefix[depth - 2] &&
                       word[i - 2] == prefix[depth - 1];
        if (swapped) row[i] = std::min(row[i], Row(depth - 2)[i - 2] + 1);
      }
    }
  };
};

Speller::Speller(const std::vector<SpellingKey>& keys) : trie_(std::make_unique<Trie>()) {
  for (const auto& key : keys) trie_->Insert(key);
}

Speller::~Speller() = default;
Speller::Speller(Speller&&) noexcept = default;
Speller& Speller::operator=(Speller&&) noexcept = default;

std::vector<Spelling> Speller::Correct(std::string_view word) const {
  int limit = AllowedEdits(word);
  if (limit == 0) return {};
  std::vector<int> first_row(word.size() + 1);
  std::iota(first_row.begin(), first_row.end(), 0);
  Trie::Walk walk{*trie_, word, limit, {}, std::move(first_row), {}};
  walk.Visit(0);

  std::sort(walk.found.begin(), walk.found.end(), [](const auto& a, const auto& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    if (a.entry->weight != b.entry->weight) return a.entry->weight > b.entry->weight;
    return a.entry->word < b.entry->word;
  });
  std::vector<Spelling> spellings;
  for (const auto& found : walk.found) {
    if (found.distance != walk.found.front().distance || spellings.size() == kMaxSpellings) break;
    bool repeated = std::any_of(spellings.begin(), spellings.end(), [&](const Spelling& spelling) {
      return spelling.word == found.entry->word;
    });
    if (!repeated) spellings.push_back({found.entry->word, found.distance});
  }
  return spellings;
}

}  // namespace pomocnik::index
