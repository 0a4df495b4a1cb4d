// One request over the wire and its answer, without any manners: those are in polite_fetcher.h.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "kb/fetch/address_rules.h"
#include "kb/fetch/fetcher.h"

namespace pomocnik::kb::fetch {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct WireRequest {
  FetchAddress address;
  FetchRequest::Method method = FetchRequest::Method::kGet;
  Headers headers;
  std::size_t max_bytes = 0;  // of the body, after it is unpacked
};

struct WireResponse {
  int status = 0;
  Headers headers;  // names in lower case, values without white space around them
  std::string body;

  // The first of that name (in lower case); empty when there is none.
  std::string Header(std::string_view name) const;
};

class Transport {
 public:
  virtual ~Transport() = default;

  // Follows no redirect. Errors as Fetcher::Get's.
  virtual Result<WireResponse> Exchange(const WireRequest& request) = 0;
};

}  // namespace pomocnik::kb::fetch
