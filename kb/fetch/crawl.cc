#include "kb/fetch/crawl.h"

#include <deque>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "kb/feed/sitemap.h"
#include "kb/html/reference.h"

namespace pomocnik::kb::fetch {
namespace {

using Outcome = CrawledPage::Outcome;
using Shape = CrawlPlan::Shape;

constexpr int kNotFound = 404;
constexpr int kGone = 410;

// Whether the list says that nothing has changed since the page was fetched. A day that is told without its time, or in
// another time zone, may have gone on after that.
bool StillHolds(const KeptPage& known, const feed::ListedPage& page, Instant now) {
  if (page.changed.empty() || page.changed != known.listed || !page.day) return false;
  const auto settled = std::chrono::sys_days(*page.day) + std::chrono::days(2);
  return settled <= known.checked && now - known.checked < kTrusted;
}

class Crawler {
 public:
  Crawler(Fetcher& fetcher, const CrawlPlan& plan, const KeptPages& kept, const Clock& clock,
          const TakePage& take)
      : fetcher_(fetcher),
        plan_(plan),
        known_(kept),
        clock_(clock),
        take_(take),
        deadline_(clock.SteadyNow() + plan.longest) {}

  Result<CrawlResult> Run() {
    const std::string first(html::WithoutFragment(plan_.address));
    switch (plan_.shape) {
      case Shape::kDocument:
        RETURN_IF_ERROR(FetchOnly(first));
        break;
      case Shape::kPaged:
        RETURN_IF_ERROR(FetchPaged(first));
        break;
      case Shape::kList:
        RETURN_IF_ERROR(FetchList(first));
        for (const feed::ListedPage& page : pages_) FetchPage(page);
        break;
    }
    return std::move(result_);
  }

 private:
  enum class Ask { kWhole, kWhetherChanged };

  Result<Fetched> Get(const std::string& address, Ask ask) {
    FetchRequest request;
    request.address = address;
    request.authorization = plan_.authorization;
    const auto known = known_.find(address);
    if (ask == Ask::kWhetherChanged && known != known_.end()) {
      request.etag = known->second.etag;
      request.last_modified = known->second.last_modified;
    }
    return fetcher_.Get(request);
  }

  // As Get, for what nothing can be done without.
  Result<Fetched> GetWhole(const std::string& address) {
    auto fetched = Get(address, Ask::kWhole);
    if (!fetched || fetched->status == kOk) return fetched;
    return Error::Unavailable(address + ": status " + std::to_string(fetched->status));
  }

  Status FetchOnly(const std::string& address) {
    pages_.push_back({address, {}, {}});
    auto fetched = Get(address, Ask::kWhetherChanged);
    if (!fetched) return std::move(fetched).error();
    if (fetched->status != kOk && !fetched->not_modified) {
      return Error::Unavailable(address + ": status " + std::to_string(fetched->status));
    }
    Judge(pages_.front(), std::move(*fetched));
    return {};
  }

  // Nothing is asked conditionally: what comes next is told by the document itself.
  Status FetchPaged(std::string address) {
    std::set<std::string> seen;
    while (seen.insert(address).second) {
      auto fetched = GetWhole(address);
      if (!fetched && seen.size() == 1) return std::move(fetched).error();
      if (!fetched) {
        Incomplete(fetched.error().message);
        return {};
      }
      pages_.push_back({address, {}, {}});
      auto next = plan_.next(fetched->document, address);
      Judge(pages_.back(), std::move(*fetched));
      if (!next) return {};
      if (pages_.size() >= plan_.max_pages || IsOver()) {
        Incomplete("there is more behind " + address + " than may be read");
        return {};
      }
      address = html::WithoutFragment(*next);
    }
    Incomplete("the pages lead back to " + address);
    return {};
  }

  Status FetchList(const std::string& first) {
    std::deque<std::string> lists = {first};
    std::set<std::string> seen = {first};
    std::set<std::string> listed;
    while (!lists.empty()) {
      const std::string address = std::move(lists.front());
      lists.pop_front();
      auto fetched = GetWhole(address);
      if (!fetched && address == first) return std::move(fetched).error();
      if (!fetched) {
        Incomplete(fetched.error().message);
        continue;
      }
      Reporter reporter(address, result_.diagnostics);
      auto list = feed::ReadSitemap(fetched->document, reporter);
      if (!list && address == first) {
        pages_.push_back({address, {}, {}});
        Judge(pages_.back(), std::move(*fetched));
        pages_.clear();
        return {};
      }
      if (!list) {
        Incomplete(address + " is no sitemap");
        continue;
      }
      if (!list->whole) Incomplete(address + " is damaged");
      AddPages(std::move(list->pages), listed);
      for (std::string& other : list->sitemaps) {
        if (!seen.insert(other).second) continue;
        if (seen.size() > plan_.max_lists) {
          Incomplete("there are more than " + std::to_string(plan_.max_lists) + " sitemaps");
          break;
        }
        lists.push_back(std::move(other));
      }
    }
    return {};
  }

