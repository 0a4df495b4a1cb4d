#include "bot/staff/account_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_folder.h"

namespace pomocnik::bot {
namespace {

using testing::TempFolder;

Account AccountOf(std::string name, Role role) {
  return {.name = std::move(name),
          .role = role,
          .password_hash = "$argon2id$x",
          .code_secret = role == Role::kAdmin ? "GEZDGNBVGY3TQOJQ" : "",
          .stamp = "stamp",
          .changed_at = *ParseRfc3339("2026-11-23T09:00:00Z")};
}

void WriteText(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
  ::chmod(path.c_str(), 0600);
}

TEST_CASE("each role has a name of its own and may do what those before it may") {
  for (const Role role : kRoles) CHECK(ParseRole(RoleName(role)) == role);
  CHECK_FALSE(ParseRole("root"));
  CHECK_FALSE(ParseRole(""));
  CHECK(Role::kViewer < Role::kCurator);
  CHECK(Role::kCurator < Role::kAdmin);
}

TEST_CASE("a name is short, plain and in lower case") {
  for (const char* name : {"ana", "ana.novak", "a", "ana_n-1@example.si", "7"}) {
    CAPTURE(name);
    CHECK(CheckName(name) == NameForm::kRight);
  }
  const std::string long_name(65, 'a');
  for (const char* name :
       {"", "Ana", "ana novak", ".ana", "ana-", "ana\n", "žan", "<b>", "a/b", long_name.c_str()}) {
    CAPTURE(name);
    CHECK(CheckName(name) == NameForm::kWrong);
  }
}

TEST_CASE("accounts are read as they were written, by nobody else") {
  const TempFolder folder;
  const std::string path = StaffFile(folder.path().string());
  CHECK(ReadAccounts(path)->empty());
  const Accounts accounts = {AccountOf("ana", Role::kAdmin), AccountOf("bor", Role::kViewer)};
  REQUIRE(WriteAccounts(path, accounts));
  CHECK(*ReadAccounts(path) == accounts);
  struct stat info {};
  REQUIRE(::stat(path.c_str(), &info) == 0);
  CHECK((info.st_mode & 0777) == 0600);

  ::chmod(path.c_str(), 0640);
  const auto open_to_others = ReadAccounts(path);
  REQUIRE_FALSE(open_to_others);
  CHECK(open_to_others.error().message.find("chmod 600") != std::string::npos);
}

TEST_CASE("a damaged file lets nobody in") {
  const char* const rows[] = {
      "{",
      "[]",
      "{}",
      R"({"accounts":{}})",
      R"({"accounts":[7]})",
      R"({"accounts":[{"name":"ana"}]})",
      R"({"accounts":[{"name":"ana","role":"root","passwordHash":"x","stamp":"s","changedAt":"2026-11-23T09:00:00Z"}]})",
      R"({"accounts":[{"name":"ana","role":"viewer","passwordHash":"","stamp":"s","changedAt":"2026-11-23T09:00:00Z"}]})",
      R"({"accounts":[{"name":"ana","role":"viewer","passwordHash":"x","stamp":"s","changedAt":"yesterday"}]})",
  };
  const TempFolder folder;
  const std::string path = StaffFile(folder.path().string());
  for (const std::string text : rows) {
    CAPTURE(text);
    WriteText(path, text);
    CHECK_FALSE(ReadAccounts(path));
  }
  const std::string twice =
      R"({"name":"ana","role":"viewer","passwordHash":"x","stamp":"s","changedAt":"2026-11-23T09:00:00Z"})";
  WriteText(path, R"({"accounts":[)" + twice + "]}");
  CHECK(ReadAccounts(path));
  WriteText(path, R"({"accounts":[)" + twice + "," + twice + "]}");
  CHECK_FALSE(ReadAccounts(path));
}

TEST_CASE("a running server sees the accounts as they are now") {
  const TempFolder folder;
  const std::string path = StaffFile(folder.path().string());
  AccountFile file(path);
  CHECK((*file.Get())->empty());
  REQUIRE(WriteAccounts(path, {AccountOf("ana", Role::kViewer)}));
  const auto first = *file.Get();
  CHECK(FindAccount(*first, "ana") != nullptr);
  CHECK(FindAccount(*first, "bor") == nullptr);
  CHECK(*file.Get() == first);
  // As long as the one before.
  REQUIRE(WriteAccounts(path, {AccountOf("bor", Role::kViewer)}));
  CHECK(FindAccount(**file.Get(), "ana") == nullptr);
  CHECK(FindAccount(**file.Get(), "bor") != nullptr);
  WriteText(path, "{");
  CHECK_FALSE(file.Get());
  CHECK_FALSE(file.Get());
  std::filesystem::remove(path);
  CHECK((*file.Get())->empty());
}

}  // namespace
}  // namespace pomocnik::bot
