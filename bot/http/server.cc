#include "bot/http/server.h"

#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <exception>

#include "bot/http/guard.h"

namespace pomocnik::bot::http {
namespace {

using SteadyClock = std::chrono::steady_clock;

// More than the largest request that the guard accepts.
constexpr std::size_t kMaxRequestBytes = kMaxTargetBytes + 2 * kMaxHeadBytes + kMaxBodyBytes;

constexpr std::size_t kMaxUnreadBytes = 1024 * 1024;
constexpr std::chrono::milliseconds kLinger(200);

// Waits until the socket is ready. False when the deadline passes first.
bool WaitFor(int socket, short event, SteadyClock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - SteadyClock::now());
  if (left.count() <= 0) return false;
  pollfd waiting{socket, event, 0};
  return poll(&waiting, 1, static_cast<int>(left.count())) > 0;
}

// One connection as the library sees it. Bounds what the library does not: the bytes of a request, what it costs
// to take its head apart, and the time it takes as a whole. The response is gathered and sent by Flush.
class RequestStream : public httplib::Stream {
 public:
  RequestStream(int socket, const std::string& peer, std::chrono::milliseconds patience)
      : socket_(socket),
        peer_(peer),
        patience_(patience),
        deadline_(SteadyClock::now() + patience) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }

  ssize_t read(char* target, std::size_t size) override {
    if (next_ == filled_ && !Refill()) return -1;
    const std::size_t count = std::min(size, filled_ - next_);
    std::copy_n(buffer_.data() + next_, count, target);
    next_ += count;
    return static_cast<ssize_t>(count);
  }

  ssize_t write(const char* data, std::size_t size) override {
    response_.append(data, size);
    return static_cast<ssize_t>(size);
  }

  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip = peer_;
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  socket_t socket() const override { return socket_; }

  // Why no more of the request is read.
  std::optional<Problem> problem() const {
    return read_ >= kMaxRequestBytes ? Problem::kHeadersTooLarge : head_watch_.problem();
  }
  const std::string& response() const { return response_; }
  void Replace(std::string response) { response_ = std::move(response); }

  // Sends the response. A refused request may have a body that nobody read: it is read now for a moment,
  // since closing with unread bytes would reset the connection and lose the answer.
  void Flush() {
    const auto deadline = SteadyClock::now() + patience_;
    std::string_view rest = response_;
    while (!rest.empty() && WaitFor(socket_, POLLOUT, deadline)) {
      const ssize_t sent = send(socket_, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && errno != EAGAIN && errno != EINTR) return;
      if (sent > 0) rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    shutdown(socket_, SHUT_WR);
    if (response_.starts_with("HTTP/1.1 4")) Drain();
  }

 private:
  bool Refill() {
    if (problem() || !WaitFor(socket_, POLLIN, deadline_)) return false;
    const ssize_t count = recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (count <= 0) return false;
    next_ = 0;
    filled_ = static_cast<std::size_t>(count);
    read_ += filled_;
    head_watch_.Read({buffer_.data(), filled_});
    return !problem();
  }

  void Drain() {
    const auto deadline = SteadyClock::now() + kLinger;
    std::size_t drained = 0;
    while (drained < kMaxUnreadBytes && WaitFor(socket_, POLLIN, deadline)) {
      const ssize_t count = recv(socket_, buffer_.data(), buffer_.size(), 0);
      if (count <= 0) return;
      drained += static_cast<std::size_t>(count);
    }
  }

  const int socket_;
  const std::string& peer_;
  const std::chrono::milliseconds patience_;
  const SteadyClock::time_point deadline_;
  std::array<char, 16 * 1024> buffer_;
  std::size_t next_ = 0;
  std::size_t filled_ = 0;
  std::size_t read_ = 0;
  HeadWatch head_watch_;
  std::string response_;
};

// The library adds these four itself, behind what a client may have sent under the same names.
bool IsInventedByLibrary(const std::string& name) {
  constexpr std::array<std::string_view, 4> kNames = {"REMOTE_ADDR", "REMOTE_PORT", "LOCAL_ADDR",
                                                      "LOCAL_PORT"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view known) { return name == known; });
}

RequestHead HeadOf(const httplib::Request& from, const TrustedProxies& trusted) {
  RequestHead head;
  head.method = from.method;
  head.target = from.target;
  for (const auto& [name, value] : from.headers) {
    if (!IsInventedByLibrary(name)) head.headers.push_back({name, value});
  }
  head.peer = ClientAddress(from.remote_addr, head.headers, trusted);
  return head;
}

void Fill(const Response& from, httplib::Response& to) {
  to.status = from.status;
  for (const Header& header : from.headers) to.set_header(header.name, header.value);
  if (!from.content_type.empty()) to.set_header("Content-Type", from.content_type);
  to.body = from.body;
}

