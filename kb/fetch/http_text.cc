#include "kb/fetch/http_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"

namespace pomocnik::kb::fetch {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// A whole number without a sign, all of the text.
std::optional<long long> Number(std::string_view text) {
  long long value = 0;
  if (text.empty() || text.size() > 15 || text[0] < '0' || text[0] > '9') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Letters, digits and what RFC 9110 allows beside them in a token.
bool IsToken(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

bool IsMediaType(std::string_view text) {
  const std::size_t slash = text.find('/');
  return slash != std::string_view::npos && IsToken(text.substr(0, slash)) &&
         IsToken(text.substr(slash + 1));
}

}  // namespace

std::optional<Instant> ParseHttpDate(std::string_view text) {
  text = Trimmed(text);
  if (text.size() != 29 || text.substr(3, 2) != ", " || text.substr(25) != " GMT") {
    return std::nullopt;
  }
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
  if (month == kMonths.end()) return std::nullopt;
  const auto number = static_cast<int>(month - kMonths.begin()) + 1;
  std::string rfc3339(text.substr(12, 4));
  rfc3339.append(number < 10 ? "-0" : "-").append(std::to_string(number)).append("-");
  rfc3339.append(text.substr(5, 2)).append("T").append(text.substr(17, 8)).append("Z");
  return ParseRfc3339(rfc3339);
}

std::optional<std::chrono::seconds> ParseRetryAfter(std::string_view text, Instant now) {
  text = Trimmed(text);
  if (const auto seconds = Number(text)) return std::chrono::seconds(*seconds);
  const auto date = ParseHttpDate(text);
  if (!date) return std::nullopt;
  return std::max(std::chrono::ceil<std::chrono::seconds>(*date - now), std::chrono::seconds(0));
}

ContentType ParseContentType(std::string_view text) {
  ContentType type;
  const std::string lower = LowerCase(text);
  std::string_view rest = lower;
  const std::string_view media_type = Trimmed(rest.substr(0, rest.find(';')));
  if (!IsMediaType(media_type)) return type;
  type.media_type = media_type;
  while (rest.find(';') != std::string_view::npos) {
    rest.remove_prefix(rest.find(';') + 1);
    std::string_view parameter = Trimmed(rest.substr(0, rest.find(';')));
    constexpr std::string_view kCharset = "charset=";
    if (!parameter.starts_with(kCharset)) continue;
    parameter.remove_prefix(kCharset.size());
    if (parameter.size() >= 2 && parameter.front() == '"' && parameter.back() == '"') {
      parameter = parameter.substr(1, parameter.size() - 2);
    }
    if (IsToken(parameter)) type.charset = parameter;
    break;
  }
  return type;
}

}  // namespace pomocnik::kb::fetch
