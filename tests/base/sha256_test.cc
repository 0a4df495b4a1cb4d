#include "base/sha256.h"

#include <doctest/doctest.h>

namespace pomocnik {
namespace {

std::string DigestOf(std::string_view text, std::size_t piece) {
  Sha256 sha256;
  for (std::size_t at = 0; at < text.size(); at += piece) sha256.Add(text.substr(at, piece));
  return sha256.FinishHex();
}

constexpr const char* kOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST_CASE("the digest is that of the standard, whatever the pieces") {
  // FIPS 180-2, appendix B.1 and B.2; the empty text as `sha256sum` tells it.
  CHECK(DigestOf("", 1) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(DigestOf("abc", 3) == kOfAbc);
  const std::string_view two_blocks = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  for (const std::size_t piece : {1, 7, 64}) {
    CHECK(DigestOf(two_blocks, piece) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  }
}

TEST_CASE("bytes that are all there are digested at once") {
  CHECK(Sha256Hex("abc") == kOfAbc);
  CHECK(Sha256Hex(std::string("abc\0", 4)) != kOfAbc);
}

TEST_CASE("the digest is 32 bytes, of which the digits are another writing") {
  Sha256 sha256;
  sha256.Add("abc");
  const std::string bytes = sha256.Finish();
  CHECK(bytes.size() == 32);
  CHECK(bytes.substr(0, 4) == "\xBA\x78\x16\xBF");
}

}  // namespace
}  // namespace pomocnik
