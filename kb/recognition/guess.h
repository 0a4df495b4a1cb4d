// Something read out of an article, and how surely. Values only.
#pragma once

#include <optional>
#include <string>

namespace pomocnik::kb::recognition {

template <typename T>
struct Guess {
  T value;
  double confidence = 0;  // 0 to 1
  std::string evidence;   // what it was read from, for the report
};

// Keeps the surer of two; of equally sure ones the first.
template <typename T>
void Consider(std::optional<Guess<T>>& best, Guess<T> guess) {
  if (!best || guess.confidence > best->confidence) best = std::move(guess);
}

}  // namespace pomocnik::kb::recognition
