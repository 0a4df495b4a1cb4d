// A network of pages that is a table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kb/fetch/fetcher.h"

namespace pomocnik::kb::fetch {

class FakeFetcher : public Fetcher {
 public:
  struct Page {
    int status = 200;
    std::string bytes;
    std::string etag;
    std::string found_at;  // empty: where it is asked for
    std::optional<Error> error;
  };

  std::map<std::string, Page> pages;
  std::string asked;  // addresses, with a space between; those of a HEAD with '?' before them

  Result<Fetched> Get(const FetchRequest& request) override {
    const bool head = request.method == FetchRequest::Method::kHead;
    asked += (asked.empty() ? "" : " ") + std::string(head ? "?" : "") + request.address;
    const auto known = pages.find(request.address);
    Fetched fetched;
    fetched.document.address = request.address;
    fetched.status = 404;
    if (known == pages.end()) return fetched;
    const Page& page = known->second;
    if (page.error) return *page.error;
    fetched.status = page.status;
    fetched.etag = page.etag;
    if (!page.found_at.empty()) fetched.document.address = page.found_at;
    if (!page.etag.empty() && request.etag == page.etag) {
      fetched.status = 304;
      fetched.not_modified = true;
    } else if (page.status == 200 && !head) {
      fetched.document.bytes = page.bytes;
    }
    return fetched;
  }
};

}  // namespace pomocnik::kb::fetch
