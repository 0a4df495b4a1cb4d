// A progress bar for a person who waits at a terminal.
#pragma once

#include <cstddef>
#include <string>

namespace pomocnik::bot::commands {

// Draws on stderr, when that is a terminal; otherwise does nothing. Not thread-safe.
class ProgressBar {
 public:
  explicit ProgressBar(std::string label);
  // Clears the line.
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void Show(std::size_t done, std::size_t total);

 private:
  const std::string label_;
  std::size_t shown_percent_ = 101;
  const enum class Output { kTerminal, kOther } output_;
};

}  // namespace pomocnik::bot::commands
