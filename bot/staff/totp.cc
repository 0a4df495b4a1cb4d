#include "bot/staff/totp.h"

#include <liboath/oath.h>
#include <sodium.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace pomocnik::bot {
namespace {

constexpr unsigned kStepSeconds = 30;
constexpr std::size_t kWindow = 1;  // steps to either side
constexpr std::size_t kDigits = 6;

struct Free {
  void operator()(char* bytes) const { std::free(bytes); }
};
using OathBytes = std::unique_ptr<char, Free>;

}  // namespace

std::string NewCodeSecret() {
  std::array<char, 20> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  char* encoded = nullptr;
  std::size_t length = 0;
  if (oath_base32_encode(bytes.data(), bytes.size(), &encoded, &length) != OATH_OK) return "";
  const OathBytes owner(encoded);
  return std::string(encoded, length);
}

std::string CodeUri(std::string_view name, std::string_view secret) {
  std::string label;
  for (const char c : name) label += c == '@' ? std::string("%40") : std::string(1, c);
  std::string uri = "otpauth://totp/Pomo%C4%8Dnik:";
  uri += label;
  uri += "?secret=";
  uri += secret;
  uri += "&issuer=Pomo%C4%8Dnik&algorithm=SHA1&digits=6&period=30";
  return uri;
}

std::optional<std::int64_t> FindCodeStep(std::string_view secret, const std::string& code,
                                         Instant now) {
  if (code.size() != kDigits || code.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  char* decoded = nullptr;
  std::size_t length = 0;
  if (oath_base32_decode(secret.data(), secret.size(), &decoded, &length) != OATH_OK) {
    return std::nullopt;
  }
  const OathBytes owner(decoded);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
  std::uint64_t step = 0;
  const int result = oath_totp_validate3(decoded, length, static_cast<std::time_t>(seconds),
                                         kStepSeconds, 0, kWindow, nullptr, &step, code.c_str());
  if (result < 0) return std::nullopt;
  return static_cast<std::int64_t>(step);
}

}  // namespace pomocnik::bot
