#include "base/resemblance.h"

#include <algorithm>

namespace pomocnik {
namespace {

// Two near-duplicates share one of their smallest hashes but for one pair in 10,000.
constexpr std::size_t kKeys = 4;
// A shingle that so many texts share is a phrase of the house and tells nothing.
constexpr std::size_t kBucketLimit = 50;

// FNV-1a, 64 bits.
constexpr std::uint64_t kHashBegin = 14695981039346656037U;
constexpr std::uint64_t kHashPrime = 1099511628211U;

std::uint64_t HashOf(std::string_view word) {
  std::uint64_t hash = kHashBegin;
  for (const char c : word) {
    hash ^= static_cast<unsigned char>(c);
    hash *= kHashPrime;
  }
  return hash;
}

// The mixing step of splitmix64, so that the smallest hashes are a fair sample.
std::uint64_t Mixed(std::uint64_t hash) {
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
  return hash ^ (hash >> 31);
}

}  // namespace

Sketch SketchOf(const std::vector<std::string_view>& words) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(words.size());
  for (const std::string_view word : words) hashes.push_back(Mixed(HashOf(word)));
  Sketch sketch;
  sketch.reserve(words.size());
  const std::size_t length = std::min(kShingle, words.size());
  for (std::size_t first = 0; length > 0 && first + length <= words.size(); ++first) {
    std::uint64_t shingle = kHashBegin;
    for (std::size_t i = first; i < first + length; ++i) {
      shingle = (shingle ^ hashes[i]) * kHashPrime;
    }
    sketch.push_back(Mixed(shingle));
  }
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  sketch.resize(std::min(sketch.size(), kSketchSize));
  return sketch;
}

double Resemblance(const Sketch& a, const Sketch& b) {
  if (a.empty() || b.empty()) return 0;
  // The smallest hashes of both texts together are a sample of all their shingles.
  std::size_t sampled = 0;
  std::size_t common = 0;
  for (std::size_t i = 0, j = 0; (i < a.size() || j < b.size()) && sampled < kSketchSize;
       ++sampled) {
    const bool from_a = j == b.size() || (i < a.size() && a[i] <= b[j]);
    const bool from_b = i == a.size() || (j < b.size() && b[j] <= a[i]);
    common += from_a && from_b ? 1 : 0;
    i += from_a ? 1 : 0;
    j += from_b ? 1 : 0;
  }
  return static_cast<double>(common) / static_cast<double>(sampled);
}

void SketchTable::Add(const Sketch& sketch, std::size_t number) {
  for (std::size_t key = 0; key < std::min(kKeys, sketch.size()); ++key) {
    auto& bucket = by_key_[sketch[key]];
    if (bucket.size() < kBucketLimit) bucket.push_back(number);
  }
}

std::vector<std::size_t> SketchTable::Like(const Sketch& sketch) const {
  std::vector<std::size_t> numbers;
  for (std::size_t key = 0; key < std::min(kKeys, sketch.size()); ++key) {
    const auto bucket = by_key_.find(sketch[key]);
    if (bucket == by_key_.end()) continue;
    numbers.insert(numbers.end(), bucket->second.begin(), bucket->second.end());
  }
  return numbers;
}

}  // namespace pomocnik