  void AddPages(std::vector<feed::ListedPage> pages, std::set<std::string>& listed) {
    for (feed::ListedPage& page : pages) {
      page.address = std::string(html::WithoutFragment(page.address));
      if (!listed.insert(page.address).second) continue;
      if (pages_.size() == plan_.max_pages) {
        Incomplete("more than " + std::to_string(plan_.max_pages) + " pages are listed");
        return;
      }
      pages_.push_back(std::move(page));
    }
  }

  void FetchPage(const feed::ListedPage& page) {
    const auto known = known_.find(page.address);
    if (known != known_.end() && StillHolds(known->second, page, clock_.Now())) {
      result_.kept.insert(*known);
      return TellUnchanged(page.address, known->second.found_at);
    }
    if (failures_ >= kMaxFailuresInARow) {
      return Fail(page.address, "not asked for: the pages before it could not be had");
    }
    if (IsOver()) return Fail(page.address, "not asked for: the time is over");
    auto fetched = Get(page.address, Ask::kWhetherChanged);
    if (fetched) {
      failures_ = 0;
      return Judge(page, std::move(*fetched));
    }
    const ErrorCode code = fetched.error().code;
    if (code == ErrorCode::kUnavailable || code == ErrorCode::kExhausted) ++failures_;
    Fail(page.address, fetched.error().message);
  }

  void Judge(const feed::ListedPage& page, Fetched fetched) {
    const auto known = known_.find(page.address);
    if (fetched.not_modified && known != known_.end()) {
      KeptPage& kept = result_.kept[page.address];
      kept = known->second;
      kept.listed = page.changed;
      kept.checked = clock_.Now();
      return TellUnchanged(page.address, kept.found_at);
    }
    if (fetched.status == kNotFound || fetched.status == kGone) {
      return Tell({page.address, Outcome::kGone, {}, "there is no such page", 0, 0});
    }
    if (fetched.status != kOk) {
      return Fail(page.address, "status " + std::to_string(fetched.status));
    }
    Outcome outcome = known == known_.end() ? Outcome::kNew : Outcome::kChanged;
    const std::string hash = Sha256Hex(fetched.document.bytes);
    if (known != known_.end() && known->second.sha256 == hash) outcome = Outcome::kUnchanged;
    if (!handed_over_.insert(fetched.document.address).second) outcome = Outcome::kSame;
    result_.kept[page.address] = {fetched.document.address,
                                  fetched.etag,
                                  fetched.last_modified,
                                  hash,
                                  page.changed,
                                  clock_.Now()};
    const bool wanted = outcome == Outcome::kNew || outcome == Outcome::kChanged;
    if (!wanted && plan_.shape != Shape::kPaged) fetched.document.bytes.clear();
    Tell({page.address, outcome, std::move(fetched.document), {}, 0, 0});
  }

  void TellUnchanged(const std::string& address, const std::string& found_at) {
    const bool first = handed_over_.insert(found_at).second;
    CrawledPage page{address, first ? Outcome::kUnchanged : Outcome::kSame, {}, {}, 0, 0};
    page.document.address = found_at;
    Tell(std::move(page));
  }

  void Fail(const std::string& address, std::string reason) {
    const auto known = known_.find(address);
    if (known != known_.end()) result_.kept.insert(*known);
    Tell({address, Outcome::kFailed, {}, std::move(reason), 0, 0});
  }

  void Tell(CrawledPage page) {
    page.done = ++done_;
    page.total = pages_.size();
    take_(std::move(page));
  }

  void Incomplete(std::string reason) {
    result_.whole = false;
    result_.diagnostics.push_back({Severity::kWarning, plan_.address, 0, std::move(reason)});
  }

  bool IsOver() const { return clock_.SteadyNow() > deadline_; }

  Fetcher& fetcher_;
  const CrawlPlan& plan_;
  const KeptPages& known_;
  const Clock& clock_;
  const TakePage& take_;
  const std::chrono::steady_clock::time_point deadline_;

  std::vector<feed::ListedPage> pages_;
  std::set<std::string> handed_over_;  // where pages were found
  CrawlResult result_;
  std::size_t done_ = 0;
  int failures_ = 0;  // in a row
};

}  // namespace

Result<CrawlResult> Crawl(Fetcher& fetcher, const CrawlPlan& plan, const KeptPages& kept,
                          const Clock& clock, const TakePage& take) {
  return Crawler(fetcher, plan, kept, clock, take).Run();
}

}  // namespace pomocnik::kb::fetch
