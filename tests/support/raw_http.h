// Talks to a server on this machine byte by byte, so that a test can send what no client would.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace pomocnik::testing {

// A connection to 127.0.0.1. Reading gives up after ten seconds.
class RawConnection {
 public:
  explicit RawConnection(int port) : RawConnection() { Connect(port); }

  // Not connected yet.
  RawConnection() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval limit{10, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  }
  ~RawConnection() { close(socket_); }
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  void Connect(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  bool connected() const { return connected_; }

  // Sends as much as the server takes.
  void Send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }

  // Tells the server that nothing more comes.
  void FinishSending() { shutdown(socket_, SHUT_WR); }

  // Waits until something can be read.
  bool AwaitAnswer() {
    char first = 0;
    return recv(socket_, &first, 1, MSG_PEEK) == 1;
  }

  // Everything until the server closes.
  std::string ReadAll() {
    std::string text;
    std::array<char, 4096> buffer;
    while (true) {
      const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
      if (count <= 0) return text;
      text.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }

 private:
  int socket_;
  bool connected_ = false;
};

// The answer to one request given as bytes.
inline std::string Exchange(int port, std::string_view request) {
  RawConnection connection(port);
  connection.Send(request);
  return connection.ReadAll();
}

// "HTTP/1.1 200 OK…" -> 200; 0 for anything else.
inline int StatusOf(std::string_view answer) {
  if (!answer.starts_with("HTTP/1.1 ") || answer.size() < 12) return 0;
  int status = 0;
  for (const char digit : answer.substr(9, 3)) status = status * 10 + (digit - '0');
  return status;
}

// What follows the headers.
inline std::string BodyOf(std::string_view answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == std::string_view::npos ? std::string() : std::string(answer.substr(end + 4));
}

// A POST of JSON, complete.
inline std::string PostRequest(std::string_view target, std::string_view body) {
  return "POST " + std::string(target) +
         " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

inline std::string GetRequest(std::string_view target) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

}  // namespace pomocnik::testing
