#include "bot/staff/password_rules.h"

#include <zxcvbn.h>

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace pomocnik::bot {
namespace {

// 10^10 guesses: what zxcvbn calls very unguessable.
constexpr double kMinBits = 33.2;

// The estimate takes quadratic time; what is longer is judged by its beginning.
constexpr std::size_t kJudgedBytes = 100;

// "ana" and "novak" of "ana.novak".
std::vector<std::string> PartsOf(std::string_view name) {
  std::vector<std::string> parts;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("._-@"), name.size());
    if (end > 0) parts.emplace_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return parts;
}

double BitsOf(std::string_view password, std::string_view name) {
  std::vector<std::string> known = PartsOf(name);
  known.insert(known.end(), {std::string(name), "pomocnik", "pomočnik"});
  std::vector<const char*> words;
  words.reserve(known.size() + 1);
  for (const std::string& word : known) words.push_back(word.c_str());
  words.push_back(nullptr);
  const std::string judged(password.substr(0, kJudgedBytes));
  return ZxcvbnMatch(judged.c_str(), words.data(), nullptr);
}

}  // namespace

std::optional<PasswordFault> JudgePassword(std::string_view password, std::string_view name) {
  if (!IsValidUtf8(password) || std::any_of(password.begin(), password.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
      })) {
    return PasswordFault::kNoText;
  }
  if (CountCodePoints(password) < kMinPasswordCodePoints) return PasswordFault::kTooShort;
  if (password.size() > kMaxPasswordBytes) return PasswordFault::kTooLong;
  if (LowerCase(password).find(name) != std::string::npos) return PasswordFault::kHoldsName;
  if (BitsOf(password, name) < kMinBits) return PasswordFault::kGuessable;
  return std::nullopt;
}

std::string_view FaultText(PasswordFault fault) {
  switch (fault) {
    case PasswordFault::kTooShort:
      return "the password is too short: at least 12 characters";
    case PasswordFault::kTooLong:
      return "the password is too long: at most 256 bytes";
    case PasswordFault::kNoText:
      return "the password must be UTF-8 text on one line, without control characters";
    case PasswordFault::kHoldsName:
      return "the password must not hold the account's name";
    case PasswordFault::kGuessable:
      return "the password is too easy to guess; four or more random words do well";
  }
  return "";
}

}  // namespace pomocnik::bot
