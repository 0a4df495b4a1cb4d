#include "kb/fetch/polite_fetcher.h"

#include <algorithm>
#include <set>
#include <utility>

#include "kb/fetch/http_text.h"
#include "kb/html/reference.h"

namespace pomocnik::kb::fetch {
namespace {

constexpr int kAttempts = 3;                         // while a host says that it is busy
constexpr std::size_t kMaxRobotsBytes = 512 * 1024;  // as much as RFC 9309 wants to be read

constexpr int kNotModified = 304;
constexpr int kTooManyRequests = 429;
constexpr int kUnavailable = 503;

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool IsBusy(int status) { return status == kTooManyRequests || status == kUnavailable; }

Headers HeadersOf(const FetchRequest& request, const FetchAddress& first,
                  const FetchAddress& address) {
  Headers headers;
  if (!request.etag.empty()) headers.emplace_back("If-None-Match", request.etag);
  if (!request.last_modified.empty()) {
    headers.emplace_back("If-Modified-Since", request.last_modified);
  }
  if (!request.authorization.empty() && address.Authority() == first.Authority()) {
    headers.emplace_back("Authorization", request.authorization);
  }
  return headers;
}

std::optional<Date> DayOf(const std::string& http_date) {
  const auto instant = ParseHttpDate(http_date);
  if (!instant) return std::nullopt;
  return Date{std::chrono::floor<std::chrono::days>(*instant)};
}

}  // namespace

std::string WireResponse::Header(std::string_view name) const {
  const auto header = std::find_if(headers.begin(), headers.end(),
                                   [&](const auto& entry) { return entry.first == name; });
  return header == headers.end() ? std::string() : header->second;
}

PoliteFetcher::PoliteFetcher(Parts parts, FetchOptions options, std::stop_token stop)
    : parts_(parts), options_(std::move(options)), stop_(std::move(stop)) {}

Result<Fetched> PoliteFetcher::Get(const FetchRequest& request) {
  const auto ask = request.authorization.empty() ? AskRobots::kYes : AskRobots::kNo;
  ASSIGN_OR_RETURN(Found found, Follow(request, ask));
  WireResponse& response = found.response;
  Fetched fetched;
  fetched.status = response.status;
  fetched.not_modified = response.status == kNotModified;
  fetched.etag = response.Header("etag");
  fetched.last_modified = response.Header("last-modified");
  fetched.document.address = found.address.text;
  fetched.document.modified = DayOf(fetched.last_modified);
  if (response.status != kOk) return fetched;
  const ContentType type = ParseContentType(response.Header("content-type"));
  fetched.document.media_type = type.media_type;
  fetched.document.charset = type.charset;
  fetched.document.bytes = std::move(response.body);
  return fetched;
}

Result<PoliteFetcher::Found> PoliteFetcher::Follow(const FetchRequest& request,
                                                   AskRobots ask_robots) {
  ASSIGN_OR_RETURN(const FetchAddress first,
                   CheckFetchAddress(request.address, options_.allow_hosts));
  Found found{first, {}};
  std::set<std::string> seen;
  for (int redirects = 0; redirects <= kMaxRedirects; ++redirects) {
    if (!seen.insert(found.address.text).second) {
      return Error::InvalidArgument(request.address + ": its redirects lead in a circle");
    }
    if (ask_robots == AskRobots::kYes) RETURN_IF_ERROR(CheckRobots(found.address));
    ASSIGN_OR_RETURN(found.response,
                     Exchange({found.address, request.method,
                               HeadersOf(request, first, found.address), options_.max_bytes}));
    if (!IsRedirect(found.response.status)) return found;
    ASSIGN_OR_RETURN(found.address, NextAddress(found.address, found.response.Header("location")));
  }
  return Error::InvalidArgument(request.address + ": more than " + std::to_string(kMaxRedirects) +
                                " redirects");
}

Result<FetchAddress> PoliteFetcher::NextAddress(const FetchAddress& from,
                                                const std::string& location) const {
  if (location.empty()) {
    return Error::InvalidArgument(from.text + " redirects without saying where to");
  }
  auto next = CheckFetchAddress(html::ResolveReference(from.text, location), options_.allow_hosts);
  if (next) return next;
  return Error::InvalidArgument(from.text + " redirects: " + next.error().message);
}

Status PoliteFetcher::CheckRobots(const FetchAddress& address) {
  const std::string authority = address.Authority();
  auto known = robots_.find(authority);
  if (known == robots_.end()) {
    ASSIGN_OR_RETURN(Robots robots, ReadRobots(authority));
    if (const auto delay = robots.delay()) {
      Host& host = HostOf(authority);
      host.pause = std::max<std::chrono::nanoseconds>(
          host.pause, std::min<std::chrono::nanoseconds>(*delay, options_.longest_pause));
    }
    known = robots_.emplace(authority, std::move(robots)).first;
  }
  if (known->second.Allows(address.target)) return {};
  return Error::InvalidArgument(address.text + ": the host's robots.txt asks to leave it alone");
}

// RFC 9309: a host that has no robots.txt allows everything; one that cannot tell allows nothing.
Result<Robots> PoliteFetcher::ReadRobots(const std::string& authority) {
  FetchRequest request;
  request.address = "https://" + authority + "/robots.txt";
  auto found = Follow(request, AskRobots::kNo);
  if (!found) {
    Error error = std::move(found).error();
    error.message = "robots.txt of " + authority + " cannot be read: " + error.message;
    return error;
  }
  const int status = found->response.status;
  if (status == kOk) {
    return Robots::Parse(std::string_view(found->response.body).substr(0, kMaxRobotsBytes),
                         options_.agent);
  }
  if (status >= 400 && status < 500) return Robots();
  return Error::Unavailable("robots.txt of " + authority + " cannot be read: status " +
                            std::to_string(status));
}

Result<WireResponse> PoliteFetcher::Exchange(const WireRequest& request) {
  const std::string authority = request.address.Authority();
  for (int attempt = 1;; ++attempt) {
    RETURN_IF_ERROR(WaitFor(authority));
    auto response = parts_.transport.Exchange(request);
    Host& host = HostOf(authority);
    host.not_before = parts_.clock.SteadyNow() + host.pause;
    if (!response || !IsBusy(response->status)) return response;
    const auto wait = BackOff(*response, attempt);
    host.not_before = parts_.clock.SteadyNow() + wait;
    if (attempt == kAttempts || wait > options_.longest_wait) {
      return Error::Exhausted(
          request.address.text + ": the host is busy, status " + std::to_string(response->status),
          wait);
    }
  }
}

Status PoliteFetcher::WaitFor(const std::string& authority) {
  const std::chrono::nanoseconds wait = HostOf(authority).not_before - parts_.clock.SteadyNow();
  if (wait > options_.longest_wait) {
    return Error::Exhausted(authority + " asked to be left alone", wait);
  }
  if (wait.count() > 0) parts_.waiter.Wait(wait, stop_);
  if (stop_.stop_requested()) return Error::Unavailable("fetching was stopped");
  return {};
}

std::chrono::nanoseconds PoliteFetcher::BackOff(const WireResponse& response, int attempt) const {
  const auto asked = ParseRetryAfter(response.Header("retry-after"), parts_.clock.Now());
  // Nobody means years; and so much can be counted in nanoseconds.
  constexpr std::chrono::hours kLongest{24};
  if (asked) return std::clamp<std::chrono::seconds>(*asked, options_.least_back_off, kLongest);
  std::chrono::seconds wait = options_.least_back_off;
  for (int i = 1; i < attempt; ++i) wait *= 4;
  return wait;
}

PoliteFetcher::Host& PoliteFetcher::HostOf(const std::string& authority) {
  return hosts_.try_emplace(authority, Host{{}, options_.pause}).first->second;
}

}  // namespace pomocnik::kb::fetch
