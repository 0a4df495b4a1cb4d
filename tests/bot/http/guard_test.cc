#include "bot/http/guard.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

namespace pomocnik::bot::http {
namespace {

RequestHead Get(std::string target) {
  return {.method = "GET", .target = std::move(target), .headers = {{"Host", "a"}}, .peer = ""};
}

RequestHead Post(std::string length) {
  return {.method = "POST",
          .target = "/api/v1/chat",
          .headers = {{"Host", "a"}, {"Content-Length", std::move(length)}},
          .peer = ""};
}

RequestHead With(RequestHead head, std::vector<Header> more) {
  head.headers.insert(head.headers.end(), more.begin(), more.end());
  return head;
}

RequestHead Without(RequestHead head, std::string_view name) {
  std::erase_if(head.headers, [&](const Header& header) { return header.name == name; });
  return head;
}

std::vector<Header> Many(std::size_t count) {
  std::vector<Header> headers;
  for (std::size_t i = 0; i < count; ++i) headers.push_back({"X-" + std::to_string(i), "1"});
  return headers;
}

struct HeadCase {
  std::string_view what;
  RequestHead head;
  std::optional<Problem> problem;
};

void Check(const std::vector<HeadCase>& rows) {
  for (const HeadCase& row : rows) {
    CAPTURE(row.what);
    CHECK(Inspect(row.head) == row.problem);
  }
}

// What the watch says to a request that arrives in pieces of that size.
std::optional<Problem> Watch(std::string_view request, std::size_t piece) {
  HeadWatch watch;
  for (; !request.empty(); request.remove_prefix(std::min(piece, request.size()))) {
    watch.Read(request.substr(0, piece));
  }
  return watch.problem();
}

TEST_CASE("a head that the library would choke on is stopped while it arrives") {
  const auto lines = [](int count) {
    std::string text = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < count; ++i) text += "X: 1\r\n";
    return text;
  };
  const std::string many(200, ',');
  struct Watched {
    std::string request;
    std::optional<Problem> problem;
  };
  const Watched rows[] = {
      {lines(64) + "\r\n", std::nullopt},
      {lines(127), std::nullopt},
      {lines(128), Problem::kHeadersTooLarge},
      {"POST / HTTP/1.1\nHost: a\n\n" + std::string(1000, '\n'), std::nullopt},
      {"GET / HTTP/1.1\r\nRange: bytes=0-1023\r\n\r\n", std::nullopt},
      {"GET / HTTP/1.1\r\nRange: bytes=0-" + many, Problem::kMalformedRequest},
      {"GET / HTTP/1.1\nrANGE:" + many, Problem::kMalformedRequest},
      {"GET / HTTP/1.1\r\nX-Range: " + many, std::nullopt},
      {"GET / HTTP/1.1\r\nX: a\r\n\r\nRange: " + many, std::nullopt},
      {"Range: " + many, Problem::kMalformedRequest},
  };
  for (const Watched& row : rows) {
    CAPTURE(row.request);
    CHECK(Watch(row.request, row.request.size()) == row.problem);
    CHECK(Watch(row.request, 1) == row.problem);
  }
}

TEST_CASE("a request line is short and plain, or it is refused") {
  Check({
      {"plain", Get("/"), std::nullopt},
      {"longest path", Get("/" + std::string(1023, 'a')), std::nullopt},
      {"path too long", Get("/" + std::string(1024, 'a')), Problem::kTargetTooLong},
      {"longest target", Get("/?" + std::string(2046, 'a')), std::nullopt},
      {"target too long", Get("/?" + std::string(2047, 'a')), Problem::kTargetTooLong},
      {"no path", Get(""), Problem::kMalformedRequest},
      {"absolute form", Get("http://a/"), Problem::kMalformedRequest},
      {"asterisk", Get("*"), Problem::kMalformedRequest},
      {"raw byte", Get("/\xc4\x8d"), Problem::kMalformedRequest},
      {"control byte", Get("/a\tb"), Problem::kMalformedRequest},
  });
}

TEST_CASE("headers are few, short and without control bytes, or the request is refused") {
  Check({
      {"64 headers", With(Get("/"), Many(63)), std::nullopt},
      {"65 headers", With(Get("/"), Many(64)), Problem::kHeadersTooLarge},
      {"16 KiB", With(Get("/"), {{"X", std::string(16 * 1024, 'a')}}), Problem::kHeadersTooLarge},
      {"no Host", Without(Get("/"), "Host"), Problem::kMalformedRequest},
      {"two Hosts", With(Get("/"), {{"host", "b"}}), Problem::kMalformedRequest},
      {"decoded line break", With(Get("/"), {{"X-A", "a\r\nInjected: 1"}}),
       Problem::kMalformedRequest},
      {"decoded NUL", With(Get("/"), {{"X-A", std::string("a\0b", 3)}}),
       Problem::kMalformedRequest},
      {"tab", With(Get("/"), {{"X-A", "a\tb"}}), std::nullopt},
      {"name with a space", With(Get("/"), {{"X A", "a"}}), Problem::kMalformedRequest},
      {"one range", With(Get("/"), {{"Range", "bytes=0-1"}}), std::nullopt},
      {"two ranges", With(Get("/"), {{"Range", "bytes=0-,0-"}}), Problem::kMalformedRequest},
      {"two Range headers", With(Get("/"), {{"Range", "bytes=0-"}, {"range", "bytes=1-"}}),
       Problem::kMalformedRequest},
  });
}

TEST_CASE("a body is announced in full, or the request is refused") {
  Check({
      {"empty", Post("0"), std::nullopt},
      {"largest", Post("65536"), std::nullopt},
      {"too large", Post("65537"), Problem::kBodyTooLarge},
      {"overflow", Post("99999999999999999999999"), Problem::kBodyTooLarge},
      {"negative", Post("-1"), Problem::kMalformedRequest},
      {"sign", Post("+1"), Problem::kMalformedRequest},
      {"word", Post("abc"), Problem::kMalformedRequest},
      {"nothing", Post(""), Problem::kMalformedRequest},
      {"list", Post("1, 1"), Problem::kMalformedRequest},
      {"twice", With(Post("1"), {{"content-length", "1"}}), Problem::kMalformedRequest},
      {"no length", Without(Post("1"), "Content-Length"), Problem::kLengthRequired},
      {"chunked", With(Post("1"), {{"Transfer-Encoding", "chunked"}}), Problem::kLengthRequired},
      {"compressed", With(Post("1"), {{"Content-Encoding", "br"}}), Problem::kEncodedBody},
      {"GET with a body", With(Get("/"), {{"Content-Length", "1"}}), Problem::kMalformedRequest},
      {"GET without", With(Get("/"), {{"Content-Length", "0"}}), std::nullopt},
      {"GET chunked", With(Get("/"), {{"Transfer-Encoding", "x"}}), Problem::kLengthRequired},
  });
}

}  // namespace
}  // namespace pomocnik::bot::http
