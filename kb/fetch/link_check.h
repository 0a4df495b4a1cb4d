// Whether links still lead somewhere. Pure of the network, which is the fetcher's.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "kb/fetch/fetcher.h"

namespace pomocnik::kb::fetch {

struct CheckedLink {
  enum class Verdict {
    kFine,
    kMoved,       // leads to found_at for good or for now
    kBroken,      // there is nothing any more
    kUnsure,      // no telling today: the host is busy, down, or wants to know who asks
    kNotChecked,  // no web address, or one that must not be fetched
  };

  std::string address;
  Verdict verdict = Verdict::kNotChecked;
  std::string found_at;  // of kMoved
  std::string reason;    // for people; empty when fine
  bool operator==(const CheckedLink&) const = default;
};

// Asks for each page once, in order, and hands each address to `take`; after kMaxFailuresInARow (crawl.h) of one host in a row the
// rest of that host is unsure.
void CheckLinks(Fetcher& fetcher, const std::set<std::string>& addresses,
                const std::function<void(const CheckedLink&)>& take);

}  // namespace pomocnik::kb::fetch
