// Accepts connections and hands each to one of a fixed number of threads. Knows nothing of HTTP.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "base/log.h"
#include "base/result.h"

namespace pomocnik::bot::http {

// A file descriptor that is closed with its owner.
class Socket {
 public:
  explicit Socket(int descriptor = -1) : descriptor_(descriptor) {}
  Socket(Socket&& other) noexcept : descriptor_(other.descriptor_) { other.descriptor_ = -1; }
  Socket& operator=(Socket&& other) noexcept;
  ~Socket();

  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

enum class Exposure { kLoopback, kPublic };

struct ListenOptions {
  std::string host = "127.0.0.1";  // an address, or a name that has one
  int port = 8080;                 // 0: any that is free
  Exposure exposure = Exposure::kLoopback;
  std::size_t threads = 24;
  std::size_t queue_limit = 512;  // connections that wait for a thread
  // How long those who have connected are answered at a stop; then they are dropped.
  std::chrono::milliseconds stop_patience = std::chrono::seconds(4);
};

// Written by the listener, for whoever looks on.
struct ListenerCounters {
  std::atomic<std::size_t> threads{0};    // that serve
  std::atomic<std::size_t> busy{0};       // of these, now
  std::atomic<std::size_t> waiting{0};    // connections, now
  std::atomic<std::uint64_t> refused{0};  // connections since the start, because too many waited
};

struct ConnectionHandler {
  // Serves one connection and returns; its socket is closed afterwards. Runs on several threads.
  std::function<void(int socket, const std::string& peer)> serve;
  // What a connection is told when the queue is full.
  std::function<std::string()> overload_answer;
};

class Listener {
 public:
  // Listens when it returns. kInvalidArgument: the address is not of this machine only and exposure is
  // kLoopback. kUnavailable: the address cannot be had. The counters and the log must outlive the
  // listener.
  static Result<std::unique_ptr<Listener>> Start(const ListenOptions& options,
                                                 ConnectionHandler handler,
                                                 ListenerCounters& counters, Log& log);

  // Stops.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  // "127.0.0.1:8080", with the port that was given.
  const std::string& address() const { return address_; }
  int port() const { return port_; }

  // Takes no more connections, answers what was sent whole, drops the rest, and waits until all threads are
  // done: for stop_patience, and what a handler takes on its own account. May be called twice, by one
  // thread.
  void Stop();

 private:
  struct Connection {
    Socket socket;
    std::string peer;
  };

  Listener(Socket wake, ConnectionHandler handler, ListenerCounters& counters, Log& log);
  Status Bind(const ListenOptions& options);
  void AcceptLoop();
  enum class Accepted { kOne, kNone };
  Accepted AcceptOne();
  void Admit(Connection connection);
  void ServeLoop();
  std::unique_ptr<Connection> NextConnection();
  void AwaitServed();
  void Count();  // REQUIRES: mutex_ is held

  Socket listening_;
  Socket wake_;  // readable once stopping
  ConnectionHandler handler_;
  ListenerCounters& counters_;
  Log& log_;
  std::string address_;
  int port_ = 0;
  std::size_t queue_limit_ = 0;
  std::chrono::milliseconds stop_patience_{};
  std::atomic<bool> accepting_{true};

  std::mutex mutex_;
  std::condition_variable arrived_;
  std::condition_variable served_all_;
  std::deque<Connection> waiting_;  // the following three are guarded by mutex_
  std::set<int> served_;            // sockets that threads are busy with
  bool stopping_ = false;
  std::vector<std::thread> threads_;  // the first accepts, the others serve
};

}  // namespace pomocnik::bot::http
