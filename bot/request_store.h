// Where requests that were really filed are kept: the border to the state database.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "bot/requests/filed_request.h"

namespace pomocnik::bot {

struct ImportCounts {
  std::int64_t added = 0;
  std::int64_t updated = 0;  // were there, in another state
  std::int64_t joined = 0;   // of those added: with the episode that their reference names
  bool operator==(const ImportCounts&) const = default;
};

// Thread-safe.
class RequestStore {
 public:
  virtual ~RequestStore() = default;

  // Adds requests that are not there yet and takes back the success of the episodes that they belong to; of those that
  // are there the state, its end and the solution are taken over, and nothing else. kUnavailable: not all are known to
  // be kept; an import may be repeated.
  virtual Result<ImportCounts> ImportRequests(const std::vector<FiledRequest>& requests) = 0;
};

}  // namespace pomocnik::bot
