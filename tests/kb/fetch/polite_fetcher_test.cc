#include "kb/fetch/polite_fetcher.h"

#include <doctest/doctest.h>

#include "tests/kb/fetch/fake_transport.h"

namespace pomocnik::kb::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const std::string kPage = "https://help.example.si/a";
const std::string kRobots = "https://help.example.si/robots.txt";

struct PoliteScene {
  FakeTransport transport;
  testing::FakeClock clock;
  FakeWaiter waiter{clock};
  std::stop_source stop;
  FetchOptions options{.allow_hosts = {"help.example.si", "other.example.si"}};

  PoliteFetcher Fetcher() { return {{transport, clock, waiter}, options, stop.get_token()}; }
};

WireResponse Page(std::string body) {
  return {200,
          {{"content-type", "text/html; charset=utf-8"},
           {"etag", "\"1\""},
           {"last-modified", "Mon, 02 Nov 2026 10:00:00 GMT"}},
          std::move(body)};
}

WireResponse Redirect(std::string location) {
  return {302, {{"location", std::move(location)}}, {}};
}

FetchRequest Ask(std::string address) {
  FetchRequest request;
  request.address = std::move(address);
  return request;
}

TEST_CASE("a page comes with what the server told of it") {
  PoliteScene scene;
  scene.transport.Answer(kPage, Page("<p>a"));
  const auto fetched = scene.Fetcher().Get(Ask(kPage + "#part"));
  REQUIRE(fetched);
  CHECK(fetched->status == 200);
  CHECK_FALSE(fetched->not_modified);
  CHECK(fetched->document.address == kPage);
  CHECK(fetched->document.bytes == "<p>a");
  CHECK(fetched->document.media_type == "text/html");
  CHECK(fetched->document.charset == "utf-8");
  CHECK(FormatDate(*fetched->document.modified) == "2026-11-02");
  CHECK(fetched->etag == "\"1\"");
  CHECK(fetched->last_modified == "Mon, 02 Nov 2026 10:00:00 GMT");
}

TEST_CASE("an address that must not be fetched is not asked for") {
  PoliteScene scene;
  const auto fetched = scene.Fetcher().Get(Ask("https://127.0.0.1/"));
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == ErrorCode::kInvalidArgument);
  CHECK(scene.transport.requests.empty());
}

TEST_CASE("a copy that is kept is named, and may be good still") {
  PoliteScene scene;
  scene.transport.Answer(kPage, {304, {}, {}});
  FetchRequest request = Ask(kPage);
  request.etag = "\"1\"";
  request.last_modified = "Mon, 02 Nov 2026 10:00:00 GMT";
  const auto fetched = scene.Fetcher().Get(request);
  REQUIRE(fetched);
  CHECK(fetched->not_modified);
  CHECK(fetched->document.bytes.empty());
  CHECK(
      scene.transport.requests.back().headers ==
      Headers{{"If-None-Match", "\"1\""}, {"If-Modified-Since", "Mon, 02 Nov 2026 10:00:00 GMT"}});
}

TEST_CASE("an answer without a page is an answer") {
  for (const int status : {403, 404, 410, 500}) {
    PoliteScene scene;
    scene.transport.Answer(kPage, {status, {}, "no"});
    const auto fetched = scene.Fetcher().Get(Ask(kPage));
    REQUIRE(fetched);
    CHECK(fetched->status == status);
    CHECK(fetched->document.bytes.empty());
  }
}

TEST_CASE("redirects are followed, and each is checked") {
  PoliteScene scene;
  scene.transport.Answer(kPage, Redirect("b"));
  scene.transport.Answer("https://help.example.si/b", Redirect("//other.example.si/c?d"));
  scene.transport.Answer("https://other.example.si/c?d", Redirect("/e#f"));
  scene.transport.Answer("https://other.example.si/e", Page("e"));
  const auto fetched = scene.Fetcher().Get(Ask(kPage));
  REQUIRE(fetched);
  CHECK(fetched->document.address == "https://other.example.si/e");
  CHECK(fetched->document.bytes == "e");
}

