// Ids and secrets of conversations, and digests of what must not be stored in clear.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"

namespace pomocnik::bot {

// Random ids, and values derived from a key that only this server has. A conversation's secret is
// HMAC-SHA256(key, "conversation:" + id): it is checked without the store, given again when a first
// request is repeated, and written down nowhere. Whoever loses the key file ends all open
// conversations; whoever reads it can continue any of them. Thread-safe.
class IdentityKeys {
 public:
  // Reads the 32-byte key file, or makes it (mode 0600, synced) when it does not exist; of two
  // processes that make it at once both get the same key. A file of another length, or one that
  // others may read, is kInternal with a message that says what to do.
  static Result<IdentityKeys> Open(const std::string& path);

  // For backups: the key of a file as 64 lower-case hex digits. kNotFound: there is no such file.
  static Result<std::string> ReadKeyFile(const std::string& path);

  // Makes the key file from what ReadKeyFile gave; a file that holds this key already may stay. kConflict:
  // it holds another key. kInvalidArgument: `hex` is no key.
  static Status RestoreKeyFile(const std::string& path, std::string_view hex);

  // 128 random bits, base64url without padding (22 characters).
  std::string NewId() const;

  // 256 bits, base64url without padding (43 characters).
  std::string SecretFor(std::string_view conversation_id) const;

  enum class Match { kNo, kYes };
  // Takes the same time for any secret of the right length.
  Match CheckSecret(std::string_view conversation_id, std::string_view secret) const;

  // Names an episode in the text of a request: "P-" and six letters or digits that are not mistaken for
  // each other. The same for the same episode; two of a million episodes share one with a chance of about 1 in 1,000
  // each.
  std::string ReferenceFor(std::string_view conversation_id, int episode) const;

  // HMAC-SHA256 as 64 lower-case hex digits. Unlike a plain hash, it does not let a reader of the
  // database try out short texts (a tax number has eight digits).
  std::string Digest(std::string_view bytes) const;

 private:
  using Key = std::array<unsigned char, 32>;
  explicit IdentityKeys(const Key& key) : key_(key) {}

  // HMAC of `bytes` for one purpose, so that no value made for one serves another.
  Key Derive(std::string_view purpose, std::string_view bytes) const;

  Key key_;
};

}  // namespace pomocnik::bot
