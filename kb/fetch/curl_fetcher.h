// The fetcher of the program: polite_fetcher.h over curl_transport.h.
#pragma once

#include <stop_token>

#include "base/clock.h"
#include "kb/fetch/curl_transport.h"
#include "kb/fetch/polite_fetcher.h"

namespace pomocnik::kb::fetch {

// Not thread-safe.
class CurlFetcher : public Fetcher {
 public:
  // `clock` must outlive the fetcher.
  CurlFetcher(const FetchOptions& options, const Clock& clock, std::stop_token stop,
              Network network = {});

  Result<Fetched> Get(const FetchRequest& request) override { return fetcher_.Get(request); }

 private:
  CurlTransport transport_;
  ThreadWaiter waiter_;
  PoliteFetcher fetcher_;
};

}  // namespace pomocnik::kb::fetch
