#include "bot/http/server.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "tests/support/raw_http.h"
#include "tests/support/recording_log.h"

namespace pomocnik::bot::http {
namespace {

using testing::BodyOf;
using testing::Exchange;
using testing::GetRequest;
using testing::PostRequest;
using testing::RawConnection;
using testing::StatusOf;

// Lets a test hold the threads that serve.
class Gate {
 public:
  void Enter() {
    std::unique_lock lock(mutex_);
    ++inside_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
  }
  void AwaitInside(int count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return inside_ >= count; });
  }
  void Open() {
    std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int inside_ = 0;
  bool open_ = false;
};

struct ServedSite {
  Gate gate;
  ListenerCounters connections;
  RequestCounters counters;
  testing::RecordingLog log;
  SystemClock clock;
  ClientLimits limits{clock};
  Router router;
  std::unique_ptr<Server> server;

  explicit ServedSite(ServerOptions options = {}) : router(Routes(), {}, counters, limits) {
    options.listen.port = 0;
    auto started = Server::Start(options, router, connections, log);
    REQUIRE(started);
    server = std::move(*started);
  }

  int port() const { return server->port(); }

 private:
  static Response Say(std::string text) {
    Response response;
    response.content_type = "text/plain";
    response.body = std::move(text);
    return response;
  }

