// How much two texts resemble each other, told from samples of them (Broder, On the resemblance and containment of documents, 1997).
// Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pomocnik {

// The smallest hashes of a text's shingles (kShingle words in a row), in ascending order.
using Sketch = std::vector<std::uint64_t>;

inline constexpr std::size_t kShingle = 4;
inline constexpr std::size_t kSketchSize = 64;

// A text of fewer than kShingle words is one shingle. Equal for the same words.
Sketch SketchOf(const std::vector<std::string_view>& words);

// The estimated share of shingles that two texts have in common, 0 to 1; its standard error is 0.04 near 0.9, and 0 for equal texts.
// 0 when either text is empty.
double Resemblance(const Sketch& a, const Sketch& b);

// Finds texts that resemble another much without comparing it with all.
class SketchTable {
 public:
  void Add(const Sketch& sketch, std::size_t number);

  // The numbers of texts that may resemble this one, in the order in which they were added to each key; some more than once. Two
  // texts that resemble each other by 0.9 are missed once in 10,000 times.
  std::vector<std::size_t> Like(const Sketch& sketch) const;

 private:
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_key_;
};

}  // namespace pomocnik
