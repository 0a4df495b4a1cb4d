#include "bot/http/staff/session_cookie.h"

#include <algorithm>
#include <vector>

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kName = "__Host-staff";
constexpr std::string_view kAttributes = "; Path=/; Secure; HttpOnly; SameSite=Strict";
constexpr std::size_t kIdLength = 43;

std::string_view Trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

bool IsIdCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

bool IsId(std::string_view text) {
  return text.size() == kIdLength && std::all_of(text.begin(), text.end(), IsIdCharacter);
}

// The values of our cookie in one Cookie header.
void CollectValues(std::string_view cookies, std::vector<std::string_view>& values) {
  while (!cookies.empty()) {
    const std::size_t end = std::min(cookies.find(';'), cookies.size());
    const std::string_view cookie = Trim(cookies.substr(0, end));
    if (cookie.starts_with(kName) && cookie.substr(kName.size()).starts_with('=')) {
      values.push_back(cookie.substr(kName.size() + 1));
    }
    cookies.remove_prefix(std::min(end + 1, cookies.size()));
  }
}

}  // namespace

std::string FindSessionId(const Headers& headers) {
  if (CountHeaders(headers, "Cookie") != 1) return "";
  std::vector<std::string_view> values;
  CollectValues(*FindHeader(headers, "Cookie"), values);
  return values.size() == 1 && IsId(values[0]) ? std::string(values[0]) : "";
}

Header GiveSession(std::string_view id) {
  return {"Set-Cookie", std::string(kName) + "=" + std::string(id) + std::string(kAttributes)};
}

Header TakeSession() {
  return {"Set-Cookie", std::string(kName) + "=; Max-Age=0" + std::string(kAttributes)};
}

}  // namespace pomocnik::bot::http
