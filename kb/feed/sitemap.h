// Which pages a site lists, and when they changed. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "kb/imported.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::feed {

struct ListedPage {
  std::string address;      // absolute
  std::string changed;      // last, as written; empty: not told
  std::optional<Date> day;  // the same as a day; absent when it is none
  bool operator==(const ListedPage&) const = default;
};

struct Sitemap {
  std::vector<ListedPage> pages;
  std::vector<std::string> sitemaps;  // addresses of further ones
  bool whole = true;                  // false: it is damaged, and was read as far as possible
  bool operator==(const Sitemap&) const = default;
};

// Reads a sitemap or an index of sitemaps (sitemaps.org), a feed (its items' addresses), or a text with an address a line; each
// may be packed with gzip. Addresses that are none are left out with a warning. Absent when the document is nothing of these,
// such as a page; one that is too large or damaged is absent with an error.
std::optional<Sitemap> ReadSitemap(const SourceDocument& document, Reporter& reporter);

}  // namespace pomocnik::kb::feed