  std::vector<Route> Routes() {
    return {
        {"GET", "/", Surface::kPlain, {200}, [](const Request&) { return Say("home"); }},
        {"GET",
         "/big",
         Surface::kPlain,
         {200},
         [](const Request&) { return Say(std::string(100'000, 'x')); }},
        {"GET",
         "/huge",  // more than the system keeps for a client that does not read
         Surface::kPlain,
         {200},
         [](const Request&) { return Say(std::string(30'000'000, 'x')); }},
        {"GET",
         "/peer",
         Surface::kPlain,
         {200},
         [](const Request& request) { return Say(request.head.peer); }},
        {"GET",
         "/throws",
         Surface::kPlain,
         {200},
         [](const Request&) -> Response { throw std::runtime_error("secret path /etc/app.conf"); }},
        {"GET",
         "/gate",
         Surface::kPlain,
         {200},
         [this](const Request&) {
           gate.Enter();
           return Say("through");
         }},
        {"POST",
         "/echo",
         Surface::kApi,
         {200},
         [](const Request& request) { return Say(request.body); }},
    };
  }
};

TEST_CASE("a request is answered over a socket and the connection closed") {
  ServedSite site;
  const std::string answer = Exchange(site.port(), GetRequest("/"));
  CHECK(StatusOf(answer) == 200);
  CHECK(BodyOf(answer) == "home");
  CHECK(answer.find("\r\nContent-Length: 4\r\n") != std::string::npos);
  CHECK(answer.find("\r\nConnection: close\r\n") != std::string::npos);
  CHECK(answer.find("\r\nX-Content-Type-Options: nosniff\r\n") != std::string::npos);
  CHECK(BodyOf(Exchange(site.port(), PostRequest("/echo", "{\"č\":1}"))) == "{\"č\":1}");
  CHECK(BodyOf(Exchange(site.port(), PostRequest("/echo", ""))).empty());
}

TEST_CASE("HEAD is GET without the body") {
  ServedSite site;
  const std::string answer = Exchange(site.port(), "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(StatusOf(answer) == 200);
  CHECK(BodyOf(answer).empty());
  CHECK(answer.find("\r\nContent-Length: 4\r\n") != std::string::npos);
}

TEST_CASE("what the library would let through is refused over the socket too") {
  struct Row {
    std::string_view what;
    std::string request;
    int status;
  };
  const std::string head = " HTTP/1.1\r\nHost: a\r\n";
  const std::string json = "Content-Type: application/json\r\n";
  const Row rows[] = {
      {"chunked",
       "POST /echo" + head + json + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", 411},
      {"negative chunk",
       "POST /echo" + head + json + "Transfer-Encoding: chunked\r\n\r\n-2\r\na\r\n0\r\n\r\n", 411},
      {"no length", "POST /echo" + head + json + "\r\n{}", 411},
      {"compressed",
       "POST /echo" + head + json + "Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}", 415},
      {"announced too long", "POST /echo" + head + json + "Content-Length: 3000000000\r\n\r\n",
       413},
      {"two lengths",
       "POST /echo" + head + json + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400},
      {"decoded line break", "GET /" + head + "X-A: a%0d%0aInjected: 1\r\n\r\n", 400},
      {"body of a GET", "GET /" + head + "Content-Length: 25\r\n\r\nGET /big HTTP/1.1\r\n\r\n",
       400},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"long path", GetRequest("/" + std::string(1500, 'a')), 414},
      {"very long path", GetRequest("/" + std::string(60'000, 'a')), 414},
      {"many headers",
       [&] {
         std::string text = "GET /" + head;
         for (int i = 0; i < 100; ++i) text += "X-" + std::to_string(i) + ": 1\r\n";
         return text + "\r\n";
       }(),
       431},
      {"endless first line", std::string(300'000, 'a'), 431},
      {"endless line", "GET / HTTP/1.1\r\nX: " + std::string(300'000, 'a'), 431},
      {"many ranges", "GET /big" + head + "Range: bytes=0-,0-,0-\r\n\r\n", 400},
      {"unknown method", "BREW /" + head + "\r\n", 400},
      {"PUT", "PUT /" + head + "Content-Length: 0\r\n\r\n", 405},
      {"HTTP/0.9", "GET /\r\n\r\n", 400},
      {"TLS hello", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400},
  };
  ServedSite site;
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const std::string answer = Exchange(site.port(), row.request);
    CHECK(StatusOf(answer) == row.status);
    CHECK(BodyOf(answer).starts_with("{\"error\":{\"code\":\""));
    CHECK(answer.find("HTTP/1.1", 1) == std::string::npos);  // one answer
  }
  CHECK(StatusOf(Exchange(site.port(), GetRequest("/"))) == 200);
}

TEST_CASE("a Range header of any length harms nobody") {
  ServedSite site;
  for (const int ranges : {1000, 4000}) {
    std::string header = "Range: bytes=0-";
    for (int i = 0; i < ranges; ++i) header += ",-";
    Exchange(site.port(), "GET /big HTTP/1.1\r\nHost: a\r\n" + header + "\r\n\r\n");
  }
  const std::string one =
      Exchange(site.port(), "GET /big HTTP/1.1\r\nHost: a\r\nRange: bytes=5-9\r\n\r\n");
  CHECK(StatusOf(one) == 200);
  CHECK(BodyOf(one).size() == 100'000);
}

TEST_CASE("responses are not compressed anew for each caller") {
  ServedSite site;
  const std::string answer =
      Exchange(site.port(), "GET /big HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip, br\r\n\r\n");
  CHECK(answer.find("Content-Encoding") == std::string::npos);
  CHECK(BodyOf(answer).size() == 100'000);
}

TEST_CASE("a client cannot invent its address") {
  ServedSite site;
  CHECK(BodyOf(Exchange(site.port(),
                        "GET /peer HTTP/1.1\r\nHost: a\r\nREMOTE_ADDR: 1.2.3.4\r\n"
                        "X-Forwarded-For: 1.2.3.4\r\n\r\n")) == "127.0.0.1");
}

TEST_CASE("what a handler throws is logged and not told") {
  ServedSite site;
  const std::string answer = Exchange(site.port(), GetRequest("/throws"));
  CHECK(StatusOf(answer) == 500);
  CHECK(answer.find("app.conf") == std::string::npos);
  CHECK(site.log.text().find("secret path /etc/app.conf") != std::string::npos);
}

TEST_CASE("who sends too slowly is let go, and the others are served meanwhile") {
  ServerOptions options;
  options.patience = std::chrono::milliseconds(100);
  ServedSite site(options);
  RawConnection slow(site.port());
  slow.Send("GET / HT");
  CHECK(StatusOf(Exchange(site.port(), GetRequest("/"))) == 200);
  CHECK(slow.ReadAll().empty());
}

TEST_CASE("a head of too many lines is refused before its end") {
  // The library keeps every header in memory until the blank line, a hundred bytes for each.
  ServedSite site;
  RawConnection endless(site.port());
  std::string head = "GET / HTTP/1.1\r\nHost: a\r\n";
  for (int i = 0; i < 200; ++i) head += "X: 1\r\n";
  endless.Send(head);
  CHECK(StatusOf(endless.ReadAll()) == 431);
  // Lines of a body are not counted.
  const std::string answer = Exchange(site.port(), PostRequest("/echo", std::string(1000, '\n')));
  CHECK(StatusOf(answer) == 200);
}

TEST_CASE("a body that ends early is refused") {
  ServedSite site;
  RawConnection connection(site.port());
  connection.Send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
      "9\r\n\r\n{");
  connection.FinishSending();
  CHECK(StatusOf(connection.ReadAll()) == 400);
}

TEST_CASE("over its limit the server says at once that it is busy") {
  ServerOptions options;
  options.listen.threads = 1;
  options.listen.queue_limit = 1;
  ServedSite site(options);
  RawConnection served(site.port());
  served.Send(GetRequest("/gate"));
  site.gate.AwaitInside(1);
  RawConnection queued(site.port());
  queued.Send(GetRequest("/"));
  // The third is admitted after the second, so the queue is full by then.
  RawConnection refused(site.port());
  const std::string answer = refused.ReadAll();
  CHECK(StatusOf(answer) == 503);
  CHECK(answer.find("\r\nRetry-After: ") != std::string::npos);
  CHECK(BodyOf(answer).starts_with("{\"error\":{\"code\":\"unavailable\""));
  CHECK(site.connections.threads == 1);
  CHECK(site.connections.busy == 1);
  CHECK(site.connections.waiting == 1);
  CHECK(site.connections.refused == 1);
  site.gate.Open();
  CHECK(BodyOf(served.ReadAll()) == "through");
  CHECK(BodyOf(queued.ReadAll()) == "home");
  site.server->Stop();
  CHECK(site.connections.busy == 0);
  CHECK(site.connections.waiting == 0);
}

TEST_CASE("200 connections at once are all answered") {
  ServedSite site;
  std::vector<std::unique_ptr<RawConnection>> connections;
  for (int i = 0; i < 200; ++i) connections.push_back(std::make_unique<RawConnection>(site.port()));
  for (const auto& connection : connections) connection->Send(GetRequest("/"));
  int answered = 0;
  for (const auto& connection : connections) answered += StatusOf(connection->ReadAll()) == 200;
  CHECK(answered == 200);
}

TEST_CASE("stopping answers what was sent whole and lets go of the rest") {
  ServerOptions options;
  options.listen.threads = 2;
  ServedSite site(options);
  RawConnection served(site.port());
  served.Send(GetRequest("/gate"));
  site.gate.AwaitInside(1);
  RawConnection half(site.port());
  half.Send("GET / HT");
  RawConnection queued(site.port());
  queued.Send(GetRequest("/"));
  std::thread opener([&] { site.gate.Open(); });
  site.server->Stop();
  opener.join();
  CHECK(BodyOf(served.ReadAll()) == "through");
  CHECK(half.ReadAll().empty());
  CHECK_FALSE(RawConnection(site.port()).connected());
}

TEST_CASE("a client that does not take its answer holds up no stop") {
  ServerOptions options;
  options.listen.threads = 1;
  options.listen.stop_patience = std::chrono::milliseconds(50);
  options.patience = std::chrono::hours(1);
  ServedSite site(options);
  RawConnection served(site.port());
  served.Send(GetRequest("/huge"));
  REQUIRE(served.AwaitAnswer());
  RawConnection queued(site.port());
  queued.Send(GetRequest("/"));
  site.server->Stop();
  CHECK(queued.ReadAll().empty());
  CHECK(site.log.text() == "connections_dropped served=1 waiting=1\n");
}

TEST_CASE("an address that others can reach needs a word of consent") {
  ServedSite site;
  ServerOptions options;
  options.listen.host = "0.0.0.0";
  options.listen.port = 0;
  const auto refused = Server::Start(options, site.router, site.connections, site.log);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::kInvalidArgument);
  CHECK(refused.error().message.find("--public") != std::string::npos);
  options.listen.exposure = Exposure::kPublic;
  CHECK(Server::Start(options, site.router, site.connections, site.log));
}

TEST_CASE("a port that is taken is an error that names it") {
  ServedSite site;
  ServerOptions options;
  options.listen.port = site.port();
  const auto second = Server::Start(options, site.router, site.connections, site.log);
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::kUnavailable);
  CHECK(second.error().message.find(std::to_string(site.port())) != std::string::npos);
}

}  // namespace
}  // namespace pomocnik::bot::http
