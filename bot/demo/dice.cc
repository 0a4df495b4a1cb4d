#include "bot/demo/dice.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace pomocnik::bot::demo {
namespace {

constexpr char kBase64Url[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr char kUnmistakable[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t kIdLength = 22;
constexpr std::size_t kReferenceLength = 6;

}  // namespace

double Dice::Share() {
  constexpr int kBitsOfDouble = 53;
  return static_cast<double>(bits_() >> (64 - kBitsOfDouble)) /
         static_cast<double>(std::uint64_t{1} << kBitsOfDouble);
}

int Dice::Between(int least, int most) {
  const double width = static_cast<double>(most) - least + 1;
  return least + static_cast<int>(Share() * width);
}

std::size_t Dice::Pick(std::span<const double> weights) {
  double left = Share() * std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.size() - 1;
}

std::string Dice::Letters(const char* alphabet, std::size_t size, std::size_t length) {
  std::string letters;
  for (std::size_t i = 0; i < length; ++i) letters += alphabet[bits_() % size];
  return letters;
}

std::string Dice::Id() { return Letters(kBase64Url, std::strlen(kBase64Url), kIdLength); }

std::string Dice::Reference() {
  return "P-" + Letters(kUnmistakable, std::strlen(kUnmistakable), kReferenceLength);
}

Urn::Urn(std::span<const double> weights) : sums_(weights.size()) {
  std::partial_sum(weights.begin(), weights.end(), sums_.begin());
}

std::size_t Urn::Draw(Dice& dice) const {
  const double at = dice.Share() * total();
  const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
  return std::min(static_cast<std::size_t>(found - sums_.begin()), sums_.size() - 1);
}

}  // namespace pomocnik::bot::demo
