#include "index/text/speller.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>

namespace pomocnik::index {
namespace {

constexpr std::size_t kMaxSpellings = 3;
constexpr std::size_t kLongestWord = 40;  // that is corrected
constexpr std::size_t kLongestKey = 64;

int AllowedEdits(std::string_view word) {
  bool letters = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || word.size() < 4 || word.size() > kLongestWord) return 0;
  return word.size() <= 7 ? 1 : 2;
}

}  // namespace

// A trie in the order of a walk through it: a node's first child follows it, and `end` is what follows all that is
// below it. To leave out a prefix is to go on at its end.
struct Speller::Trie {
  struct Node {
    std::uint32_t end = 0;
    std::int32_t entry = -1;  // index into entries; -1: no key ends here
    char letter = 0;
    std::uint8_t depth = 0;  // letters from the start
  };
  struct Entry {
    std::string word;
    int weight;
  };
  std::vector<Node> nodes;
  std::vector<Entry> entries;

  // REQUIRES: sorted by key, each key once.
  explicit Trie(const std::vector<const SpellingKey*>& keys) {
    std::vector<std::size_t> path;  // nodes of the key before
    std::string_view before;
    for (const SpellingKey* key : keys) {
      const std::string_view letters = std::string_view(key->key).substr(0, kLongestKey);
      const auto differs =
          std::mismatch(before.begin(), before.end(), letters.begin(), letters.end()).second;
      const auto shared = static_cast<std::size_t>(differs - letters.begin());
      Close(path, shared);
      for (std::size_t i = shared; i < letters.size(); ++i) {
        path.push_back(nodes.size());
        nodes.push_back({0, -1, letters[i], static_cast<std::uint8_t>(i + 1)});
      }
      if (!letters.empty()) nodes[path.back()].entry = static_cast<std::int32_t>(entries.size());
      entries.push_back({key->word, key->weight});
      before = letters;
    }
    Close(path, 0);
  }

  void Close(std::vector<std::size_t>& path, std::size_t depth) {
    for (; path.size() > depth; path.pop_back()) {
      nodes[path.back()].end = static_cast<std::uint32_t>(nodes.size());
    }
  }
};

namespace {

// The rows of the edit matrix: for each letter of the prefix walked so far, the distances of the prefix up to it to the
// prefixes of the word. Only the cells on the diagonal and `limit` beside it can hold a distance that counts.
class EditMatrix {
 public:
  EditMatrix(std::string_view word, int limit) : word_(word), limit_(limit) {
    for (auto& row : rows_) row.fill(static_cast<std::uint8_t>(limit + 1));
    for (std::size_t i = 0; i <= word.size() && i <= static_cast<std::size_t>(limit); ++i) {
      rows_[0][i] = static_cast<std::uint8_t>(i);
    }
  }

  // Makes `letter` the prefix's letter at `depth`; what was behind it is forgotten. The smallest distance of its row.
  // REQUIRES: 0 < depth <= deepest().
  int Append(std::size_t depth, char letter) {
    prefix_[depth] = letter;
    auto& row = rows_[depth];
    const auto& above = rows_[depth - 1];
    const auto band = static_cast<std::size_t>(limit_);
    const std::size_t begin = depth > band ? depth - band : 0;
    const std::size_t end = std::min(depth + band, word_.size());
    int least = limit_ + 1;
    for (std::size_t i = begin; i <= end; ++i) {
      int distance = above[i] + 1;
      if (i == 0) {
        distance = static_cast<int>(depth);
      } else {
        const char other = word_[i - 1];
        distance = std::min(distance, above[i - 1] + (other == letter ? 0 : 1));
        if (i > begin) distance = std::min(distance, row[i - 1] + 1);
        const bool swapped =
            depth >= 2 && i >= 2 && other == prefix_[depth - 1] && word_[i - 2] == letter;
        if (swapped) distance = std::min(distance, rows_[depth - 2][i - 2] + 1);
      }
      row[i] = static_cast<std::uint8_t>(std::min(distance, limit_ + 1));
      least = std::min(least, distance);
    }
    return least;
  }

  // Of the prefix up to `depth` and the whole word; more than the limit where it cannot be told.
  int Distance(std::size_t depth) const {
    const bool in_band = depth + static_cast<std::size_t>(limit_) >= word_.size();
    return in_band ? rows_[depth][word_.size()] : limit_ + 1;
  }

  std::size_t deepest() const { return word_.size() + static_cast<std::size_t>(limit_); }

 private:
  std::string_view word_;
  int limit_;
  std::array<std::array<std::uint8_t, kLongestWord + 4>, kLongestWord + 4> rows_;
  std::array<char, kLongestWord + 4> prefix_{};
};

}  // namespace

Speller::Speller(const std::vector<SpellingKey>& keys) {
  std::vector<const SpellingKey*> sorted;
  sorted.reserve(keys.size());
  for (const auto& key : keys) sorted.push_back(&key);
  std::sort(sorted.begin(), sorted.end(), [](const SpellingKey* a, const SpellingKey* b) {
    return std::tie(a->key, b->weight, a->word) < std::tie(b->key, a->weight, b->word);
  });
  const auto same = [](const SpellingKey* a, const SpellingKey* b) { return a->key == b->key; };
  sorted.erase(std::unique(sorted.begin(), sorted.end(), same), sorted.end());
  trie_ = std::make_unique<Trie>(sorted);
}

Speller::~Speller() = default;
Speller::Speller(Speller&&) noexcept = default;
Speller& Speller::operator=(Speller&&) noexcept = default;

std::vector<Spelling> Speller::Correct(std::string_view word) const {
  const int limit = AllowedEdits(word);
  if (limit == 0) return {};
  struct Found {
    int distance;
    const Trie::Entry* entry;
  };
  std::vector<Found> all;
  EditMatrix matrix(word, limit);
  for (std::size_t at = 0; at < trie_->nodes.size();) {
    const Trie::Node& node = trie_->nodes[at];
    const std::size_t depth = node.depth;
    if (depth > matrix.deepest() || matrix.Append(depth, node.letter) > limit) {
      at = node.end;
      continue;
    }
    if (node.entry >= 0 && matrix.Distance(depth) <= limit) {
      all.push_back(
          {matrix.Distance(depth), &trie_->entries[static_cast<std::size_t>(node.entry)]});
    }
    ++at;
  }

  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    if (a.distance != b.distance) return a.distance < b.distance;
    if (a.entry->weight != b.entry->weight) return a.entry->weight > b.entry->weight;
    return a.entry->word < b.entry->word;
  });
  std::vector<Spelling> spellings;
  for (const auto& found : all) {
    if (found.distance != all.front().distance || spellings.size() == kMaxSpellings) break;
    bool repeated = std::any_of(spellings.begin(), spellings.end(), [&](const Spelling& spelling) {
      return spelling.word == found.entry->word;
    });
    if (!repeated) spellings.push_back({found.entry->word, found.distance});
  }
  return spellings;
}

}  // namespace pomocnik::index
