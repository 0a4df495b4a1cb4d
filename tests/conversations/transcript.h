// A dialogue with what must be true of each reply, as README.md describes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/dialogue/reply.h"

namespace pomocnik::testing {

struct Expectation {
  std::string what;   // "says", "no citations"
  std::string value;  // empty when there is none
  int line = 0;
};

struct Exchange {
  bot::Question question;
  std::vector<Expectation> expectations;
  int line = 0;
};

// Lines that cannot be read are added to `errors` with their number.
std::vector<Exchange> ParseTranscript(std::string_view text, std::vector<std::string>& errors);

// Empty when the expectation holds, otherwise what was there instead.
std::string Mismatch(const Expectation& expectation, const bot::Reply& reply);

}  // namespace pomocnik::testing
