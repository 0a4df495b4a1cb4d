// What every fuzz target is made of: one function over any bytes, and a way to say what must hold. The same
// target runs under libFuzzer (libfuzzer.cc) and over its corpus in the ordinary tests (replay.cc).
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace pomocnik::fuzz {

// Defined once by each target. Any bytes are allowed; returns when all properties hold.
void RunInput(std::string_view input);

// Ends the program when a property does not hold, so that libFuzzer keeps the input.
inline void Require(bool holds, std::string_view property) {
  if (holds) return;
  std::fprintf(stderr, "property violated: %.*s\n", static_cast<int>(property.size()),
               property.data());
  std::abort();
}

// The input with '?' in place of every byte that is no text: for code that requires valid UTF-8.
inline std::string Utf8Of(std::string_view input) {
  std::string text;
  while (!input.empty()) {
    std::size_t length = 1;
    while (length < 4 && length < input.size() && !IsValidUtf8(input.substr(0, length))) ++length;
    const bool valid = IsValidUtf8(input.substr(0, length));
    text += valid ? input.substr(0, length) : "?";
    input.remove_prefix(valid ? length : 1);
  }
  return text;
}

// Takes everything up to the next '\n', or the rest, off the input.
inline std::string_view TakeLine(std::string_view& input) {
  const std::size_t end = input.find('\n');
  const std::string_view line = input.substr(0, end);
  input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
  return line;
}

}  // namespace pomocnik::fuzz
