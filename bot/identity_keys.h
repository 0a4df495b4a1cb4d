// Ids and secrets of conversations.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik::bot {

// Random ids, and secrets derived from a key that only this server has: a conversation's secret is
// HMAC-SHA256(key, conversation id), so that a repeated first request can be answered with the same secret
// although only its SHA-256 is stored. Thread-safe.
class IdentityKeys {
 public:
  // Reads the 32-byte key file, or makes it (mode 0600) when it does not exist.
  static Result<IdentityKeys> Open(const std::string& path);

  // 128 random bits, base64url without padding (22 characters).
  std::string NewId() const;

  // 256 bits, base64url without padding (43 characters).
  std::string SecretFor(std::string_view conversation_id) const;

  enum class Match { kNo, kYes };
  // Compares in constant time.
  Match CheckSecret(std::string_view conversation_id, std::string_view secret) const;

 private:
  explicit IdentityKeys(const std::array<unsigned char, 32>& key) : key_(key) {}
  std::array<unsigned char, 32> key_;
};

// SHA-256 as 64 lower-case hex digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace pomocnik::bot
