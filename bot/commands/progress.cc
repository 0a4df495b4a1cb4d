#include "bot/commands/progress.h"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace pomocnik::bot::commands {
namespace {

constexpr std::size_t kWidth = 30;

}  // namespace

ProgressBar::ProgressBar(std::string label)
    : label_(std::move(label)),
      output_(isatty(STDERR_FILENO) == 1 ? Output::kTerminal : Output::kOther) {}

ProgressBar::~ProgressBar() {
  if (output_ == Output::kTerminal && shown_percent_ <= 100) std::cerr << "\r\x1b[K" << std::flush;
}

void ProgressBar::Show(std::size_t done, std::size_t total) {
  const std::size_t percent = total == 0 ? 100 : done * 100 / total;
  if (output_ != Output::kTerminal || percent == shown_percent_) return;
  shown_percent_ = percent;
  const std::size_t filled = percent * kWidth / 100;
  std::cerr << '\r' << label_ << " [" << std::string(filled, '#')
            << std::string(kWidth - filled, ' ') << "] " << percent << " %" << std::flush;
}

}  // namespace pomocnik::bot::commands
