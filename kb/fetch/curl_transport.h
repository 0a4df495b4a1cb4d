// Requests over HTTPS by libcurl. Connects to public addresses only: the address that a connection is opened to is the one
// that is judged, so a name that leads somewhere else the second time gains nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "kb/fetch/options.h"
#include "kb/fetch/public_address.h"
#include "kb/fetch/transport.h"

namespace pomocnik::kb::fetch {

// What the network is. Only tests pass another one than this; no configuration can.
struct Network {
  std::function<bool(std::span<const std::uint8_t>)> is_public = IsPublicAddress;
  // "host:port:address", in place of what the system's resolver says.
  std::vector<std::string> names = {};
  std::string ca_file = {};  // who vouches for hosts; empty: whom the system trusts
};

// Not thread-safe. Keeps connections open for the next request to the same host.
class CurlTransport : public Transport {
 public:
  CurlTransport(FetchOptions options, std::stop_token stop, Network network = {});
  ~CurlTransport() override;
  CurlTransport(const CurlTransport&) = delete;
  CurlTransport& operator=(const CurlTransport&) = delete;

  Result<WireResponse> Exchange(const WireRequest& request) override;

 private:
  struct Handle;

  const FetchOptions options_;
  const std::stop_token stop_;
  const Network network_;
  std::unique_ptr<Handle> handle_;
};

}  // namespace pomocnik::kb::fetch
