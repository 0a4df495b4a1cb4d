// Passwords as they are kept: Argon2id by libsodium, 32 MiB and two passes (about 50 ms on a server's core).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik::bot {

inline constexpr std::size_t kHashMemoryBytes = std::size_t{32} << 20;
inline constexpr unsigned long long kHashPasses = 2;

// With a new salt. kUnavailable: there is not enough memory now.
Result<std::string> HashPassword(std::string_view password);

enum class PasswordMatch { kNo, kYes };

// kNo also when the hash is none, or there is not enough memory. Takes as long for a wrong password as for the
// right one.
PasswordMatch CheckPassword(const std::string& hash, std::string_view password);

// A hash that no password fits, to be checked in place of that of an unknown name: it takes as long.
const std::string& DummyHash();

}  // namespace pomocnik::bot
