#include "bot/http/staff/own_page.h"

#include <string>
#include <string_view>

#include "bot/http/client_address.h"

namespace pomocnik::bot::http {
namespace {

// "localhost" of "localhost:8080", "::1" of "[::1]:8080".
std::string_view NameOf(std::string_view host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

bool IsThisMachine(std::string_view host) {
  const std::string_view name = NameOf(host);
  return name == "localhost" || IsLoopback(name);
}

bool IsOwnOrigin(std::string_view origin, std::string_view host) {
  if (origin == "https://" + std::string(host)) return true;
  return IsThisMachine(host) && origin == "http://" + std::string(host);
}

}  // namespace

Sender SenderOf(const Headers& headers) {
  const auto origin = FindHeader(headers, "Origin");
  const auto site = FindHeader(headers, "Sec-Fetch-Site");
  const auto host = FindHeader(headers, "Host");
  const bool is_told = origin || site;
  const bool is_unclear =
      CountHeaders(headers, "Origin") > 1 || CountHeaders(headers, "Sec-Fetch-Site") > 1;
  if (!is_told || is_unclear || !host || host->empty()) return Sender::kForeign;
  if (site && *site != "same-origin") return Sender::kForeign;
  if (origin && !IsOwnOrigin(*origin, *host)) return Sender::kForeign;
  return Sender::kOwnPage;
}

}  // namespace pomocnik::bot::http
