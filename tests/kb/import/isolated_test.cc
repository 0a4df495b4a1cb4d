#include "kb/import/isolated.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>
#include <vector>

namespace pomocnik::kb {
namespace {

using namespace std::chrono_literals;

struct DonePieces {
  std::vector<std::string> results;  // of a piece that ended the process: why
};

DonePieces Run(std::size_t pieces, std::function<std::string(std::size_t)> work,
               const IsolationLimits& limits = {}) {
  DonePieces done;
  const Status status =
      RunIsolated({pieces, std::move(work),
                   [&](std::size_t piece, Result<std::string> result) {
                     CHECK(piece == done.results.size());
                     done.results.push_back(result ? *result : result.error().message);
                   }},
                  limits);
  REQUIRE(status);
  return done;
}

TEST_CASE("pieces are done in another process, in order") {
  const pid_t own = ::getpid();
  const DonePieces done = Run(3, [own](std::size_t piece) {
    return std::to_string(piece) + (::getpid() == own ? " here" : " there");
  });
  CHECK(done.results == std::vector<std::string>{"0 there", "1 there", "2 there"});
}

TEST_CASE("a piece that ends its process costs nothing but itself") {
  const DonePieces done = Run(4, [](std::size_t piece) {
    if (piece == 1) ::raise(SIGSEGV);
    if (piece == 2) ::_exit(7);
    return std::to_string(piece);
  });
  CHECK(done.results ==
        std::vector<std::string>{"0", "reading it ended the reader: Segmentation fault",
                                 "reading it ended the reader with the exit code 7", "3"});
}

TEST_CASE("a piece that takes too much of a processor is given up") {
  IsolationLimits limits;
  limits.processor = 1s;
  const DonePieces done = Run(
      2,
      [](std::size_t piece) {
        std::atomic<unsigned> spin = 0;
        while (piece == 0) ++spin;
        return std::string("well");
      },
      limits);
  CHECK(done.results ==
        std::vector<std::string>{"reading it takes more than 1 s of a processor", "well"});
}

TEST_CASE("a piece that waits for ever is given up") {
  IsolationLimits limits;
  limits.patience = 1s;
  const DonePieces done = Run(
      2,
      [](std::size_t piece) {
        while (piece == 0) ::pause();
        return std::string("well");
      },
      limits);
  CHECK(done.results == std::vector<std::string>{"reading it took longer than 1 s", "well"});
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a piece that takes too much memory is given up") {
  const DonePieces done = Run(
      2, [](std::size_t piece) { return std::string(piece == 0 ? std::size_t{1} << 30 : 1, 'x'); });
  CHECK(done.results ==
        std::vector<std::string>{"reading it takes more than 512 MB of memory", "x"});
}
#endif

TEST_CASE("there is no network and no other program, unless the network is allowed") {
  const auto tries = [](std::size_t) {
    const bool opens = ::socket(AF_INET, SOCK_STREAM, 0) >= 0;
    ::execl("/bin/true", "true", nullptr);
    return std::string(opens ? "a socket" : "no socket");
  };
  CHECK(Run(1, tries).results == std::vector<std::string>{"no socket"});
  IsolationLimits limits;
  limits.network = Network::kYes;
  CHECK(Run(1, tries, limits).results == std::vector<std::string>{"a socket"});
}

}  // namespace
}  // namespace pomocnik::kb
