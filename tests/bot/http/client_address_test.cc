#include "bot/http/client_address.h"

#include <doctest/doctest.h>

namespace pomocnik::bot::http {
namespace {

TEST_CASE("a client's address is taken from the proxy only") {
  struct AddressRow {
    std::string_view what;
    std::string_view peer;
    Headers headers;
    std::string_view client;
  };
  const Header real = {"X-Real-IP", "198.51.100.7"};
  const AddressRow rows[] = {
      {"straight", "127.0.0.1", {}, "127.0.0.1"},
      {"behind the proxy", "127.0.0.1", {real}, "198.51.100.7"},
      {"behind the proxy, IPv6", "::1", {{"X-Real-IP", "2001:db8::1"}}, "2001:db8::1"},
      {"mapped", "::ffff:127.0.0.1", {real}, "198.51.100.7"},
      {"behind another proxy", "192.0.2.10", {real}, "198.51.100.7"},
      {"behind another proxy, mapped", "::ffff:192.0.2.10", {real}, "198.51.100.7"},
      {"behind another proxy, IPv6", "2001:db8:0::10", {real}, "198.51.100.7"},
      {"not from a proxy", "203.0.113.9", {real}, "203.0.113.9"},
      {"from a neighbour of the proxy", "192.0.2.11", {real}, "192.0.2.11"},
      {"from a neighbour of the proxy, IPv6", "2001:db8::11", {real}, "2001:db8::11"},
      {"X-Forwarded-For", "127.0.0.1", {{"X-Forwarded-For", "1.2.3.4"}}, "127.0.0.1"},
      {"Forwarded", "127.0.0.1", {{"Forwarded", "for=1.2.3.4"}}, "127.0.0.1"},
      {"REMOTE_ADDR", "127.0.0.1", {{"REMOTE_ADDR", "1.2.3.4"}}, "127.0.0.1"},
      {"underscores", "127.0.0.1", {{"X_Real_IP", "1.2.3.4"}}, "127.0.0.1"},
      {"another vendor's", "127.0.0.1", {{"True-Client-IP", "1.2.3.4"}}, "127.0.0.1"},
      {"beside the real one", "127.0.0.1", {real, {"X-Forwarded-For", "1.2.3.4"}}, "198.51.100.7"},
      {"two", "127.0.0.1", {real, {"x-real-ip", "1.2.3.5"}}, "127.0.0.1"},
      {"a list", "127.0.0.1", {{"X-Real-IP", "1.2.3.4, 1.2.3.5"}}, "127.0.0.1"},
      {"no address", "127.0.0.1", {{"X-Real-IP", "nonsense"}}, "127.0.0.1"},
      {"with a port", "127.0.0.1", {{"X-Real-IP", "1.2.3.4:80"}}, "127.0.0.1"},
      {"with a zone", "127.0.0.1", {{"X-Real-IP", "fe80::1%eth0"}}, "127.0.0.1"},
  };
  const TrustedProxies trusted = {"192.0.2.10", "2001:db8::10"};
  for (const AddressRow& row : rows) {
    CAPTURE(row.what);
    CHECK(ClientAddress(row.peer, row.headers, trusted) == row.client);
  }
}

TEST_CASE("only addresses of this machine are loopback") {
  for (const std::string_view address : {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"}) {
    CAPTURE(address);
    CHECK(IsLoopback(address));
  }
  for (const std::string_view address :
       {"0.0.0.0", "::", "10.0.0.1", "128.0.0.1", "::2", "localhost", "", "1270.0.1"}) {
    CAPTURE(address);
    CHECK_FALSE(IsLoopback(address));
  }
}

TEST_CASE("a client is an IPv4 address or a /64 of IPv6") {
  struct PrefixRow {
    std::string_view one;
    std::string_view other;
    bool same;
  };
  const PrefixRow rows[] = {
      {"198.51.100.7", "198.51.100.7", true},
      {"198.51.100.7", "198.51.100.8", false},
      {"198.51.100.7", "::ffff:198.51.100.7", true},
      {"::ffff:198.51.100.7", "::ffff:c633:6407", true},
      {"::ffff:198.51.100.7", "::ffff:198.51.100.8", false},
      {"2001:db8:1:2::1", "2001:0db8:1:2:ffff:ffff:ffff:ffff", true},
      {"2001:db8:1:2::1", "2001:db8:1:3::1", false},
      {"fe80::1%eth0", "fe80::1", true},
      {"::1", "127.0.0.1", false},
  };
  for (const PrefixRow& row : rows) {
    CAPTURE(row.one);
    CAPTURE(row.other);
    CHECK_FALSE(ClientPrefix(row.one).empty());
    CHECK((ClientPrefix(row.one) == ClientPrefix(row.other)) == row.same);
  }
  CHECK(ClientPrefix("nonsense").empty());
}

}  // namespace
}  // namespace pomocnik::bot::http
