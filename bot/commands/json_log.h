// The log of the running program: one JSON object a line on stderr.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/log.h"

namespace pomocnik::bot::commands {

// {"time":"…","level":"info","event":"…", fields…} in printable ASCII: everything else is escaped, bytes that
// are no text are replaced, and values cut, so that one call is one line of at most 4 KiB with its line break
// whatever the values hold.
std::string FormatLogLine(Instant time, LogLevel level, std::string_view event,
                          const LogFields& fields);

class JsonLog : public Log {
 public:
  // The clock must outlive the log.
  explicit JsonLog(const Clock& clock);
  ~JsonLog() override;

  void Write(LogLevel level, std::string_view event, const LogFields& fields) override;

 private:
  struct Sink;
  const Clock& clock_;
  std::unique_ptr<Sink> sink_;
};

}  // namespace pomocnik::bot::commands
