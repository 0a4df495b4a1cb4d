// A dialogue with what must be true of each reply, as README.md describes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "bot/dialogue/answer.h"
#include "bot/dialogue/reply.h"

namespace pomocnik::testing {

struct Expectation {
  std::string what;   // "says", "no citations"
  std::string value;  // empty when there is none
  int line = 0;
};

struct Exchange {
  enum class Conversation { kSame, kNew };

  bot::Question question;  // with a choice, the text is left to the runner, who knows the titles
  Instant now;
  Conversation conversation = Conversation::kSame;
  std::vector<Expectation> expectations;
  int line = 0;
};

// It is `now` until a line sets the clock. Lines that cannot be read are added to `errors` with their number.
std::vector<Exchange> ParseTranscript(std::string_view text, Instant now,
                                      std::vector<std::string>& errors);

// Empty when the expectation holds, otherwise what was there instead.
std::string Mismatch(const Expectation& expectation, const bot::Answer& answer);

}  // namespace pomocnik::testing
