// A password hash that takes no time to check, for tests that sign in often.
#pragma once

#include <sodium.h>

#include <array>
#include <cassert>
#include <string>
#include <string_view>

namespace pomocnik::testing {

inline std::string CheapHash(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  [[maybe_unused]] const int result = crypto_pwhash_argon2id_str(
      hash.data(), password.data(), password.size(), crypto_pwhash_argon2id_OPSLIMIT_MIN,
      crypto_pwhash_argon2id_MEMLIMIT_MIN);
  assert(result == 0);
  return hash.data();
}

}  // namespace pomocnik::testing
