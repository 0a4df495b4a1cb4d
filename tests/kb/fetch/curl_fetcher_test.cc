// The fetcher over a real network of one machine: tls_server.py on 127.0.0.1, which these tests take for public, and a canary
// on 127.0.0.2, which nothing may connect to.
#include "kb/fetch/curl_fetcher.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include <algorithm>
#include <thread>

#include "tests/kb/fetch/tls_server.h"

namespace pomocnik::kb::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

struct World {
  TlsServer server;
  SystemClock clock;
  std::stop_source stop;
  FetchOptions options;
  Network network{IsTlsServer};

  World() {
    REQUIRE(server.port() != 0);
    options.allow_hosts = {Host("help"), Host("both"), Host("wrong"), Canary()};
    options.pause = milliseconds(0);
    options.max_bytes = 1024 * 1024;
    options.connect_time = seconds(5);
    options.answer_time = seconds(3);
    options.stall_time = seconds(1);
    network.ca_file = server.ca_file();
    const std::string port = std::to_string(server.port());
    network.names = {"help.example:" + port + ":127.0.0.1", "wrong.example:" + port + ":127.0.0.1",
                     "both.example:" + port + ":127.0.0.2,127.0.0.1", Canary() + ":127.0.0.2"};
  }

  std::string Host(const std::string& name) const {
    return name + ".example:" + std::to_string(server.port());
  }
  std::string Canary() const { return "canary.example:" + std::to_string(server.canary_port()); }
  std::string Address(const std::string& path) const { return "https://" + Host("help") + path; }

  CurlFetcher Fetcher() { return {options, clock, stop.get_token(), network}; }
  Result<Fetched> Get(const std::string& address) {
    FetchRequest request;
    request.address = address;
    return Fetcher().Get(request);
  }
  std::string Connects() { return Get(Address("/connects"))->document.bytes; }
};

TEST_CASE("pages are fetched, and only when they have changed") {
  World world;
  CurlFetcher fetcher = world.Fetcher();
  FetchRequest request;
  request.address = world.Address("/page");
  const auto first = fetcher.Get(request);
  REQUIRE(first);
  CHECK(first->status == 200);
  CHECK(first->document.bytes == "<p>Račun knjižimo.</p>");
  CHECK(first->document.charset == "utf-8");
  CHECK(FormatDate(*first->document.modified) == "2026-11-02");

  request.etag = first->etag;
  auto again = fetcher.Get(request);
  REQUIRE(again);
  CHECK(again->not_modified);
  request.etag.clear();
  request.last_modified = first->last_modified;
  again = fetcher.Get(request);
  REQUIRE(again);
  CHECK(again->not_modified);
  request.last_modified = "Sun, 01 Nov 2026 10:00:00 GMT";
  again = fetcher.Get(request);
  REQUIRE(again);
  CHECK(again->status == 200);

  request.method = FetchRequest::Method::kHead;
  again = fetcher.Get(request);
  REQUIRE(again);
  CHECK(again->status == 200);
  CHECK(again->document.bytes.empty());
}

TEST_CASE("packed pages are unpacked, and bombs are cut") {
  World world;
  CHECK(world.Get(world.Address("/packed"))->document.bytes == "<p>Račun knjižimo.</p>");
  for (const char* path : {"/bomb", "/bomb-in-bomb", "/large", "/endless", "/headers"}) {
    CAPTURE(path);
    const auto fetched = world.Get(world.Address(path));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == ErrorCode::kFull);
  }
  for (const char* path : {"/damaged", "/cut-off"}) {
    CAPTURE(path);
    const auto fetched = world.Get(world.Address(path));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == ErrorCode::kUnavailable);
  }
}

TEST_CASE("a server that stalls is given up in time") {
  World world;
  for (const char* path : {"/silent", "/stalled", "/drip"}) {
    CAPTURE(path);
    const auto begin = world.clock.SteadyNow();
    const auto fetched = world.Get(world.Address(path));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == ErrorCode::kUnavailable);
    CHECK(world.clock.SteadyNow() - begin < seconds(10));
  }
}

TEST_CASE("a stop ends an answer that is under way") {
  World world;
  world.options.answer_time = seconds(60);
  world.options.stall_time = seconds(60);
  CurlFetcher fetcher = world.Fetcher();
  FetchRequest request;
  request.address = world.Address("/page");
  REQUIRE(fetcher.Get(request));  // robots.txt is known now, and the connection is open
  std::thread stopper([&] { world.stop.request_stop(); });
  request.address = world.Address("/silent");
  const auto begin = world.clock.SteadyNow();
  const auto fetched = fetcher.Get(request);
  stopper.join();
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == ErrorCode::kUnavailable);
  CHECK(world.clock.SteadyNow() - begin < seconds(10));
}

TEST_CASE("a server must be who it says") {
  World world;
  CHECK(world.Get("https://" + world.Host("wrong") + "/page").error().code ==
        ErrorCode::kUnavailable);
  world.network.ca_file.clear();  // whom the system trusts, and that is not us
  CHECK(world.Get(world.Address("/page")).error().code == ErrorCode::kUnavailable);
}

