// What is remembered of the pages of a source from one crawl to the next. Values only.
#pragma once

#include <map>
#include <string>

#include "base/clock.h"

namespace pomocnik::kb::fetch {

struct KeptPage {
  std::string found_at;       // where redirects led to; the address itself when there were none
  std::string etag;           // as the server told it; empty: not told
  std::string last_modified;  // likewise
  std::string sha256;         // of the bytes
  std::string listed;         // what the sitemap or feed said of its last change, as written there
  Instant checked{};          // when it was last fetched, or told to be the same
  bool operator==(const KeptPage&) const = default;
};

using KeptPages = std::map<std::string, KeptPage>;  // by the address that was asked for

}  // namespace pomocnik::kb::fetch