TEST_CASE("redirects that must not be followed end the request") {
  for (const char* location :
       {"http://help.example.si/b", "https://127.0.0.1/", "https://[::1]/", "https://evil.example/",
        "https://user@help.example.si/", "file:///etc/passwd", "javascript:x", "\\\\evil", ""}) {
    CAPTURE(location);
    PoliteScene scene;
    scene.transport.Answer(kPage, Redirect(location));
    const auto fetched = scene.Fetcher().Get(Ask(kPage));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == ErrorCode::kInvalidArgument);
    CHECK(scene.transport.Asked() == kPage);
  }
}

TEST_CASE("redirects that go on and on are given up") {
  PoliteScene scene;
  scene.transport.Answer(kPage, Redirect("/b"));
  scene.transport.Answer("https://help.example.si/b", Redirect("/a"));
  const auto circle = scene.Fetcher().Get(Ask(kPage));
  REQUIRE_FALSE(circle);
  CHECK(circle.error().message.find("circle") != std::string::npos);

  PoliteScene longer;
  for (int i = 0; i < 10; ++i) {
    longer.transport.Answer("https://help.example.si/" + std::to_string(i),
                            Redirect("/" + std::to_string(i + 1)));
  }
  const auto fetched = longer.Fetcher().Get(Ask("https://help.example.si/0"));
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().message.find("more than 3 redirects") != std::string::npos);
  CHECK(longer.transport.requests.size() == 1 + 1 + kMaxRedirects);  // robots.txt, too
}

TEST_CASE("a key goes to its own host only, and robots.txt is not asked") {
  PoliteScene scene;
  scene.transport.Answer(kPage, Redirect("https://other.example.si/b"));
  scene.transport.Answer("https://other.example.si/b", Page("b"));
  FetchRequest request = Ask(kPage);
  request.authorization = "Basic a2V5Olg=";
  REQUIRE(scene.Fetcher().Get(request));
  REQUIRE(scene.transport.requests.size() == 2);
  CHECK(scene.transport.requests[0].headers == Headers{{"Authorization", "Basic a2V5Olg="}});
  CHECK(scene.transport.requests[1].headers.empty());
}

TEST_CASE("robots.txt is read once for a host, and kept to") {
  PoliteScene scene;
  scene.transport.Answer(kRobots, {200, {}, "User-agent: *\nDisallow: /private\n"});
  scene.transport.Answer(kPage, Redirect("/private/b"));
  PoliteFetcher fetcher = scene.Fetcher();
  for (const std::string& address : {kPage, std::string("https://help.example.si/private")}) {
    const auto fetched = fetcher.Get(Ask(address));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().message.find("robots.txt") != std::string::npos);
  }
  CHECK(scene.transport.Asked() == kPage);
  CHECK(scene.transport.requests.size() == 2);
}

TEST_CASE("a host that cannot tell its rules is left alone") {
  PoliteScene broken;
  broken.transport.Answer(kRobots, {500, {}, {}});
  CHECK(broken.Fetcher().Get(Ask(kPage)).error().code == ErrorCode::kUnavailable);
  CHECK(broken.transport.Asked().empty());

  PoliteScene down;
  down.transport.Fail(kRobots, Error::Unavailable("down"));
  CHECK(down.Fetcher().Get(Ask(kPage)).error().code == ErrorCode::kUnavailable);

  PoliteScene elsewhere;
  elsewhere.transport.Answer(kRobots, Redirect("https://evil.example/robots.txt"));
  CHECK(elsewhere.Fetcher().Get(Ask(kPage)).error().code == ErrorCode::kInvalidArgument);
}

TEST_CASE("between two requests to a host there is a pause") {
  PoliteScene scene;
  scene.transport.Answer(kPage, Page("a"));
  scene.transport.Answer("https://other.example.si/a", Page("a"));
  PoliteFetcher fetcher = scene.Fetcher();
  REQUIRE(fetcher.Get(Ask(kPage)));
  CHECK(scene.waiter.waited == milliseconds(500));  // behind robots.txt
  REQUIRE(fetcher.Get(Ask("https://other.example.si/a")));
  CHECK(scene.waiter.waited == milliseconds(1000));
  scene.clock.Tick(seconds(10));
  REQUIRE(fetcher.Get(Ask(kPage)));
  CHECK(scene.waiter.waited == milliseconds(1000));
}

