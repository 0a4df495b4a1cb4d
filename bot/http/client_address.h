// Whose request it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/http/message.h"

namespace pomocnik::bot::http {

// Whether it is an IPv4 or IPv6 address in numbers.
bool IsAddress(std::string_view text);

// 127.0.0.0/8, ::1, also as ::ffff:127.0.0.1.
bool IsLoopback(std::string_view address);

// Addresses, besides loopback, of peers that are believed what they say of the client.
using TrustedProxies = std::vector<std::string>;

// The address of the person: what the proxy put into X-Real-IP when the peer is this machine or a trusted
// proxy, else the peer itself. Any other header is the client's own invention.
std::string ClientAddress(std::string_view peer, const Headers& headers,
                          const TrustedProxies& trusted);

// What one client cannot easily change, as bytes: all of an IPv4 address (also when written as IPv6), and the
// first 64 bits of an IPv6 address, since that much is given to one household. Empty for what is no address.
std::string ClientPrefix(std::string_view address);

}  // namespace pomocnik::bot::http
