#include "base/base64.h"

#include <doctest/doctest.h>

namespace pomocnik {
namespace {

TEST_CASE("bytes are written as RFC 4648 says") {
  CHECK(Base64("").empty());
  CHECK(Base64("f") == "Zg==");
  CHECK(Base64("fo") == "Zm8=");
  CHECK(Base64("foo") == "Zm9v");
  CHECK(Base64("foobar") == "Zm9vYmFy");
  CHECK(Base64(std::string_view("\xFB\xFF\0", 3)) == "+/8A");
}

}  // namespace
}  // namespace pomocnik
