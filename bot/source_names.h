// Names those who ask without keeping their addresses.
#pragma once

#include <array>
#include <mutex>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::bot {

// A name lasts for a day in Slovenia. It is made with a salt that is in memory only and drawn anew for each day, so
// that nobody, with the database or with this program, can tell afterwards whose name it was, or that names of two days
// are of one source. A restart names everybody anew, too. Thread-safe.
class SourceNames {
 public:
  // `prefix`: what the source cannot easily change of its address, as bytes; empty: not known, and so is its name.
  std::string NameOf(std::string_view prefix, Instant now);

 private:
  std::mutex mutex_;  // guards what follows
  Date day_{};
  std::array<unsigned char, 32> salt_{};
};

}  // namespace pomocnik::bot
