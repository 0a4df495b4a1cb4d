// A whole source over the network, page by page. Nothing is followed but what a sitemap, a feed or the source's own paging
// lists: no links in pages. Pure of the network, which is the fetcher's.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "kb/diagnostic.h"
#include "kb/fetch/fetcher.h"
#include "kb/fetch/kept_pages.h"

namespace pomocnik::kb::fetch {

// The address of what comes after a document that was fetched from `address`; absent after the last.
using NextAddress =
    std::function<std::optional<std::string>(const SourceDocument&, const std::string& address)>;

struct CrawlPlan {
  enum class Shape {
    kDocument,  // the address is what is wanted: a feed with its articles in it
    kList,      // a sitemap, an index of sitemaps, a feed, a text of addresses; or a single page
    kPaged,     // the first of several documents; `next` tells the others
  };

  std::string address;
  Shape shape = Shape::kList;
  NextAddress next = {};           // of kPaged
  std::string authorization = {};  // FetchRequest::authorization, of every request

  // All well above a help site.
  std::size_t max_pages = 20'000;
  std::size_t max_lists = 200;
  std::chrono::minutes longest{6 * 60};  // in which all must be done
};

// What became of one page.
struct CrawledPage {
  enum class Outcome {
    kNew,        // not in the table
    kChanged,    // other bytes than last time
    kUnchanged,  // what is kept of it still holds
    kSame,       // leads where another address of this crawl led: document.address
    kGone,       // the source lists it, but there is none
    kFailed,     // no telling: what is kept of it should stay
  };

  std::string address;  // that was asked for
  Outcome outcome = Outcome::kFailed;
  // Of kNew and kChanged; of kPaged always, since they are read together. Otherwise no more than its address, where known.
  SourceDocument document;
  std::string reason;     // of kGone and kFailed
  std::size_t done = 0;   // pages, this one included …
  std::size_t total = 0;  // … of so many that are known so far
};

using TakePage = std::function<void(CrawledPage)>;

struct CrawlResult {
  KeptPages kept;  // for the next time: what is known of the pages of this crawl
  // Whether all of the list was read: only then a page that is not in it is gone.
  bool whole = true;
  Diagnostics diagnostics;  // of the list, not of the pages
};

// Fetches what is new or may have changed since `kept`, one page after the other, and hands each to `take` as it comes, in the
// order of the list. Every address is fetched once, however often it is listed. A page whose list told the same last change
// before is not asked for, for kTrusted at most. When several pages in a row cannot be had, or the time is over, the rest fails
// without being asked for. An error only when the address itself cannot be fetched; then nothing was handed over.
Result<CrawlResult> Crawl(Fetcher& fetcher, const CrawlPlan& plan, const KeptPages& kept,
                          const Clock& clock, const TakePage& take);

// How long a list is believed that a page has not changed.
inline constexpr std::chrono::hours kTrusted{30 * 24};

// After so many pages in a row that cannot be had, the host is believed to be down.
inline constexpr int kMaxFailuresInARow = 5;

}  // namespace pomocnik::kb::fetch
