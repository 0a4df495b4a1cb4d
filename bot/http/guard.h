// What is refused before any route sees it. The HTTP library lets all of this through.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bot/http/message.h"
#include "bot/http/refusal.h"

namespace pomocnik::bot::http {

inline constexpr std::size_t kMaxTargetBytes = 2048;
inline constexpr std::size_t kMaxPathBytes = 1024;
inline constexpr std::size_t kMaxHeaders = 64;
inline constexpr std::size_t kMaxHeadBytes = 16 * 1024;  // names and values of all headers
inline constexpr std::size_t kMaxBodyBytes = 64 * 1024;

// Looks at a request's bytes as they arrive, for what the library does with its head before Inspect can see it:
// every header is kept until the last has come, and a Range is taken apart by a recursion that takes a kilobyte
// of stack for each of its ranges.
class HeadWatch {
 public:
  void Read(std::string_view bytes);

  // Once it is there, it stays; the library must not see any byte of the last Read then.
  std::optional<Problem> problem() const { return problem_; }

 private:
  void EndLine();

  std::optional<Problem> problem_;
  std::size_t lines_ = 0;          // that have ended
  std::size_t length_ = 0;         // of the line being read, without its end
  std::size_t range_letters_ = 0;  // how much of "range:" the line begins with
  bool ended_ = false;
};

// Absent when the request may go on: its body is then not encoded, not chunked, and as long as
// Content-Length says, at most kMaxBodyBytes. Pure.
std::optional<Problem> Inspect(const RequestHead& head);

// The length a request that passed Inspect announced.
std::size_t AnnouncedLength(const RequestHead& head);

}  // namespace pomocnik::bot::http
