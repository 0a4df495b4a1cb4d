// SHA-256, by OpenSSL, which uses the processor's instructions for it: an index file is read whole each time it is checked.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace pomocnik {

// A digest of bytes that come piece by piece. Not thread-safe.
class Sha256 {
 public:
  Sha256();

  void Add(std::string_view bytes);
  // The 32 bytes. Ends it: nothing may be added or asked for after that.
  std::string Finish();
  // The same as 64 lower-case hexadecimal digits.
  std::string FinishHex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

// The digest of bytes that are all there, as 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace pomocnik
