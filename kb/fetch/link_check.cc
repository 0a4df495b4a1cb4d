#include "kb/fetch/link_check.h"

#include <map>
#include <string_view>
#include <utility>

#include "kb/fetch/address_rules.h"
#include "kb/fetch/crawl.h"
#include "kb/html/reference.h"

namespace pomocnik::kb::fetch {
namespace {

using Verdict = CheckedLink::Verdict;

bool IsThere(int status) { return status >= 200 && status < 300; }

// Servers answer so when they do not know HEAD, or want a browser.
bool DislikesHead(int status) { return status == 403 || status == 405 || status == 501; }

CheckedLink Judge(Fetcher& fetcher, const std::string& address) {
  CheckedLink link{address, Verdict::kUnsure, {}, {}};
  FetchRequest request;
  request.address = html::WithoutFragment(address);
  request.method = FetchRequest::Method::kHead;
  auto fetched = fetcher.Get(request);
  if (fetched && DislikesHead(fetched->status)) {
    request.method = FetchRequest::Method::kGet;
    fetched = fetcher.Get(request);
  }
  if (!fetched) {
    link.reason = fetched.error().message;
    if (fetched.error().code == ErrorCode::kInvalidArgument) link.verdict = Verdict::kNotChecked;
    // There is more than we would read, so it is there.
    if (fetched.error().code == ErrorCode::kFull) link = {address, Verdict::kFine, {}, {}};
    return link;
  }
  if (!IsThere(fetched->status)) {
    link.reason = "status " + std::to_string(fetched->status);
    if (fetched->status == 404 || fetched->status == 410) link.verdict = Verdict::kBroken;
    return link;
  }
  link.verdict = Verdict::kFine;
  if (fetched->document.address != request.address) {
    link.verdict = Verdict::kMoved;
    link.found_at = fetched->document.address;
    link.reason = "leads to " + link.found_at;
  }
  return link;
}

}  // namespace

void CheckLinks(Fetcher& fetcher, const std::set<std::string>& addresses,
                const std::function<void(const CheckedLink&)>& take) {
  std::map<std::string, int> failures;          // in a row, by host
  std::map<std::string, CheckedLink> verdicts;  // by address without its fragment
  for (const std::string& address : addresses) {
    int& failed = failures[std::string(AuthorityOf(address))];
    const std::string page(html::WithoutFragment(address));
    auto known = verdicts.find(page);
    if (known == verdicts.end()) {
      CheckedLink link{page, Verdict::kUnsure, {}, "its host does not answer"};
      if (failed < kMaxFailuresInARow) {
        link = Judge(fetcher, page);
        failed = link.verdict == Verdict::kUnsure ? failed + 1 : 0;
      }
      known = verdicts.emplace(page, std::move(link)).first;
    }
    CheckedLink link = known->second;
    link.address = address;
    take(link);
  }
}

}  // namespace pomocnik::kb::fetch
