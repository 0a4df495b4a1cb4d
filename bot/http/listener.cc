#include "bot/http/listener.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "bot/http/client_address.h"

namespace pomocnik::bot::http {
namespace {

constexpr int kBacklog = 1024;
constexpr std::chrono::milliseconds kPauseAfterFailure(50);

std::string ErrorText(int number) { return std::generic_category().message(number); }

// The numeric address without the port.
std::string AddressText(const sockaddr* address, socklen_t length) {
  std::array<char, NI_MAXHOST> text{};
  if (getnameinfo(address, length, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0) {
    return "";
  }
  return text.data();
}

int PortOf(const sockaddr_storage& address) {
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  if (address.ss_family == AF_INET) {
    std::memcpy(&v4, &address, sizeof v4);
    return ntohs(v4.sin_port);
  }
  std::memcpy(&v6, &address, sizeof v6);
  return ntohs(v6.sin6_port);
}

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Result<Addresses> Resolve(const ListenOptions& options) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE;
  addrinfo* found = nullptr;
  const int failure =
      getaddrinfo(options.host.c_str(), std::to_string(options.port).c_str(), &hints, &found);
  if (failure != 0) {
    return Error::Unavailable("cannot listen on " + options.host + ": " + gai_strerror(failure));
  }
  return Addresses(found);
}

// Writes what fits at once. The reader of a refusal gets it whole or not at all.
void SendAndForget(int socket, const std::string& text) {
  std::array<char, 4096> unread;
  // What has arrived is taken off first: closing with unread bytes would reset the connection and lose
  // the answer.
  while (recv(socket, unread.data(), unread.size(), MSG_DONTWAIT) > 0) {
  }
  if (send(socket, text.data(), text.size(), MSG_NOSIGNAL | MSG_DONTWAIT) > 0) {
    shutdown(socket, SHUT_WR);
  }
}

}  // namespace

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Socket::~Socket() {
  if (descriptor_ >= 0) close(descriptor_);
}

Listener::Listener(Socket wake, ConnectionHandler handler, ListenerCounters& counters, Log& log)
    : wake_(std::move(wake)), handler_(std::move(handler)), counters_(counters), log_(log) {}

Result<std::unique_ptr<Listener>> Listener::Start(const ListenOptions& options,
                                                  ConnectionHandler handler,
                                                  ListenerCounters& counters, Log& log) {
  std::unique_ptr<Listener> listener(new Listener(Socket(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
                                                  std::move(handler), counters, log));
  if (listener->wake_.get() < 0) {
    return Error::Unavailable("cannot listen: eventfd: " + ErrorText(errno));
  }
  RETURN_IF_ERROR(listener->Bind(options));
  listener->queue_limit_ = options.queue_limit;
  listener->stop_patience_ = options.stop_patience;
  listener->threads_.emplace_back([raw = listener.get()] { raw->AcceptLoop(); });
  counters.threads = options.threads;
  for (std::size_t i = 0; i < options.threads; ++i) {
    listener->threads_.emplace_back([raw = listener.get()] { raw->ServeLoop(); });
  }
  return listener;
}

Listener::~Listener() { Stop(); }

Status Listener::Bind(const ListenOptions& options) {
  ASSIGN_OR_RETURN(const Addresses addresses, Resolve(options));
  const std::string name = options.host + ":" + std::to_string(options.port);
  const std::string numeric = AddressText(addresses->ai_addr, addresses->ai_addrlen);
  if (options.exposure == Exposure::kLoopback && !IsLoopback(numeric)) {
    return Error::InvalidArgument(
        "refusing to listen on " + name +
        ": other machines can reach it. Put a proxy in front of 127.0.0.1, "
        "or pass --public if that is what you want");
  }
  listening_ = Socket(socket(addresses->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int on = 1;
  // SO_REUSEPORT is left out on purpose: a second server on the same port must fail, not share it.
  setsockopt(listening_.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (listening_.get() < 0 ||
      bind(listening_.get(), addresses->ai_addr, addresses->ai_addrlen) != 0 ||
      listen(listening_.get(), kBacklog) != 0) {
    return Error::Unavailable("cannot listen on " + name + ": " + ErrorText(errno));
  }
  sockaddr_storage bound{};
  socklen_t length = sizeof bound;
  getsockname(listening_.get(), reinterpret_cast<sockaddr*>(&bound), &length);
  port_ = PortOf(bound);
  address_ =
      (bound.ss_family == AF_INET6 ? "[" + numeric + "]" : numeric) + ":" + std::to_string(port_);
  return {};
}

void Listener::AcceptLoop() {
  std::array<pollfd, 2> events = {{{listening_.get(), POLLIN, 0}, {wake_.get(), POLLIN, 0}}};
  while (accepting_) {
    if (poll(events.data(), events.size(), -1) >= 0) {
      if (events[0].revents != 0) AcceptOne();
    } else if (errno != EINTR) {
      // Out of memory, for example. Whatever it is, somebody has to go on listening.
      log_.Failure("poll_failed", {{"error", ErrorText(errno)}});
      std::this_thread::sleep_for(kPauseAfterFailure);
    }
  }
  // Who has connected before the stop is still served; more than the backlog held have come after it.
  for (int left = kBacklog; left > 0 && AcceptOne() == Accepted::kOne; --left) {
  }
}

Listener::Accepted Listener::AcceptOne() {
  sockaddr_storage address{};
  socklen_t length = sizeof address;
  auto* const raw = reinterpret_cast<sockaddr*>(&address);
  Socket socket(accept4(listening_.get(), raw, &length, SOCK_CLOEXEC));
  if (socket.get() >= 0) {
    const int on = 1;
    setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    Admit({std::move(socket), AddressText(raw, length)});
    return Accepted::kOne;
  }
  const int failure = errno;
  if (failure == EAGAIN || failure == EINTR || failure == ECONNABORTED || failure == EPROTO) {
    return Accepted::kNone;
  }
  // Out of descriptors or memory: the connection stays in the backlog until there is room again.
  log_.Failure("accept_failed", {{"error", ErrorText(failure)}});
  pollfd wake{wake_.get(), POLLIN, 0};
  poll(&wake, 1, static_cast<int>(kPauseAfterFailure.count()));
  return Accepted::kNone;
}

void Listener::Admit(Connection connection) {
  {
    std::lock_guard lock(mutex_);
    if (waiting_.size() < queue_limit_) {
      waiting_.push_back(std::move(connection));
      Count();
      arrived_.notify_one();
      return;
    }
  }
  ++counters_.refused;
  SendAndForget(connection.socket.get(), handler_.overload_answer());
}

std::unique_ptr<Listener::Connection> Listener::NextConnection() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
  if (waiting_.empty()) return nullptr;
  auto connection = std::make_unique<Connection>(std::move(waiting_.front()));
  waiting_.pop_front();
  served_.insert(connection->socket.get());
  Count();
  if (stopping_) shutdown(connection->socket.get(), SHUT_RD);
  return connection;
}

void Listener::ServeLoop() {
  while (const auto connection = NextConnection()) {
    handler_.serve(connection->socket.get(), connection->peer);
    std::lock_guard lock(mutex_);
    served_.erase(connection->socket.get());
    Count();
    if (served_.empty() && waiting_.empty()) served_all_.notify_all();
  }
}

void Listener::Count() {
  counters_.busy = served_.size();
  counters_.waiting = waiting_.size();
}

void Listener::Stop() {
  if (threads_.empty()) return;
  accepting_ = false;
  const std::uint64_t one = 1;
  // Writing 1 to a fresh eventfd cannot fail.
  [[maybe_unused]] const ssize_t written = write(wake_.get(), &one, sizeof one);
  threads_.front().join();
  listening_ = Socket();
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    // Bytes that have arrived can still be read; who has not sent a whole request will not be waited for.
    for (const int socket : served_) shutdown(socket, SHUT_RD);
  }
  arrived_.notify_all();
  AwaitServed();
  for (std::size_t i = 1; i < threads_.size(); ++i) threads_[i].join();
  threads_.clear();
}

void Listener::AwaitServed() {
  std::unique_lock lock(mutex_);
  const auto served_all = [this] { return served_.empty() && waiting_.empty(); };
  if (served_all_.wait_for(lock, stop_patience_, served_all)) return;
  // Who takes its answer so slowly will not be waited for, nor will who waits behind.
  log_.Warning("connections_dropped", {{"served", std::to_string(served_.size())},
                                       {"waiting", std::to_string(waiting_.size())}});
  waiting_.clear();
  Count();
  for (const int socket : served_) shutdown(socket, SHUT_RDWR);
}

}  // namespace pomocnik::bot::http
