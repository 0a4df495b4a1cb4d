// One-time codes from a phone (RFC 6238: SHA-1, six digits, 30 seconds), by liboath.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace pomocnik::bot {

// 160 random bits, base32.
std::string NewCodeSecret();

// What an authenticator app reads, as a QR code or typed: "otpauth://totp/…".
std::string CodeUri(std::string_view name, std::string_view secret);

// The time step that the code belongs to: the present one, the one before or the one after. Absent: it is none of
// theirs. A step may be used once; who calls has to see to that.
std::optional<std::int64_t> FindCodeStep(std::string_view secret, const std::string& code,
                                         Instant now);

}  // namespace pomocnik::bot
