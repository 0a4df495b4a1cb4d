// Chance that comes out the same on every machine: the standard's distributions need not. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace pomocnik::bot::demo {

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : bits_(seed) {}

  double Share();  // 0 to below 1
  bool Chance(double probability) { return Share() < probability; }
  // From `least` to `most`, both included. REQUIRES: least <= most.
  int Between(int least, int most);
  // REQUIRES: something has a weight above 0.
  std::size_t Pick(std::span<const double> weights);
  template <typename T>
  const T& Of(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(Between(0, static_cast<int>(values.size()) - 1))];
  }
  // As ids of conversations and turns look: 22 characters of base64url.
  std::string Id();
  // As a reference of an episode looks: "P-7K3F9Q".
  std::string Reference();

 private:
  std::string Letters(const char* alphabet, std::size_t size, std::size_t length);

  std::mt19937_64 bits_;
};

// Draws by fixed weights, in logarithmic time.
class Urn {
 public:
  explicit Urn(std::span<const double> weights);
  std::size_t Draw(Dice& dice) const;
  double total() const { return sums_.empty() ? 0 : sums_.back(); }

 private:
  std::vector<double> sums_;
};

}  // namespace pomocnik::bot::demo
