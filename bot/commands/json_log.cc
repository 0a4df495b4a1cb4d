#include "bot/commands/json_log.h"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <nlohmann/json.hpp>

namespace pomocnik::bot::commands {
namespace {

constexpr std::size_t kMaxValueBytes = 1000;
constexpr std::size_t kMaxLineBytes = 4095;  // and the line break

std::string_view LevelName(LogLevel level) {
  switch (level) {
    case LogLevel::kInfo:
      return "info";
    case LogLevel::kWarning:
      return "warning";
    case LogLevel::kError:
      return "error";
  }
  return "error";
}

// All but ASCII is escaped, and with it every character that breaks a line or turns its direction on some
// screen.
std::string Escape(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::string FormatLogLine(Instant time, LogLevel level, std::string_view event,
                          const LogFields& fields) {
  // An escaped byte takes up to six, so what fits is found by trying.
  for (std::size_t limit = kMaxValueBytes;; limit /= 2) {
    nlohmann::ordered_json json = {
        {"time", FormatRfc3339(time)}, {"level", LevelName(level)}, {"event", event}};
    for (const auto& [name, value] : fields) json.emplace(name, value.substr(0, limit));
    std::string line = Escape(json);
    if (line.size() <= kMaxLineBytes || limit == 0) return line;
  }
}

struct JsonLog::Sink {
  spdlog::logger logger{"pomocnik", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

JsonLog::JsonLog(const Clock& clock) : clock_(clock), sink_(std::make_unique<Sink>()) {
  sink_->logger.set_pattern("%v");
  sink_->logger.flush_on(spdlog::level::trace);
}

JsonLog::~JsonLog() = default;

void JsonLog::Write(LogLevel level, std::string_view event, const LogFields& fields) {
  sink_->logger.log(spdlog::level::info, FormatLogLine(clock_.Now(), level, event, fields));
}

}  // namespace pomocnik::bot::commands
