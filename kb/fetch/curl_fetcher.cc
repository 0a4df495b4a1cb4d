#include "kb/fetch/curl_fetcher.h"

#include <utility>

namespace pomocnik::kb::fetch {

CurlFetcher::CurlFetcher(const FetchOptions& options, const Clock& clock, std::stop_token stop,
                         Network network)
    : transport_(options, stop, std::move(network)),
      fetcher_({transport_, clock, waiter_}, options, std::move(stop)) {}

}  // namespace pomocnik::kb::fetch