// What the library refuses by itself, without a word.
Problem ProblemOfStatus(int status) {
  return status == 414 ? Problem::kTargetTooLong
                       : (status >= 500 ? Problem::kInternal : Problem::kMalformedRequest);
}

// A response that is written without the library.
std::string RawResponse(const Response& response, std::string_view reason) {
  std::string text =
      "HTTP/1.1 " + std::to_string(response.status) + " " + std::string(reason) + "\r\n";
  for (const Header& header : response.headers) {
    text += header.name + ": " + header.value + "\r\n";
  }
  return text + "Content-Type: " + response.content_type +
         "\r\nContent-Length: " + std::to_string(response.body.size()) +
         "\r\nConnection: close\r\n\r\n" + response.body;
}

}  // namespace

// The library's server without its sockets and threads: it parses a request and writes a response.
class Server::Protocol : public httplib::Server {
 public:
  Protocol(const ServerOptions& options, const Router& router, Log& log)
      : router_(router),
        trusted_proxies_(options.trusted_proxies),
        patience_(options.patience),
        log_(log) {
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      return Begin(request, response);
    });
    const auto with_body = [this](const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& reader) {
      AnswerWithBody(request, response, reader);
    };
    Post("/.*", with_body);
    set_exception_handler([this](const httplib::Request&, httplib::Response& response,
                                 const std::exception_ptr& failure) {
      ReportException(failure);
      Fill(router_.Refused(Problem::kInternal, Language::kSlovene), response);
    });
    set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
      if (!response.body.empty()) return;
      const auto languages = request.get_header_value("Accept-Language");
      Fill(router_.Refused(ProblemOfStatus(response.status), PreferredLanguage(languages)),
           response);
    });
  }

  void Serve(int socket, const std::string& peer) {
    RequestStream stream(socket, peer, patience_);
    bool closed = false;
    // Ranges are for files that are fetched in parts, and encoding each response anew is the proxy's work.
    process_request(stream, true, closed, [](httplib::Request& request) {
      request.ranges.clear();
      request.headers.erase("Accept-Encoding");
    });
    if (const auto problem = stream.problem()) {
      stream.Replace(RawResponse(router_.Refused(*problem, Language::kSlovene), "Refused"));
    }
    if (!stream.response().empty()) stream.Flush();
  }

  std::string Overloaded() const {
    return RawResponse(router_.Refused(Problem::kBusy, Language::kSlovene), "Service Unavailable");
  }

 private:
  // Answers everything that has no body to be read.
  HandlerResponse Begin(const httplib::Request& request, httplib::Response& response) const {
    const RequestHead head = HeadOf(request, trusted_proxies_);
    if (auto answer = router_.AnswerHead(head)) {
      Fill(*answer, response);
      return HandlerResponse::Handled;
    }
    if (request.method == "POST") return HandlerResponse::Unhandled;
    Fill(router_.Answer(head, ""), response);
    return HandlerResponse::Handled;
  }

  void AnswerWithBody(const httplib::Request& request, httplib::Response& response,
                      const httplib::ContentReader& reader) const {
    const RequestHead head = HeadOf(request, trusted_proxies_);
    const std::size_t announced = AnnouncedLength(head);
    std::string body;
    reader([&](const char* data, std::size_t size) {
      if (body.size() + size > announced) return false;
      body.append(data, size);
      return true;
    });
    if (body.size() == announced) {
      Fill(router_.Answer(head, std::move(body)), response);
    } else {
      Fill(router_.Refused(Problem::kMalformedRequest, Language::kSlovene), response);
    }
  }

  void ReportException(const std::exception_ptr& failure) {
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& exception) {
      log_.Failure("exception", {{"what", exception.what()}});
    }
  }

  const Router& router_;
  const TrustedProxies trusted_proxies_;
  const std::chrono::milliseconds patience_;
  Log& log_;
};

Server::Server(std::unique_ptr<Protocol> protocol) : protocol_(std::move(protocol)) {}

Server::~Server() { Stop(); }

Result<std::unique_ptr<Server>> Server::Start(const ServerOptions& options, const Router& router,
                                              ListenerCounters& counters, Log& log) {
  std::unique_ptr<Server> server(new Server(std::make_unique<Protocol>(options, router, log)));
  Protocol* const protocol = server->protocol_.get();
  ConnectionHandler handler;
  handler.serve = [protocol](int socket, const std::string& peer) {
    protocol->Serve(socket, peer);
  };
  handler.overload_answer = [protocol] { return protocol->Overloaded(); };
  ASSIGN_OR_RETURN(server->listener_,
                   Listener::Start(options.listen, std::move(handler), counters, log));
  return server;
}

const std::string& Server::address() const { return listener_->address(); }
int Server::port() const { return listener_->port(); }
void Server::Stop() {
  if (listener_ != nullptr) listener_->Stop();
}

}  // namespace pomocnik::bot::http
