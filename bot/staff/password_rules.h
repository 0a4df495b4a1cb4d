// Which passwords are refused, by libzxcvbn's estimate of how soon they would be guessed. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pomocnik::bot {

inline constexpr std::size_t kMinPasswordCodePoints = 12;
inline constexpr std::size_t kMaxPasswordBytes = 256;

enum class PasswordFault { kTooShort, kTooLong, kNoText, kHoldsName, kGuessable };

// Absent: it may be used for an account of that name. The name, and what the product is called, count as words that
// everybody guesses.
std::optional<PasswordFault> JudgePassword(std::string_view password, std::string_view name);

// What to tell an operator.
std::string_view FaultText(PasswordFault fault);

}  // namespace pomocnik::bot
