// Which addresses of the network are public. Pure.
#pragma once

#include <cstdint>
#include <span>

namespace pomocnik::kb::fetch {

// True for an address that the whole internet reaches. `bytes` are 4 of IPv4 or 16 of IPv6, in network order; any other number
// is none. Private, shared (CGNAT), loopback, link-local, unique-local, multicast, documentation and reserved addresses are
// not public, nor are IPv6 addresses that stand for one of IPv4 (mapped, compatible, NAT64, 6to4, Teredo).
bool IsPublicAddress(std::span<const std::uint8_t> bytes);

}  // namespace pomocnik::kb::fetch
