#include "bot/source_names.h"

#include <sodium.h>

#include "index/text/local_day.h"

namespace pomocnik::bot {
namespace {

using Code = std::array<unsigned char, crypto_auth_hmacsha256_BYTES>;
static_assert(crypto_auth_hmacsha256_KEYBYTES == 32);

constexpr std::size_t kNameBytes =
    12;  // two of a million sources share a name with a chance of 1 in 10^17
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

std::string SourceNames::NameOf(std::string_view prefix, Instant now) {
  if (prefix.empty()) return "";
  const Date day = index::LocalDay(now);
  Code code;
  {
    std::lock_guard lock(mutex_);
    if (day != day_) {
      randombytes_buf(salt_.data(), salt_.size());
      day_ = day;
    }
    crypto_auth_hmacsha256(code.data(), reinterpret_cast<const unsigned char*>(prefix.data()),
                           prefix.size(), salt_.data());
  }
  std::string name(sodium_base64_ENCODED_LEN(kNameBytes, kVariant), '\0');
  sodium_bin2base64(name.data(), name.size(), code.data(), kNameBytes, kVariant);
  name.pop_back();  // sodium counts and writes the final zero
  return name;
}

}  // namespace pomocnik::bot
