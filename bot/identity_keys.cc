#include "bot/identity_keys.h"

#include <sodium.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "base/new_file.h"
#include "base/private_file.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kMaxBytes = 4096;

static_assert(crypto_auth_hmacsha256_KEYBYTES == 32 && crypto_auth_hmacsha256_BYTES == 32);

template <std::size_t size>
std::string Base64Url(const std::array<unsigned char, size>& bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(size, kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), size, kVariant);
  text.pop_back();  // sodium counts and writes the final zero
  return text;
}

// The bytes of the key file; absent when there is none.
template <typename Key>
Result<std::optional<Key>> ReadKey(const std::string& path) {
  Key key;
  ASSIGN_OR_RETURN(const auto bytes, ReadPrivateFile(path, "key file " + path, kMaxBytes));
  if (!bytes) return std::optional<Key>();
  if (bytes->size() != key.size()) {
    return Error::Internal(
        "cannot read key file " + path + ": it has " + std::to_string(bytes->size()) +
        " bytes instead of 32; restore it from a backup, or remove it, which ends "
        "all open conversations");
  }
  std::copy(bytes->begin(), bytes->end(), key.begin());
  return std::optional<Key>(key);
}

template <typename Key>
std::string_view BytesOf(const Key& key) {
  return {reinterpret_cast<const char*>(key.data()), key.size()};
}

// Puts a complete key file at `path` in one step. kConflict: there is one already.
template <typename Key>
Status PublishKey(const std::string& path, const Key& key) {
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
  RETURN_IF_ERROR(file.Write(BytesOf(key)));
  return file.Publish();
}

template <std::size_t size>
std::string Hex(const std::array<unsigned char, size>& bytes) {
  std::string hex(2 * size + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), size);
  hex.pop_back();  // sodium writes a final zero
  return hex;
}

}  // namespace

Result<IdentityKeys> IdentityKeys::Open(const std::string& path) {
  if (sodium_init() < 0) return Error::Internal("libsodium cannot start: no source of randomness");
  ASSIGN_OR_RETURN(std::optional<Key> key, ReadKey<Key>(path));
  if (key) return IdentityKeys(*key);

  Key made;
  randombytes_buf(made.data(), made.size());
  const Status published = PublishKey(path, made);
  // Another process may have been faster; then its key is the key.
  if (!published && published.error().code != ErrorCode::kConflict) return published.error();
  ASSIGN_OR_RETURN(key, ReadKey<Key>(path));
  if (!key) return Error::Internal("key file " + path + " vanished while it was made");
  return IdentityKeys(*key);
}

Result<std::string> IdentityKeys::ReadKeyFile(const std::string& path) {
  ASSIGN_OR_RETURN(const std::optional<Key> key, ReadKey<Key>(path));
  if (!key) return Error::NotFound("cannot read key file " + path + ": there is none");
  return Hex(*key);
}

Status IdentityKeys::RestoreKeyFile(const std::string& path, std::string_view hex) {
  Key key;
  std::size_t length = 0;
  if (sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &length, nullptr) !=
          0 ||
      length != key.size()) {
    return Error::InvalidArgument("cannot restore key file " + path + ": what is given is no key");
  }
  Status published = PublishKey(path, key);
  if (published || published.error().code != ErrorCode::kConflict) return published;
  ASSIGN_OR_RETURN(const std::optional<Key> present, ReadKey<Key>(path));
  if (present == key) return {};
  return published;
}

std::string IdentityKeys::NewId() const {
  std::array<unsigned char, 16> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return Base64Url(bytes);
}

IdentityKeys::Key IdentityKeys::Derive(std::string_view purpose, std::string_view bytes) const {
  const std::string message = std::string(purpose) + ":" + std::string(bytes);
  Key derived;
  crypto_auth_hmacsha256(derived.data(), reinterpret_cast<const unsigned char*>(message.data()),
                         message.size(), key_.data());
  return derived;
}

std::string IdentityKeys::SecretFor(std::string_view conversation_id) const {
  return Base64Url(Derive("conversation", conversation_id));
}

IdentityKeys::Match IdentityKeys::CheckSecret(std::string_view conversation_id,
                                              std::string_view secret) const {
  const std::string expected = SecretFor(conversation_id);
  if (secret.size() != expected.size()) return Match::kNo;
  return sodium_memcmp(secret.data(), expected.data(), expected.size()) == 0 ? Match::kYes
                                                                             : Match::kNo;
}

std::string IdentityKeys::ReferenceFor(std::string_view conversation_id, int episode) const {
  constexpr std::string_view kLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford's base 32
  const Key key = Derive("reference", std::string(conversation_id) + "/" + std::to_string(episode));
  std::string reference = "P-";
  for (std::size_t i = 0; i < 6; ++i) reference += kLetters[key[i] % kLetters.size()];
  return reference;
}

std::string IdentityKeys::Digest(std::string_view bytes) const {
  return Hex(Derive("digest", bytes));
}

}  // namespace pomocnik::bot
