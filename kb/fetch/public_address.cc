#include "kb/fetch/public_address.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pomocnik::kb::fetch {
namespace {

// The addresses whose first `bits` bits are those of `start`; what `start` leaves out is 0.
template <std::size_t kSize>
struct Network {
  std::array<std::uint8_t, kSize> start;
  int bits;
};

// The registries of special-purpose addresses (RFC 6890 and its updates), and what is not given out.
constexpr std::array<Network<4>, 15> kSpecialV4 = {{
    {{0}, 8},             // this network
    {{10}, 8},            // private
    {{100, 64}, 10},      // shared by customers of a provider
    {{127}, 8},           // loopback
    {{169, 254}, 16},     // link-local, and where clouds tell their secrets
    {{172, 16}, 12},      // private
    {{192, 0, 0}, 24},    // protocol assignments
    {{192, 0, 2}, 24},    // documentation
    {{192, 88, 99}, 24},  // relays of 6to4, given up
    {{192, 168}, 16},     // private
    {{198, 18}, 15},      // benchmarks
    {{198, 51, 100}, 24},
    {{203, 0, 113}, 24},
    {{224}, 4},  // multicast
    {{240}, 4},  // reserved, and broadcast
}};

// Only this much of IPv6 is given out for use by everybody …
constexpr Network<16> kGlobalV6 = {{0x20}, 3};

// … and of it these are special.
constexpr std::array<Network<16>, 4> kSpecialV6 = {{
    {{0x20, 0x01}, 23},              // protocol assignments, Teredo among them
    {{0x20, 0x01, 0x0d, 0xb8}, 32},  // documentation
    {{0x20, 0x02}, 16},              // 6to4, which holds an address of IPv4
    {{0x3f, 0xff}, 20},              // documentation
}};

template <std::size_t kSize>
bool IsIn(const Network<kSize>& network, std::span<const std::uint8_t> bytes) {
  int bits = network.bits;
  for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
    const int mask = bits >= 8 ? 0xff : 0xff << (8 - bits) & 0xff;
    if ((bytes[i] & mask) != (network.start[i] & mask)) return false;
  }
  return true;
}

template <std::size_t kSize, std::size_t kCount>
bool IsInOneOf(const std::array<Network<kSize>, kCount>& networks,
               std::span<const std::uint8_t> bytes) {
  return std::any_of(networks.begin(), networks.end(),
                     [&](const Network<kSize>& network) { return IsIn(network, bytes); });
}

}  // namespace

bool IsPublicAddress(std::span<const std::uint8_t> bytes) {
  if (bytes.size() == 4) return !IsInOneOf(kSpecialV4, bytes);
  if (bytes.size() == 16) return IsIn(kGlobalV6, bytes) && !IsInOneOf(kSpecialV6, bytes);
  return false;
}

}  // namespace pomocnik::kb::fetch
