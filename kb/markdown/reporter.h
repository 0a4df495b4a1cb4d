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
  void Warn(int line, std::string message) { Warn({.line = line, .message = std::move(message)}); }
  void Fail(int line, std::string message) { Fail({.line = line, .message = std::move(message)}); }

  // What the author of a text meets while writing it. The excerpt, if there is one, is put behind the message.
  struct Problem {
    int line = 0;
    std::string message{};
    std::string code{};
    std::string excerpt{};
  };
  void Warn(Problem problem) {
    if (++warnings_ > kMaxWarnings + 1) return;
    if (warnings_ > kMaxWarnings) {
      problem = {.line = problem.line, .message = "further warnings are left out", .code = "more"};
    }
    Add(Severity::kWarning, std::move(problem));
  }
  void Fail(Problem problem) { Add(Severity::kError, std::move(problem)); }

 private:
  void Add(Severity severity, Problem problem) {
    if (!problem.excerpt.empty()) problem.message += ": " + problem.excerpt;
    diagnostics_.push_back({.severity = severity,
                            .file = file_,
                            .line = problem.line,
                            .message = std::move(problem.message),
                            .code = std::move(problem.code),
                            .excerpt = std::move(problem.excerpt)});
  }

  static constexpr int kMaxWarnings = 50;

  std::string file_;
  Diagnostics& diagnostics_;
  int warnings_ = 0;
};

}  // namespace pomocnik::kb
