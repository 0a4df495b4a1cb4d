#include "bot/commands/json_log.h"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "bot/http/json_text.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::size_t kMaxValueBytes = 1000;
constexpr std::size_t kMaxLineBytes = 4000;

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

// Characters that JSON lets through but that break a line or turn its direction on some screens.
bool IsTreacherous(char32_t c) {
  return c == 0x2028 || c == 0x2029 || c == 0x061C || c == 0x200E || c == 0x200F || c == 0xFEFF ||
         (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// Escapes them in a line of JSON, where they can stand inside strings only.
std::string EscapeTreacherous(const std::string& line) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string escaped;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t begin = i;
    const char32_t c = NextCodePoint(line, i);
    if (!IsTreacherous(c)) {
      escaped.append(line, begin, i - begin);
      continue;
    }
    escaped += "\\u";
    for (const int shift : {12, 8, 4, 0}) escaped += kHex[(c >> shift) & 15];
  }
  return escaped;
}

}  // namespace

std::string FormatLogLine(Instant time, LogLevel level, std::string_view event,
                          const LogFields& fields) {
  nlohmann::ordered_json json = {
      {"time", FormatRfc3339(time)}, {"level", LevelName(level)}, {"event", event}};
  std::size_t room = kMaxLineBytes;
  for (const auto& [name, value] : fields) {
    const std::size_t length = std::min({value.size(), kMaxValueBytes, room});
    room -= length;
    json.emplace(name, value.substr(0, length));
  }
  return EscapeTreacherous(http::Dump(json));
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