TEST_CASE("redirects lead to public addresses only") {
  World world;
  const std::string canary_port = std::to_string(world.server.canary_port());
  for (const std::string& to : std::vector<std::string>{
           "https://" + world.Canary() + "/", "https://127.0.0.2:" + canary_port + "/",
           "https://[::ffff:127.0.0.2]:" + canary_port + "/", "//" + world.Canary() + "/",
           "http://" + world.Canary() + "/", "https://help.example@127.0.0.2:" + canary_port + "/",
           "gopher://127.0.0.2:" + canary_port + "/_x", "file:///etc/passwd",
           "dict://127.0.0.2:" + canary_port + "/x"}) {
    CAPTURE(to);
    const auto fetched = world.Get(world.Address("/redirect?" + to));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == ErrorCode::kInvalidArgument);
  }
  CHECK(world.Connects() == "0");
  CHECK(world.Get(world.Address("/redirect?/page"))->document.address == world.Address("/page"));
  CHECK_FALSE(world.Get(world.Address("/redirect?/redirect?/redirect?/redirect?/redirect?/page")));
}

TEST_CASE("no form of a private address reaches its host, even where the list names it") {
  World world;
  const std::string port = ":" + std::to_string(world.server.canary_port());
  // 127.0.0.2 in the notations that some program takes for an address.
  const std::vector<std::string> hosts = {"127.0.0.2",
                                          "127.2",
                                          "127.0.2",
                                          "2130706434",
                                          "0x7f000002",
                                          "0x7F.0x0.0x0.0x2",
                                          "0x7f.2",
                                          "0177.0.0.2",
                                          "0177.0.0.02",
                                          "017700000002",
                                          "127.0.0.0x2",
                                          "127.0.0.002",
                                          "127.0.0.2.",
                                          "00000177.0.0.2",
                                          "0x0000007f.0.0.2",
                                          "127.000.000.002",
                                          "127.0x0.2",
                                          "[::ffff:127.0.0.2]",
                                          "[::ffff:7f00:2]",
                                          "[::127.0.0.2]",
                                          "[0:0:0:0:0:ffff:7f00:2]",
                                          "[64:ff9b::7f00:2]",
                                          "[2002:7f00:2::]",
                                          "[::1]",
                                          "[::]",
                                          "[fe80::1%25lo]",
                                          "[::ffff:127.0.0.2%25lo]",
                                          "127。0。0。2",
                                          "①②⑦.⓪.⓪.②",
                                          "１２７.0.0.2",
                                          "127%2e0%2e0%2e2",
                                          "%31%32%37.0.0.2",
                                          "127.0.0.2%00",
                                          "127.0.0.2%20",
                                          "127.0.0.2%23",
                                          "localhost",
                                          "LOCALHOST",
                                          "localhost.",
                                          "localhost.localdomain",
                                          "ip6-localhost",
                                          "help.example@127.0.0.2",
                                          "help.example:x@127.0.0.2",
                                          "help.example%40127.0.0.2",
                                          "127.0.0.2@",
                                          "help.example#@127.0.0.2",
                                          "help.example?@127.0.0.2",
                                          "help.example/@127.0.0.2",
                                          "help.example\\@127.0.0.2",
                                          "127.0.0.2\\@help.example",
                                          "help.example\t@127.0.0.2",
                                          "help.example 127.0.0.2",
                                          "help.example,127.0.0.2",
                                          "help.example;127.0.0.2",
                                          "canary.example",
                                          "CANARY.example",
                                          "canary.example.",
                                          "127.0.0.2.nip.io",
                                          "0",
                                          "0.0.0.0",
                                          "169.254.169.254",
                                          "metadata.google.internal",
                                          "10.0.0.1",
                                          "192.168.0.1",
                                          "[fd00::1]",
                                          "[fc00::1]"};
  CHECK(hosts.size() >= 60);
  world.network.is_public = IsPublicAddress;
  for (const char* name :
       {"127.0.0.2.nip.io", "localhost.localdomain", "metadata.google.internal"}) {
    world.network.names.push_back(name + port + ":127.0.0.2");
  }
  for (const std::string& host : hosts) {
    world.options.allow_hosts.push_back(host + port);
    world.options.allow_hosts.push_back(host);
  }
  for (const std::string& host : hosts) {
    for (const char* scheme : {"https://", "http://", "//", "https:/", ""}) {
      CAPTURE(host);
      CHECK_FALSE(world.Get(scheme + host + port + "/"));
    }
  }
  world.network.is_public = IsTlsServer;
  CHECK(world.Connects() == "0");
}

TEST_CASE("a name is connected to at those of its addresses only that are public") {
  World world;
  CHECK(world.Get("https://" + world.Host("both") + "/page"));
  CHECK(world.Connects() == "0");
  // By the rules of the program none of them is.
  world.network.is_public = IsPublicAddress;
  const auto fetched = world.Get("https://" + world.Host("both") + "/page");
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == ErrorCode::kInvalidArgument);
  CHECK(fetched.error().message.find("no public address") != std::string::npos);
}

TEST_CASE("a proxy that the environment names is not used") {
  World world;
  const std::string proxy = "http://127.0.0.2:" + std::to_string(world.server.canary_port());
  for (const char* name : {"https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"}) {
    setenv(name, proxy.c_str(), 1);
  }
  CHECK(world.Get(world.Address("/page")));
  for (const char* name : {"https_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"}) unsetenv(name);
  CHECK(world.Connects() == "0");
}

TEST_CASE("a server is told no more than it must know") {
  World world;
  const std::string asked = world.Get(world.Address("/asked"))->document.bytes;
  CHECK(asked.find("User-Agent: pomocnik") != std::string::npos);
  CHECK(asked.find("Accept-Encoding: gzip") != std::string::npos);
  for (const char* header : {"Cookie", "Authorization", "Referer"}) {
    CHECK(asked.find(header) == std::string::npos);
  }
}

}  // namespace
}  // namespace pomocnik::kb::fetch
