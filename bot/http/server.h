// Serves a Router over HTTP/1.1, one request a connection. Only server.cc knows the HTTP library.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "base/log.h"
#include "base/result.h"
#include "bot/http/client_address.h"
#include "bot/http/listener.h"
#include "bot/http/router.h"

namespace pomocnik::bot::http {

struct ServerOptions {
  ListenOptions listen;
  TrustedProxies trusted_proxies;
  // For a whole request to arrive, and again for its response to be taken.
  std::chrono::milliseconds patience = std::chrono::seconds(10);
};

class Server {
 public:
  // Serves when it returns. Errors are those of Listener::Start. The router, the counters and the log
  // must outlive the server.
  static Result<std::unique_ptr<Server>> Start(const ServerOptions& options, const Router& router,
                                               ListenerCounters& counters, Log& log);

  // Stops.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // "127.0.0.1:8080".
  const std::string& address() const;
  int port() const;

  // Answers the requests that have arrived and returns when all threads are done.
  void Stop();

 private:
  class Protocol;
  explicit Server(std::unique_ptr<Protocol> protocol);

  std::unique_ptr<Protocol> protocol_;
  std::unique_ptr<Listener> listener_;
};

}  // namespace pomocnik::bot::http
