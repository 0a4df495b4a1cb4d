#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "bot/staff/hash_threads.h"
#include "bot/staff/password_hash.h"
#include "bot/staff/password_rules.h"

namespace pomocnik::bot {
namespace {

TEST_CASE("a password is refused when it is short, or easy to guess, or holds the name") {
  using enum PasswordFault;
  struct Row {
    std::string password;
    std::optional<PasswordFault> fault;
  };
  const Row rows[] = {
      {"kratko", kTooShort},
      {"Xq7#vTzp2Lm", kTooShort},  // eleven
      {"čšžčšžčšžčš", kTooShort},  // eleven, in more bytes
      {std::string(257, 'q'), kTooLong},
      {"Xq7#vTzp2L\nmR", kNoText},
      {std::string("Xq7#vTzp2L\0mR", 13), kNoText},
      {"Xq7#vTzp2L\xffmR", kNoText},
      {"xqANA.NOVAKvz7#p", kHoldsName},
      {"password1234", kGuessable},
      {"qwertyuiop123", kGuessable},
      {"aaaaaaaaaaaaaaaa", kGuessable},
      {"123456789012345", kGuessable},
      {"novak-novak-ana", kGuessable},
      {"Pomocnik2026!", kGuessable},
      {"abcabcabcabcabc", kGuessable},
      {"19841984198419", kGuessable},
      {"Xq7#vTzp2LmR", std::nullopt},
      {"čebela kolo tunel marmor", std::nullopt},
      {"correct horse battery staple", std::nullopt},
      {std::string(20, 'a') + "Xq7#vTzp2LmR" + std::string(80, ' '), std::nullopt},
  };
  for (const Row& row : rows) {
    CAPTURE(row.password);
    CHECK(JudgePassword(row.password, "ana.novak") == row.fault);
  }
  for (const PasswordFault fault : {kTooShort, kTooLong, kNoText, kHoldsName, kGuessable}) {
    CHECK_FALSE(FaultText(fault).empty());
  }
}

TEST_CASE("a password fits its own hash and no other") {
  const std::string hash = *HashPassword("Xq7#vTzp2LmR");
  CHECK(CheckPassword(hash, "Xq7#vTzp2LmR") == PasswordMatch::kYes);
  CHECK(CheckPassword(hash, "Xq7#vTzp2LmS") == PasswordMatch::kNo);
  CHECK(CheckPassword("", "Xq7#vTzp2LmR") == PasswordMatch::kNo);
  CHECK(CheckPassword("$argon2id$", "Xq7#vTzp2LmR") == PasswordMatch::kNo);

  SUBCASE("and the hash for unknown names has its parameters, so that it takes as long") {
    const auto parameters = [](const std::string& text) {
      return text.substr(0, text.find("p=1$"));
    };
    CHECK(parameters(DummyHash()) == "$argon2id$v=19$m=32768,t=2,");
    CHECK(parameters(hash) == parameters(DummyHash()));
    CHECK(DummyHash().size() == hash.size());
    CHECK(CheckPassword(DummyHash(), "") == PasswordMatch::kNo);
  }
}

TEST_CASE("passwords are checked on threads of their own, and one too many is refused at once") {
  const std::string hash = *HashPassword("Xq7#vTzp2LmR");
  HashThreads threads({.threads = 2, .queue_limit = 2});
  std::vector<std::thread> callers;
  std::vector<Result<PasswordMatch>> outcomes(4, PasswordMatch::kNo);
  for (auto& outcome : outcomes) {
    callers.emplace_back([&] { outcome = threads.Check(hash, "Xq7#vTzp2LmR"); });
  }
  for (auto& caller : callers) caller.join();
  for (const auto& outcome : outcomes) {
    REQUIRE(outcome);
    CHECK(*outcome == PasswordMatch::kYes);
  }
  HashThreads none({.threads = 0, .queue_limit = 0});
  const auto refused = none.Check(hash, "Xq7#vTzp2LmR");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace pomocnik::bot
