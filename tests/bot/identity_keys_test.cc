#include "bot/identity_keys.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::TempFolder;
using Match = IdentityKeys::Match;

IdentityKeys OpenKeys(const std::string& path) {
  auto keys = IdentityKeys::Open(path);
  REQUIRE_MESSAGE(keys, keys.error().message);
  return std::move(*keys);
}

void WriteFile(const std::string& path, const std::string& bytes, std::filesystem::perms mode) {
  std::ofstream(path, std::ios::binary) << bytes;
  std::filesystem::permissions(path, mode);
}

constexpr auto kPrivate = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

TEST_CASE("the key file is made once, private, and read again") {
  const TempFolder folder;
  const std::string path = folder.File("identity.key");
  const std::string secret = OpenKeys(path).SecretFor("c1");
  CHECK(OpenKeys(path).SecretFor("c1") == secret);
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);
  CHECK(info.st_size == 32);
  // Nothing is left of the making.
  const auto begin = std::filesystem::directory_iterator(folder.path());
  CHECK(std::distance(begin, std::filesystem::directory_iterator()) == 1);
}

TEST_CASE("servers with different key files have different secrets") {
  const TempFolder folder;
  CHECK(OpenKeys(folder.File("a.key")).SecretFor("c1") !=
        OpenKeys(folder.File("b.key")).SecretFor("c1"));
}

TEST_CASE("those who make the key file at once get the same key") {
  const TempFolder folder;
  std::array<std::string, 8> secrets;
  std::vector<std::thread> threads;
  for (std::string& secret : secrets) {
    threads.emplace_back([&] {
      if (const auto keys = IdentityKeys::Open(folder.File("a.key")))
        secret = keys->SecretFor("c1");
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK_FALSE(secrets[0].empty());
  for (const std::string& secret : secrets) CHECK(secret == secrets[0]);
}

TEST_CASE("a key file that cannot be trusted is refused, and the message says what to do") {
  const TempFolder folder;
  const std::string path = folder.File("a.key");
  std::string hint;
  SUBCASE("cut short") {
    WriteFile(path, std::string(31, 'k'), kPrivate);
    hint = "it has 31 bytes instead of 32";
  }
  SUBCASE("empty") {
    WriteFile(path, "", kPrivate);
    hint = "it has 0 bytes instead of 32";
  }
  SUBCASE("readable by others") {
    WriteFile(path, std::string(32, 'k'), kPrivate | std::filesystem::perms::group_read);
    hint = "chmod 600";
  }
  const auto keys = IdentityKeys::Open(path);
  REQUIRE_FALSE(keys);
  CHECK(keys.error().code == ErrorCode::kInternal);
  CHECK(keys.error().message.find(hint) != std::string::npos);
}

TEST_CASE("a key file needs a folder") {
  const TempFolder folder;
  const std::string path = folder.File("missing/a.key");
  const auto keys = IdentityKeys::Open(path);
  REQUIRE_FALSE(keys);
  CHECK(keys.error().code == ErrorCode::kNotFound);
  CHECK(keys.error().message.find("cannot create " + path) == 0);
}

TEST_CASE("a key goes into a backup and back") {
  const TempFolder folder;
  const std::string path = folder.File("identity.key");
  CHECK(IdentityKeys::ReadKeyFile(path).error().code == ErrorCode::kNotFound);
  const std::string secret = OpenKeys(path).SecretFor("c1");
  const auto hex = IdentityKeys::ReadKeyFile(path);
  REQUIRE(hex);
  CHECK(hex->size() == 64);

  const std::string restored = folder.File("restored.key");
  REQUIRE(IdentityKeys::RestoreKeyFile(restored, *hex));
  CHECK(OpenKeys(restored).SecretFor("c1") == secret);
  CHECK(IdentityKeys::RestoreKeyFile(restored, *hex));
  CHECK(IdentityKeys::RestoreKeyFile(restored, std::string(64, '0')).error().code ==
        ErrorCode::kConflict);
  CHECK(OpenKeys(restored).SecretFor("c1") == secret);
  for (const char* wrong : {"", "00", "no key", "0x"}) {
    CAPTURE(wrong);
    CHECK(IdentityKeys::RestoreKeyFile(folder.File("wrong.key"), wrong).error().code ==
          ErrorCode::kInvalidArgument);
  }
  CHECK_FALSE(std::filesystem::exists(folder.File("wrong.key")));
}

TEST_CASE("ids are 128 random bits in base64url") {
  const TempFolder folder;
  const IdentityKeys keys = OpenKeys(folder.File("a.key"));
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = keys.NewId();
    CHECK(id.size() == 22);
    CHECK(
        id.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
        std::string::npos);
    seen.insert(id);
  }
  CHECK(seen.size() == 1000);
}

TEST_CASE("a secret opens its own conversation only") {
  const TempFolder folder;
  const IdentityKeys keys = OpenKeys(folder.File("a.key"));
  const std::string secret = keys.SecretFor("c1");
  CHECK(secret.size() == 43);
  std::string altered = secret;
  altered[20] = altered[20] == 'A' ? 'B' : 'A';
  struct Row {
    const char* conversation;
    std::string secret;
    Match match;
  };
  const std::vector<Row> rows = {
      {"c1", secret, Match::kYes},
      {"c2", secret, Match::kNo},
      {"", secret, Match::kNo},
      {"c1", altered, Match::kNo},
      {"c1", secret.substr(0, 42), Match::kNo},
      {"c1", secret + "A", Match::kNo},
      {"c1", secret + std::string(1, '\0'), Match::kNo},
      {"c1", "", Match::kNo},
  };
  for (const Row& row : rows) {
    CAPTURE(row.conversation);
    CAPTURE(row.secret);
    CHECK((keys.CheckSecret(row.conversation, row.secret) == row.match));
  }
}

TEST_CASE("keys and digests are those that anyone else would compute from the key file") {
  const TempFolder folder;
  const std::string path = folder.File("a.key");
  WriteFile(path, std::string(32, 'k'), kPrivate);
  const IdentityKeys keys = OpenKeys(path);
  // printf 'conversation:c1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:6b…6b -binary | basenc --base64url
  CHECK(keys.SecretFor("c1") == "M865N6CLghjW822JB41P_ycLcXcMjLfU1HJlv4H9nT4");
  // printf 'digest:c1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:6b…6b
  CHECK(keys.Digest("c1") == "0c3172e704056ae7c5481418ba18a1a40d5e82e87fcecfc0acfb6d1b344dc998");
}

}  // namespace
}  // namespace pomocnik::bot
