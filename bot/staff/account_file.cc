#include "bot/staff/account_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "base/new_file.h"
#include "base/private_file.h"

namespace pomocnik::bot {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxBytes = 1024 * 1024;

std::string TextOf(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string()) return "";
  return *found->get_ptr<const std::string*>();
}

// Absent when something in it is missing or wrong.
std::optional<Account> ReadAccount(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  Account account;
  account.name = TextOf(json, "name");
  account.password_hash = TextOf(json, "passwordHash");
  account.code_secret = TextOf(json, "codeSecret");
  account.stamp = TextOf(json, "stamp");
  const auto role = ParseRole(TextOf(json, "role"));
  const auto changed_at = ParseRfc3339(TextOf(json, "changedAt"));
  if (CheckName(account.name) == NameForm::kWrong || account.password_hash.empty() ||
      account.stamp.empty() || !role || !changed_at) {
    return std::nullopt;
  }
  account.role = *role;
  account.changed_at = *changed_at;
  return account;
}

Json WriteAccount(const Account& account) {
  return {{"name", account.name},
          {"role", RoleName(account.role)},
          {"passwordHash", account.password_hash},
          {"codeSecret", account.code_secret},
          {"stamp", account.stamp},
          {"changedAt", FormatRfc3339(account.changed_at)}};
}

}  // namespace

std::string StaffFile(const std::string& folder) { return folder + "/staff.json"; }

Result<Accounts> ReadAccounts(const std::string& path) {
  ASSIGN_OR_RETURN(const auto text,
                   ReadPrivateFile(path, "the accounts of staff, " + path, kMaxBytes));
  if (!text || text->empty()) return Accounts();
  const Error damaged = Error::Internal(
      path + " is damaged; restore it from a copy, or remove it and add the accounts again");
  const Json file = Json::parse(*text, nullptr, false);
  if (!file.is_object() || !file.contains("accounts") || !file["accounts"].is_array()) {
    return damaged;
  }
  Accounts accounts;
  for (const Json& json : file["accounts"]) {
    auto account = ReadAccount(json);
    if (!account || FindAccount(accounts, account->name) != nullptr) return damaged;
    accounts.push_back(std::move(*account));
  }
  return accounts;
}

Status WriteAccounts(const std::string& path, const Accounts& accounts) {
  Json list = Json::array();
  for (const Account& account : accounts) list.push_back(WriteAccount(account));
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
  RETURN_IF_ERROR(file.Write(Json{{"accounts", std::move(list)}}.dump(2) + "\n"));
  return file.Publish(Existing::kReplace);
}

Result<AccountFile::Version> AccountFile::Look(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    if (errno == ENOENT) return Version();
    return Error::Internal("cannot look at the accounts of staff, " + path + ": " +
                           std::strerror(errno));
  }
  return Version{
      static_cast<long long>(info.st_dev), static_cast<long long>(info.st_ino),
      static_cast<long long>(info.st_size),
      static_cast<long long>(info.st_ctim.tv_sec) * 1'000'000'000 + info.st_ctim.tv_nsec};
}

Result<std::shared_ptr<const Accounts>> AccountFile::Get() {
  std::lock_guard lock(mutex_);
  // Looked at before it is read: what is put in its place meanwhile is seen the next time.
  ASSIGN_OR_RETURN(const Version version, Look(path_));
  if (accounts_ != nullptr && version == version_) return accounts_;
  accounts_ = nullptr;
  ASSIGN_OR_RETURN(Accounts accounts, ReadAccounts(path_));
  accounts_ = std::make_shared<const Accounts>(std::move(accounts));
  version_ = version;
  return accounts_;
}

}  // namespace pomocnik::bot
