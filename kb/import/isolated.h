// Work on a stranger's bytes in a process of its own: what goes wrong there costs one piece of the work.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "base/result.h"

namespace pomocnik::kb {

enum class Network { kNo, kYes };

struct IsolationLimits {
  std::size_t memory_bytes = std::size_t{512} << 20;  // address space
  std::chrono::seconds processor{10};                 // for each piece
  std::chrono::seconds patience{30};                  // for each piece, waiting included
  Network network = Network::kNo;                     // kNo: a socket cannot be opened
};

struct IsolatedWork {
  std::size_t pieces = 0;
  // Runs in the child, for each piece from 0. What it changes in memory is seen by later pieces, but for those that ended the
  // process; files stay. The child cannot run other programs.
  std::function<std::string(std::size_t)> work;
  // Runs here, once for each piece, in order. kUnavailable: the piece ended the process, and why.
  std::function<void(std::size_t, Result<std::string>)> take;
};

// Does all pieces, in a new child after each one that ended the last. Fails only when no child can be made, or a child ends
// before it has begun. REQUIRES: the process has one thread.
Status RunIsolated(const IsolatedWork& work, const IsolationLimits& limits);

}  // namespace pomocnik::kb
