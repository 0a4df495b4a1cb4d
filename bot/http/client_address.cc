#include "bot/http/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace pomocnik::bot::http {
namespace {

constexpr std::size_t kPrefixBytes = 8;
constexpr std::size_t kMappedBytes = 12;  // of ::ffff:a.b.c.d, before the IPv4 address

using AddressBytes = std::array<unsigned char, 16>;

// IPv4 comes out as ::ffff:a.b.c.d. The zone that the system adds to a link's own addresses is left out.
std::optional<AddressBytes> Parse(std::string_view text) {
  const std::string address(text.substr(0, text.find('%')));
  AddressBytes bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1) return bytes;
  if (inet_pton(AF_INET, address.c_str(), bytes.data() + kMappedBytes) != 1) return std::nullopt;
  bytes[10] = bytes[11] = 0xff;
  return bytes;
}

bool IsMappedV4(const AddressBytes& bytes) {
  return std::all_of(bytes.begin(), bytes.begin() + 10, [](unsigned char b) { return b == 0; }) &&
         bytes[10] == 0xff && bytes[11] == 0xff;
}

bool MaySpeakForOthers(std::string_view peer, const TrustedProxies& trusted) {
  if (IsLoopback(peer)) return true;
  const auto address = Parse(peer);
  return address && std::any_of(trusted.begin(), trusted.end(),
                                [&](const std::string& proxy) { return Parse(proxy) == address; });
}

}  // namespace

bool IsAddress(std::string_view text) {
  return text.find('%') == std::string_view::npos && Parse(text).has_value();
}

bool IsLoopback(std::string_view address) {
  const auto bytes = Parse(address);
  if (!bytes) return false;
  if (IsMappedV4(*bytes)) return (*bytes)[kMappedBytes] == 127;
  AddressBytes loopback{};
  loopback.back() = 1;
  return *bytes == loopback;
}

std::string ClientAddress(std::string_view peer, const Headers& headers,
                          const TrustedProxies& trusted) {
  if (CountHeaders(headers, "X-Real-IP") != 1 || !MaySpeakForOthers(peer, trusted)) {
    return std::string(peer);
  }
  const std::string_view claimed = *FindHeader(headers, "X-Real-IP");
  return std::string(IsAddress(claimed) ? claimed : peer);
}

std::string ClientPrefix(std::string_view address) {
  const auto bytes = Parse(address);
  if (!bytes) return "";
  if (IsMappedV4(*bytes)) return std::string(bytes->begin() + kMappedBytes, bytes->end());
  return std::string(bytes->begin(), bytes->begin() + kPrefixBytes);
}

}  // namespace pomocnik::bot::http
