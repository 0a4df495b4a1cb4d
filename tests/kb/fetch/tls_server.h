// Runs tls_server.py beside a test.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <span>
#include <string>

#include "tests/support/temp_folder.h"

namespace pomocnik::kb::fetch {

// Whether it is the address that the server is at: tests take that, and nothing else, for public.
inline bool IsTlsServer(std::span<const std::uint8_t> bytes) {
  constexpr std::uint8_t kServer[] = {127, 0, 0, 1};
  return std::equal(bytes.begin(), bytes.end(), std::begin(kServer), std::end(kServer));
}

class TlsServer {
 public:
  TlsServer() {
    int to[2];
    int from[2];
    [[maybe_unused]] const int piped = pipe2(to, O_CLOEXEC) + pipe2(from, O_CLOEXEC);
    assert(piped == 0);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
    std::string script = POMOCNIK_SOURCE_DIR "/tests/kb/fetch/tls_server.py";
    std::string folder = folder_.path().string();
    std::string python = "python3";
    char* arguments[] = {python.data(), script.data(), folder.data(), nullptr};
    [[maybe_unused]] const int spawned =
        posix_spawnp(&process_, "python3", &actions, nullptr, arguments, environ);
    assert(spawned == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(to[0]);
    close(from[1]);
    input_ = to[1];
    FILE* output = fdopen(from[0], "r");
    if (std::fscanf(output, "%d %d", &port_, &canary_port_) != 2) port_ = 0;
    std::fclose(output);
  }
  ~TlsServer() {
    close(input_);
    waitpid(process_, nullptr, 0);
  }
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  // 0: it could not start.
  int port() const { return port_; }
  int canary_port() const { return canary_port_; }
  std::string ca_file() const { return folder_.File("ca.pem"); }
  // What is written here is served below /site/.
  std::string site() const { return folder_.File("site"); }

 private:
  testing::TempFolder folder_;
  pid_t process_ = 0;
  int input_ = -1;
  int port_ = 0;
  int canary_port_ = 0;
};

}  // namespace pomocnik::kb::fetch
