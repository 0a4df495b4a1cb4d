#include "index/text/near_duplicates.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace pomocnik::index {
namespace {

// Two near-duplicates share one of their smallest hashes but for one pair in 10,000.
constexpr std::size_t kKeys = 4;
// A shingle that so many originals share is a phrase of the house and tells nothing.
constexpr std::size_t kBucketLimit = 50;

// FNV-1a, 64 bits, of a text that is given piece by piece.
class Hash {
 public:
  void Add(std::string_view text) {
    for (const char c : text) {
      hash_ ^= static_cast<unsigned char>(c);
      hash_ *= 1099511628211U;
    }
  }

  // With a mixing step (from splitmix64), so that the smallest hashes are a fair sample.
  std::uint64_t Mixed() const {
    std::uint64_t hash = hash_;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
  }

 private:
  std::uint64_t hash_ = 14695981039346656037U;
};

}  // namespace

Sketch SketchOf(const std::vector<Token>& tokens) {
  Sketch sketch;
  const std::size_t length = std::min(kShingle, tokens.size());
  for (std::size_t first = 0; length > 0 && first + length <= tokens.size(); ++first) {
    Hash shingle;
    for (std::size_t i = first; i < first + length; ++i) {
      shingle.Add(tokens[i].lemma);
      shingle.Add(" ");
    }
    sketch.push_back(shingle.Mixed());
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

std::vector<std::size_t> FindOriginals(const std::vector<SketchedText>& texts) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> originals;  // by key
  auto is_copy = [&](const SketchedText& text, std::size_t original) {
    return texts[original].scope == text.scope &&
           Resemblance(texts[original].sketch, text.sketch) >= kNearDuplicate;
  };
  std::vector<std::size_t> original_of;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto& sketch = texts[i].sketch;
    const auto keys_end =
        sketch.begin() + static_cast<std::ptrdiff_t>(std::min(kKeys, sketch.size()));
    std::size_t original = i;
    for (auto key = sketch.begin(); key != keys_end && original == i; ++key) {
      const auto& bucket = originals[*key];
      const auto found = std::find_if(bucket.begin(), bucket.end(), [&](std::size_t candidate) {
        return is_copy(texts[i], candidate);
      });
      if (found != bucket.end()) original = *found;
    }
    original_of.push_back(original);
    if (original != i) continue;
    for (auto key = sketch.begin(); key != keys_end; ++key) {
      auto& bucket = originals[*key];
      if (bucket.size() < kBucketLimit) bucket.push_back(i);
    }
  }
  return original_of;
}

}  // namespace pomocnik::index
