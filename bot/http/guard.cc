#include "bot/http/guard.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace pomocnik::bot::http {
namespace {

// Twice what Inspect allows, which answers in the caller's language.
constexpr std::size_t kMaxHeadLines = 2 * kMaxHeaders;
constexpr std::size_t kMaxRangeLineBytes = 128;
constexpr std::string_view kRangeName = "range:";

bool HasControlByte(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && byte != '\t') || byte == 0x7f;
  });
}

bool IsPrintableAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::optional<Problem> InspectTarget(std::string_view target) {
  if (target.size() > kMaxTargetBytes ||
      target.substr(0, target.find('?')).size() > kMaxPathBytes) {
    return Problem::kTargetTooLong;
  }
  if (target.empty() || target.front() != '/' || !IsPrintableAscii(target)) {
    return Problem::kMalformedRequest;
  }
  return std::nullopt;
}

// The library decodes percent escapes in header values, so "%0d%0a" arrives here as a line break.
std::optional<Problem> InspectHeaders(const Headers& headers) {
  if (headers.size() > kMaxHeaders) return Problem::kHeadersTooLarge;
  std::size_t bytes = 0;
  for (const Header& header : headers) {
    bytes += header.name.size() + header.value.size();
    if (!IsPrintableAscii(header.name) || HasControlByte(header.value)) {
      return Problem::kMalformedRequest;
    }
  }
  if (bytes > kMaxHeadBytes) return Problem::kHeadersTooLarge;
  if (CountHeaders(headers, "Host") != 1) return Problem::kMalformedRequest;
  const auto range = FindHeader(headers, "Range");
  if (CountHeaders(headers, "Range") > 1 || (range && range->find(',') != std::string_view::npos)) {
    return Problem::kMalformedRequest;
  }
  return std::nullopt;
}

std::optional<Problem> InspectLength(const RequestHead& head) {
  if (CountHeaders(head.headers, "Transfer-Encoding") > 0) return Problem::kLengthRequired;
  if (CountHeaders(head.headers, "Content-Encoding") > 0) return Problem::kEncodedBody;
  const auto length = FindHeader(head.headers, "Content-Length");
  const bool has_body = head.method != "GET" && head.method != "HEAD" && head.method != "OPTIONS";
  if (!length) return has_body ? std::optional(Problem::kLengthRequired) : std::nullopt;
  if (CountHeaders(head.headers, "Content-Length") > 1 || length->empty() ||
      !std::all_of(length->begin(), length->end(), [](char c) { return c >= '0' && c <= '9'; })) {
    return Problem::kMalformedRequest;
  }
  if (length->size() > 9 || AnnouncedLength(head) > kMaxBodyBytes) return Problem::kBodyTooLarge;
  if (!has_body && AnnouncedLength(head) > 0) return Problem::kMalformedRequest;
  return std::nullopt;
}

}  // namespace

void HeadWatch::Read(std::string_view bytes) {
  for (const char c : bytes) {
    if (ended_ || problem_) return;
    if (c == '\n') {
      EndLine();
    } else if (c != '\r') {
      if (range_letters_ == length_ && length_ < kRangeName.size() &&
          ToLower(c) == kRangeName[length_]) {
        ++range_letters_;
      }
      ++length_;
      if (range_letters_ == kRangeName.size() && length_ > kMaxRangeLineBytes) {
        problem_ = Problem::kMalformedRequest;
      }
    }
  }
}

void HeadWatch::EndLine() {
  ended_ = length_ == 0 && lines_ > 0;
  length_ = 0;
  range_letters_ = 0;
  if (++lines_ > kMaxHeadLines) problem_ = Problem::kHeadersTooLarge;
}

std::optional<Problem> Inspect(const RequestHead& head) {
  if (auto problem = InspectTarget(head.target)) return problem;
  if (auto problem = InspectHeaders(head.headers)) return problem;
  return InspectLength(head);
}

std::size_t AnnouncedLength(const RequestHead& head) {
  std::size_t length = 0;
  for (const char digit : FindHeader(head.headers, "Content-Length").value_or("0")) {
    length = length * 10 + static_cast<std::size_t>(digit - '0');
  }
  return length;
}

}  // namespace pomocnik::bot::http
