#include "bot/staff/password_hash.h"

#include <sodium.h>

#include <array>

namespace pomocnik::bot {

Result<std::string> HashPassword(std::string_view password) {
  if (sodium_init() < 0) return Error::Internal("libsodium cannot start: no source of randomness");
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_argon2id_str(hash.data(), password.data(), password.size(), kHashPasses,
                                 kHashMemoryBytes) != 0) {
    return Error::Unavailable("hash a password: not enough memory");
  }
  return std::string(hash.data());
}

PasswordMatch CheckPassword(const std::string& hash, std::string_view password) {
  const int result =
      crypto_pwhash_argon2id_str_verify(hash.c_str(), password.data(), password.size());
  return result == 0 ? PasswordMatch::kYes : PasswordMatch::kNo;
}

const std::string& DummyHash() {
  // Salt and digest are zeros.
  static const std::string kHash = "$argon2id$v=19$m=" + std::to_string(kHashMemoryBytes / 1024) +
                                   ",t=" + std::to_string(kHashPasses) + ",p=1$" +
                                   std::string(22, 'A') + "$" + std::string(43, 'A');
  return kHash;
}

}  // namespace pomocnik::bot
