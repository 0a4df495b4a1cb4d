// When an article says it was written, and from when until when it holds. Pure.
#pragma once

#include <optional>
#include <string_view>

#include "base/clock.h"
#include "kb/article.h"
#include "kb/recognition/guess.h"

namespace pomocnik::kb::recognition {

struct Validity {
  std::optional<Guess<Date>> updated;
  std::optional<Guess<Date>> from;
  std::optional<Guess<Date>> to;
};

// "Navodilo velja od 1. 1. 2026 do 30. 6. 2026", "Objavljeno: 23. 11. 2026", "Verzija 2018.09.001 z dne 20.07.2018". In a text on
// legislation or news every sentence that says until when something holds counts, elsewhere only one about the text itself: a rate of
// interest may have been in force until last year.
Validity FindValidity(std::string_view text, Kind kind);

}  // namespace pomocnik::kb::recognition
