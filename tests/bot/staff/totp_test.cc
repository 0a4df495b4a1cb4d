#include "bot/staff/totp.h"

#include <doctest/doctest.h>

#include <string>

namespace pomocnik::bot {
namespace {

// The secret "12345678901234567890" of RFC 6238.
constexpr std::string_view kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

Instant At(std::int64_t seconds) { return Instant(std::chrono::seconds(seconds)); }

TEST_CASE("codes are those of RFC 6238") {
  struct Row {
    std::int64_t at;
    const char* code;
  };
  const Row rows[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                      {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
  for (const Row& row : rows) {
    CAPTURE(row.at);
    CHECK(FindCodeStep(kSecret, row.code, At(row.at)) == row.at / 30);
  }
}

TEST_CASE("a code holds for its half minute and the ones beside it") {
  const std::int64_t step = 1234567890 / 30;
  const std::string code = "005924";
  for (const std::int64_t seconds : {(step - 1) * 30, step * 30, (step + 2) * 30 - 1}) {
    CHECK(FindCodeStep(kSecret, code, At(seconds)) == step);
  }
  for (const std::int64_t seconds : {(step - 1) * 30 - 1, (step + 2) * 30}) {
    CHECK_FALSE(FindCodeStep(kSecret, code, At(seconds)));
  }
}

TEST_CASE("what is no code is wrong") {
  for (const std::string code : {"", "5924", "0059240", "00592a", " 05924", "005925"}) {
    CAPTURE(code);
    CHECK_FALSE(FindCodeStep(kSecret, code, At(1234567890)));
  }
  CHECK_FALSE(FindCodeStep("not base32!", "005924", At(1234567890)));
}

TEST_CASE("a secret is 160 random bits, in an address that apps read") {
  const std::string secret = NewCodeSecret();
  CHECK(secret.size() == 32);
  CHECK(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string::npos);
  CHECK(NewCodeSecret() != secret);
  CHECK(CodeUri("ana@example.si", "GEZDGNBV") ==
        "otpauth://totp/Pomo%C4%8Dnik:ana%40example.si?secret=GEZDGNBV&issuer=Pomo%C4%8Dnik"
        "&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
}  // namespace pomocnik::bot
