#include "bot/http/listener.h"

#include <doctest/doctest.h>
#include <poll.h>

#include <atomic>
#include <cerrno>
#include <ctime>
#include <thread>

#include "tests/support/raw_http.h"
#include "tests/support/recording_log.h"

namespace {

std::atomic<bool> poll_fails{false};

}  // namespace

// Stands in for the C library's in this program.
int poll(pollfd* descriptors, nfds_t count, int milliseconds) {
  if (poll_fails) {
    errno = ENOMEM;
    return -1;
  }
  const timespec time{milliseconds / 1000, milliseconds % 1000 * 1'000'000L};
  return ppoll(descriptors, count, milliseconds < 0 ? nullptr : &time, nullptr);
}

namespace pomocnik::bot::http {
namespace {

using testing::RawConnection;

// While it lives, every poll() that begins fails.
class FailingPoll {
 public:
  FailingPoll() { poll_fails = true; }
  ~FailingPoll() { poll_fails = false; }
  FailingPoll(const FailingPoll&) = delete;
  FailingPoll& operator=(const FailingPoll&) = delete;
};

// Says the same to everybody.
struct Greeter {
  ListenerCounters counters;
  testing::RecordingLog log;
  std::unique_ptr<Listener> listener;

  Greeter() {
    ListenOptions options;
    options.port = 0;
    ConnectionHandler handler;
    handler.serve = [](int socket, const std::string&) { send(socket, "hello", 5, MSG_NOSIGNAL); };
    handler.overload_answer = [] { return std::string(); };
    auto started = Listener::Start(options, std::move(handler), counters, log);
    REQUIRE(started);
    listener = *std::move(started);
  }

  // Connects while poll() fails, and returns when that was noticed.
  void ConnectAndFail(RawConnection& connection) {
    connection.Connect(listener->port());
    REQUIRE(connection.connected());
    while (log.text().find("poll_failed") == std::string::npos) std::this_thread::yield();
  }
};

TEST_CASE("a listener goes on when waiting for connections fails") {
  Greeter greeter;
  RawConnection early;
  {
    const FailingPoll failing;
    greeter.ConnectAndFail(early);
  }
  CHECK(early.ReadAll() == "hello");
  CHECK(RawConnection(greeter.listener->port()).ReadAll() == "hello");
}

TEST_CASE("a listener can be stopped while waiting fails") {
  Greeter greeter;
  RawConnection early;
  const FailingPoll failing;
  greeter.ConnectAndFail(early);
  greeter.listener->Stop();
  CHECK(early.ReadAll() == "hello");
}

}  // namespace
}  // namespace pomocnik::bot::http
