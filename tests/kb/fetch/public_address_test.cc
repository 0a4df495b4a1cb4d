#include "kb/fetch/public_address.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>

#include <array>
#include <string>

namespace pomocnik::kb::fetch {
namespace {

bool IsPublic(const std::string& text) {
  std::array<std::uint8_t, 16> bytes{};
  const bool v6 = text.find(':') != std::string::npos;
  REQUIRE(inet_pton(v6 ? AF_INET6 : AF_INET, text.c_str(), bytes.data()) == 1);
  return IsPublicAddress(std::span(bytes).first(v6 ? 16 : 4));
}

TEST_CASE("addresses that everybody reaches are public") {
  for (const char* address : {"1.1.1.1",         "9.255.255.255",   "11.0.0.0",
                              "100.63.255.255",  "100.128.0.0",     "126.255.255.255",
                              "128.0.0.0",       "169.253.255.255", "169.255.0.0",
                              "172.15.255.255",  "172.32.0.0",      "192.0.1.0",
                              "192.0.3.0",       "192.167.255.255", "192.169.0.0",
                              "198.17.255.255",  "198.20.0.0",      "223.255.255.255",
                              "2606:4700::1111", "2001:200::1",     "2a00:1450:4001::200e",
                              "3ffe::1"}) {
    CAPTURE(address);
    CHECK(IsPublic(address));
  }
}

TEST_CASE("addresses that only some reach are not public") {
  for (const char* address :
       {"0.0.0.0",         "0.255.255.255",   "10.0.0.1",        "10.255.255.255",
        "100.64.0.0",      "100.127.255.255", "127.0.0.1",       "127.255.255.254",
        "169.254.0.1",     "169.254.169.254", "172.16.0.0",      "172.31.255.255",
        "192.0.0.8",       "192.0.2.1",       "192.88.99.1",     "192.168.0.0",
        "192.168.255.255", "198.18.0.0",      "198.19.255.255",  "198.51.100.7",
        "203.0.113.9",     "224.0.0.1",       "239.255.255.255", "240.0.0.1",
        "255.255.255.255"}) {
    CAPTURE(address);
    CHECK_FALSE(IsPublic(address));
  }
  for (const char* address : {"::",
                              "::1",
                              "::127.0.0.1",
                              "::ffff:127.0.0.1",
                              "::ffff:8.8.8.8",
                              "64:ff9b::7f00:1",
                              "64:ff9b:1::1",
                              "100::1",
                              "2001::1",
                              "2001:10::1",
                              "2001:20::1",
                              "2001:1ff::1",
                              "2001:db8::1",
                              "2002:7f00:1::1",
                              "2002:808:808::1",
                              "3fff::1",
                              "3fff:fff::1",
                              "5f00::1",
                              "fc00::1",
                              "fd12:3456::1",
                              "fe80::1",
                              "fec0::1",
                              "ff02::1",
                              "4000::1",
                              "1fff::1"}) {
    CAPTURE(address);
    CHECK_FALSE(IsPublic(address));
  }
}

TEST_CASE("what is no address is not public") {
  const std::array<std::uint8_t, 17> bytes{8, 8, 8, 8, 8};
  for (const std::size_t size : {0u, 1u, 3u, 5u, 15u, 17u}) {
    CHECK_FALSE(IsPublicAddress(std::span(bytes).first(size)));
  }
}

}  // namespace
}  // namespace pomocnik::kb::fetch
