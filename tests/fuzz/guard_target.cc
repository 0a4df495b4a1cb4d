// What a stranger's request meets first: the guard, the target's path and query, and the whole site behind
// them with a fake searcher and store.
//
// Input: "METHOD TARGET", the peer's address, one "Name: value" a line up to an empty line, the body.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "bot/http/client_address.h"
#include "bot/http/guard.h"
#include "tests/bot/http/route_site.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

using bot::http::Header;
using bot::http::RequestHead;
using bot::http::Response;

RequestHead TakeHead(std::string_view& input) {
  RequestHead head;
  const std::string_view line = TakeLine(input);
  const std::size_t space = line.find(' ');
  head.method = line.substr(0, space);
  head.target = space == std::string_view::npos ? "" : line.substr(space + 1);
  head.peer = TakeLine(input);
  for (std::string_view text = TakeLine(input); !text.empty(); text = TakeLine(input)) {
    const std::size_t colon = text.find(':');
    const std::string_view value = colon == std::string_view::npos ? "" : text.substr(colon + 1);
    head.headers.push_back(
        {std::string(text.substr(0, colon)), std::string(value.substr(std::min<std::size_t>(
                                                 value.find_first_not_of(' '), value.size())))});
  }
  return head;
}

bool IsPlainText(std::string_view text) {
  return IsValidUtf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
         });
}

// Said anew, not with the guard's own functions.
void CheckAccepted(const RequestHead& head) {
  std::size_t hosts = 0;
  std::size_t bytes = 0;
  for (const auto& [name, value] : head.headers) {
    std::string lower;
    for (const char c : name) lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    Require(lower != "transfer-encoding" && lower != "content-encoding", "no encoded body passes");
    Require(value.find_first_of(std::string_view("\0\r\n\x7f", 4)) == std::string::npos,
            "no control byte passes in a header");
    hosts += lower == "host" ? 1 : 0;
    bytes += name.size() + value.size();
  }
  Require(hosts == 1, "exactly one Host passes");
  Require(head.target.size() <= 2048 && head.headers.size() <= 64 && bytes <= 16 * 1024,
          "nothing above a limit passes");
  Require(AnnouncedLength(head) <= 64 * 1024, "no body above 64 KiB passes");
  Require(head.method != "GET" || AnnouncedLength(head) == 0, "no GET with a body passes");
}

void CheckTarget(std::string_view target) {
  const auto parsed = bot::http::ParseTarget(target);
  if (!parsed) return;
  Require(!parsed->segments.empty(), "a path has a segment");
  for (const std::string& segment : parsed->segments)
    Require(IsPlainText(segment), "segment is text");
  for (const auto& [name, value] : parsed->query) {
    Require(IsPlainText(name) && IsPlainText(value), "query is text");
  }
}

void CheckResponse(const Response& response) {
  Require(response.status >= 200 && response.status < 500, "only the client is to blame");
  Require(IsPlainText(response.content_type), "type is text");
  for (const auto& [name, value] : response.headers) {
    Require(!name.empty() && IsPlainText(name) && IsPlainText(value), "headers are text");
  }
  Require(IsValidUtf8(response.body), "the body is UTF-8");
  Require(response.content_type.find("json") == std::string::npos || response.body.empty() ||
              nlohmann::json::accept(response.body),
          "JSON is JSON");
}

// The site, without what earlier inputs left in it; an hour later, so that no client has asked too much.
testing::RouteSite& Site() {
  static testing::RouteSite site;
  [[maybe_unused]] static const bool published = (site.Publish(), true);
  site.store.Clear();
  site.log.Clear();
  site.clock.Tick(std::chrono::hours(1));
  return site;
}

}  // namespace

void RunInput(std::string_view input) {
  const RequestHead head = TakeHead(input);
  CheckTarget(head.target);
  const bool accepted = !bot::http::Inspect(head);
  if (accepted) CheckAccepted(head);
  using bot::http::ClientPrefix;
  const std::string client = bot::http::ClientAddress(head.peer, head.headers, {"192.0.2.7"});
  Require(client == head.peer || bot::http::IsLoopback(head.peer) ||
              ClientPrefix(head.peer) == ClientPrefix("192.0.2.7"),
          "only a peer that is trusted speaks for others");
  Require(client == head.peer || bot::http::IsAddress(client), "a client has an address");
  Require(!bot::http::IsAddress(client) || !ClientPrefix(client).empty(),
          "what is an address has a prefix");

  testing::RouteSite& site = Site();
  const auto early = site.router.AnswerHead(head);
  Require(accepted || early.has_value(), "what the guard refuses needs no body");
  const Response response = site.router.Answer(head, std::string(input));
  CheckResponse(response);
  if (early) {
    CheckResponse(*early);
    Require(early->status == response.status && early->body == response.body,
            "a refusal does not depend on the body");
  }
}

}  // namespace pomocnik::fuzz
