// Where the program says what happened. The sink is wired in main; everyone else is handed a Log&.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pomocnik {

enum class LogLevel { kInfo, kWarning, kError };

// Named values of one log line. Values may hold any bytes; the sink escapes them. They must never hold
// personal data: text of a visitor goes through bot/privacy first.
using LogFields = std::vector<std::pair<std::string_view, std::string>>;

class Log {
 public:
  virtual ~Log() = default;
  // `event` is a stable snake_case name ("index_published"). Thread-safe; never fails.
  virtual void Write(LogLevel level, std::string_view event, const LogFields& fields) = 0;

  void Info(std::string_view event, const LogFields& fields = {}) {
    Write(LogLevel::kInfo, event, fields);
  }
  void Warning(std::string_view event, const LogFields& fields = {}) {
    Write(LogLevel::kWarning, event, fields);
  }
  void Failure(std::string_view event, const LogFields& fields = {}) {
    Write(LogLevel::kError, event, fields);
  }
};

}  // namespace pomocnik
