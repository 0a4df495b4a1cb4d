// Collects what is wrong with one file.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "kb/diagnostic.h"

namespace pomocnik::kb {

class Reporter {
 public:
  // Appends to `diagnostics`, which must outlive the reporter.
  Reporter(std::string_view file, Diagnostics& diagnostics)
      : file_(file), diagnostics_(diagnostics) {}

  // After kMaxWarnings, one more says that there are others.
  void Warn(int line, std::string message) {
    if (++warnings_ > kMaxWarnings + 1) return;
    if (warnings_ > kMaxWarnings) message = "further warnings are left out";
    Add(Severity::kWarning, line, std::move(message));
  }
  void Fail(int line, std::string message) { Add(Severity::kError, line, std::move(message)); }

 private:
  void Add(Severity severity, int line, std::string message) {
    diagnostics_.push_back({severity, file_, line, std::move(message)});
  }

  static constexpr int kMaxWarnings = 50;

  std::string file_;
  Diagnostics& diagnostics_;
  int warnings_ = 0;
};

}  // namespace pomocnik::kb