TEST_CASE("a host may ask for a longer pause, within reason") {
  PoliteScene scene;
  scene.transport.Answer(kRobots, {200, {}, "User-agent: *\nCrawl-delay: 3\n"});
  scene.transport.Answer(kPage, Page("a"));
  PoliteFetcher fetcher = scene.Fetcher();
  REQUIRE(fetcher.Get(Ask(kPage)));
  REQUIRE(fetcher.Get(Ask(kPage)));
  CHECK(scene.waiter.waited == milliseconds(3500));

  PoliteScene slow;
  slow.transport.Answer(kRobots, {200, {}, "User-agent: *\nCrawl-delay: 86400\n"});
  slow.transport.Answer(kPage, Page("a"));
  PoliteFetcher patient = slow.Fetcher();
  REQUIRE(patient.Get(Ask(kPage)));
  REQUIRE(patient.Get(Ask(kPage)));
  CHECK(slow.waiter.waited == milliseconds(30'500));
}

TEST_CASE("a busy host is asked again when it wants to be") {
  PoliteScene scene;
  scene.transport.Answer(kPage, {429, {{"retry-after", "20"}}, {}});
  scene.transport.Answer(kPage, {503, {{"retry-after", "Mon, 23 Nov 2026 09:00:50 GMT"}}, {}});
  scene.transport.Answer(kPage, Page("a"));
  const auto fetched = scene.Fetcher().Get(Ask(kPage));
  REQUIRE(fetched);
  CHECK(fetched->document.bytes == "a");
  CHECK(scene.waiter.waited >= seconds(49));
  CHECK(scene.waiter.waited <= seconds(51));
}

TEST_CASE(
    "a busy host that does not say for how long gets more and more time, then is left alone") {
  PoliteScene scene;
  scene.transport.Answer(kPage, {503, {}, {}});
  PoliteFetcher fetcher = scene.Fetcher();
  const auto fetched = fetcher.Get(Ask(kPage));
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().code == ErrorCode::kExhausted);
  CHECK(fetched.error().retry_after == seconds(80));
  CHECK(scene.waiter.waited == milliseconds(500) + seconds(5) + seconds(20));
  // What it asked for holds for other pages, too, without asking them.
  const std::size_t asked = scene.transport.requests.size();
  CHECK(fetcher.Get(Ask("https://help.example.si/b")).error().code == ErrorCode::kExhausted);
  CHECK(scene.transport.requests.size() == asked);
}

TEST_CASE("a host that wants to be left alone for long is") {
  for (const char* wait : {"3600", "999999999999999"}) {
    PoliteScene scene;
    scene.transport.Answer(kPage, {429, {{"retry-after", wait}}, {}});
    const auto fetched = scene.Fetcher().Get(Ask(kPage));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == ErrorCode::kExhausted);
    CHECK(fetched.error().retry_after >= seconds(3600));
    CHECK(scene.waiter.waited == milliseconds(500));
  }
}

TEST_CASE("a host that asks for no time at all is not asked in a row") {
  PoliteScene scene;
  scene.transport.Answer(kPage, {503, {{"retry-after", "0"}}, {}});
  CHECK_FALSE(scene.Fetcher().Get(Ask(kPage)));
  CHECK(scene.waiter.waited == milliseconds(500) + seconds(10));
}

TEST_CASE("a stop ends fetching") {
  PoliteScene scene;
  scene.transport.Answer(kPage, Page("a"));
  scene.stop.request_stop();
  CHECK(scene.Fetcher().Get(Ask(kPage)).error().code == ErrorCode::kUnavailable);
  CHECK(scene.transport.requests.empty());
}

}  // namespace
}  // namespace pomocnik::kb::fetch
