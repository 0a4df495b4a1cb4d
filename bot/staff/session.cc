#include "bot/staff/session.h"

#include <sodium.h>

#include <array>

namespace pomocnik::bot {
namespace {

using Bytes = std::array<unsigned char, 32>;
static_assert(crypto_hash_sha256_BYTES == 32 && crypto_auth_hmacsha256_BYTES == 32);

// How far the clock may be set back under an open session.
constexpr std::chrono::minutes kClockSlack{5};

const unsigned char* Data(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string Base64Url(const Bytes& bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(sizeof(Bytes), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  text.pop_back();  // sodium counts and writes the final zero
  return text;
}

}  // namespace

SessionState StateOf(const SessionRecord& session, Instant now) {
  const bool from_later =
      session.created_at > now + kClockSlack || session.seen_at > now + kClockSlack;
  const bool is_over =
      now - session.created_at >= kSessionLife || now - session.seen_at >= kSessionIdle;
  return from_later || is_over ? SessionState::kEnded : SessionState::kOpen;
}

std::string NewSessionId() {
  Bytes bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return Base64Url(bytes);
}

std::string SessionDigest(std::string_view id) {
  Bytes digest;
  crypto_hash_sha256(digest.data(), Data(id), id.size());
  std::string hex(2 * digest.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.pop_back();  // sodium writes a final zero
  return hex;
}

std::string SessionToken(std::string_view id) {
  constexpr std::string_view kPurpose = "pomocnik staff token";
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, Data(id), id.size());
  crypto_auth_hmacsha256_update(&state, Data(kPurpose), kPurpose.size());
  Bytes token;
  crypto_auth_hmacsha256_final(&state, token.data());
  return Base64Url(token);
}

TokenMatch CheckToken(std::string_view id, std::string_view token) {
  const std::string right = SessionToken(id);
  const bool is_same =
      token.size() == right.size() && sodium_memcmp(token.data(), right.data(), right.size()) == 0;
  return is_same ? TokenMatch::kYes : TokenMatch::kNo;
}

}  // namespace pomocnik::bot
