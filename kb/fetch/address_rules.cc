#include "kb/fetch/address_rules.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include "base/ascii.h"

namespace pomocnik::kb::fetch {
namespace {

constexpr std::string_view kScheme = "https://";
constexpr int kHttpsPort = 443;
constexpr std::size_t kMaxHostBytes = 253;
constexpr std::size_t kMaxLabelBytes = 63;

bool IsHexDigit(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// Programs disagree about what these mean in an address.
bool HasTreacherousByte(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7f' || c == '\\';
  });
}

bool IsLabel(std::string_view label) {
  return !label.empty() && label.size() <= kMaxLabelBytes && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
           return IsLetter(c) || IsDigit(c) || c == '-';
         });
}

// A number as the last label makes the whole a number of IPv4 in one of its notations: 127.1, 0x7f.0.0.1, 2130706433.
bool LooksLikeNumber(std::string_view label) {
  if (label.size() > 2 && label[0] == '0' && ToLower(label[1]) == 'x') label.remove_prefix(2);
  return std::all_of(label.begin(), label.end(), IsHexDigit) &&
         std::any_of(label.begin(), label.end(), IsDigit);
}

// The reason why this is no name of a host; absent when it is one.
std::optional<std::string> WhatIsWrongWithHost(std::string_view host) {
  if (host.empty()) return "it names no host";
  if (host.front() == '[') return "the host is a number, not a name";
  if (host.size() > kMaxHostBytes) return "the name of the host is too long";
  std::size_t labels = 0;
  for (std::string_view rest = host;; ++labels) {
    const std::size_t dot = rest.find('.');
    const std::string_view label = rest.substr(0, dot);
    if (!IsLabel(label)) return "the host is not a name of letters, digits, hyphens and dots";
    if (dot == std::string_view::npos) {
      if (LooksLikeNumber(label)) return "the host is a number, not a name";
      break;
    }
    rest.remove_prefix(dot + 1);
  }
  if (labels == 0) return "the name of the host has no domain";
  return std::nullopt;
}

std::optional<int> ParsePort(std::string_view text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (port < 1 || port > 65535 || text[0] == '0') return std::nullopt;
  return port;
}

bool IsAllowed(const std::string& authority, const std::vector<std::string>& allow_hosts) {
  return std::any_of(allow_hosts.begin(), allow_hosts.end(),
                     [&](const std::string& host) { return LowerCase(host) == authority; });
}

// RFC 3986, 5.2.4. The path begins with '/'.
std::string WithoutDots(std::string_view path) {
  std::vector<std::string_view> kept;
  kept.reserve(static_cast<std::size_t>(std::count(path.begin(), path.end(), '/')));
  bool folder = false;  // whether the result ends in '/'
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    folder = part == "." || part == "..";
    if (part == ".." && !kept.empty()) kept.pop_back();
    if (!folder) kept.push_back(part);
  }
  std::string out;
  for (std::string_view part : kept) out.append("/").append(part);
  if (folder || out.empty()) out += '/';
  return out;
}

std::string NormalTarget(std::string_view target) {
  const std::size_t question = target.find('?');
  const std::string_view path = target.substr(0, question);
  std::string whole = WithoutDots(path.empty() ? "/" : path);
  if (question != std::string_view::npos) whole += target.substr(question);
  return EncodeTarget(whole);
}

Error Refused(std::string_view address, std::string_view reason) {
  constexpr std::size_t kShown = 200;
  return Error::InvalidArgument("the address '" + std::string(address.substr(0, kShown)) +
                                "' is refused: " + std::string(reason));
}

}  // namespace

std::string FetchAddress::Authority() const {
  return port == kHttpsPort ? host : host + ":" + std::to_string(port);
}

std::string_view AuthorityOf(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address.remove_prefix(scheme + 3);
  return address.substr(0, address.find_first_of("/?#"));
}

std::string EncodeTarget(std::string_view target) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  constexpr std::string_view kUnsafe = "\"<>^`{|}";
  std::string out;
  out.reserve(target.size());
  for (std::size_t i = 0; i < target.size(); ++i) {
    const auto byte = static_cast<unsigned char>(target[i]);
    const bool stray_percent =
        target[i] == '%' &&
        (i + 2 >= target.size() || !IsHexDigit(target[i + 1]) || !IsHexDigit(target[i + 2]));
    if (byte > ' ' && byte < 0x7f && !stray_percent &&
        kUnsafe.find(target[i]) == std::string_view::npos) {
      out += target[i];
      continue;
    }
    out.append("%").append(1, kHex[byte >> 4]).append(1, kHex[byte & 15]);
  }
  return out;
}

Result<FetchAddress> CheckFetchAddress(std::string_view address,
                                       const std::vector<std::string>& allow_hosts) {
  if (address.size() > kMaxAddressBytes) return Refused(address, "it is too long");
  if (HasTreacherousByte(address)) {
    return Refused(address, "it has white space, a control character or a backslash");
  }
  if (LowerCase(address.substr(0, kScheme.size())) != kScheme) {
    return Refused(address, "it does not begin with https://");
  }
  std::string_view rest = address.substr(kScheme.size());
  rest = rest.substr(0, rest.find('#'));
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
  rest.remove_prefix(authority.size());
  if (authority.find('@') != std::string_view::npos) {
    return Refused(address, "it has a user name in it");
  }
  const std::size_t colon = authority.find(':', authority.starts_with('[') ? authority.size() : 0);
  FetchAddress checked;
  checked.host = LowerCase(authority.substr(0, colon));
  if (const auto reason = WhatIsWrongWithHost(checked.host)) return Refused(address, *reason);
  if (colon != std::string_view::npos) {
    const auto port = ParsePort(authority.substr(colon + 1));
    if (!port) return Refused(address, "its port is not a number from 1 to 65535");
    checked.port = *port;
  }
  if (!IsAllowed(checked.Authority(), allow_hosts)) {
    return Refused(address, "'allow_hosts' does not name " + checked.Authority());
  }
  checked.target = NormalTarget(rest);
  checked.text = std::string(kScheme) + checked.Authority() + checked.target;
  return checked;
}

}  // namespace pomocnik::kb::fetch
