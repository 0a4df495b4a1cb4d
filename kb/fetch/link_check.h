// Whether links still lead somewhere. Pure of the network, which is the fetcher's.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "kb/fetch/fetcher.h"

namespace pomocnik::kb::fetch {

struct CheckedLink {
  enum class Verdict {
    kFine,
    kMoved,       // leads to found_at for good or for now
    kBroken,      // there is nothing any more
    kUnsure,      // no telling today: the host is busy, down, or wants to know who asks
    kNotChecked,  // no web address, one that must not be fetched, or one too many
  };

  std::string address;
  Verdict verdict = Verdict::kNotChecked;
  std::string found_at;  // of kMoved
  std::string reason;    // for people; empty when fine
  bool operator==(const CheckedLink&) const = default;
};

// Asks for each address once, fragments apart, in order; after kMaxFailuresInARow (crawl.h) of one host in a row the rest of
// that host is unsure. `more` is called after each and says whether to go on; what is left is not checked then.
std::vector<CheckedLink> CheckLinks(Fetcher& fetcher, const std::set<std::string>& addresses,
                                    const std::function<bool(const CheckedLink&)>& more);

}  // namespace pomocnik::kb::fetch
