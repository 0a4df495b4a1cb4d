#include "bot/commands/staff_accounts.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "bot/staff/account_file.h"
#include "bot/staff/password_hash.h"
#include "bot/staff/password_rules.h"
#include "bot/staff/session.h"
#include "bot/staff/totp.h"
#include "bot/store/lock_file.h"

namespace pomocnik::bot::commands {
namespace {

Error Unknown(std::string_view name) {
  return Error::NotFound("there is no account " + std::string(name) + "; see: pomocnik staff list");
}

Account* FindIn(Accounts& accounts, std::string_view name) {
  return const_cast<Account*>(FindAccount(accounts, name));
}

Result<std::string> HashGood(std::string_view password, std::string_view name) {
  if (const auto fault = JudgePassword(password, name)) {
    return Error::InvalidArgument(std::string(FaultText(*fault)));
  }
  return HashPassword(password);
}

Status CheckFree(const Accounts& accounts, std::string_view name) {
  if (CheckName(name) == NameForm::kWrong) {
    return Error::InvalidArgument(
        "a name has up to 64 characters out of a-z, 0-9 and . _ - @, and begins and ends with a "
        "letter or a digit");
  }
  if (FindAccount(accounts, name) == nullptr) return {};
  return Error::Conflict("there is an account " + std::string(name) +
                         " already; see: pomocnik staff --help");
}

}  // namespace

Result<Accounts> StaffAccounts::List() const {
  if (!std::filesystem::is_directory(data_)) {
    return Error::NotFound("no data folder " + data_ +
                           "; make it with: pomocnik index --kb kb --data " + data_);
  }
  return ReadAccounts(StaffFile(data_));
}

Status StaffAccounts::CheckNew(std::string_view name) const {
  ASSIGN_OR_RETURN(const Accounts accounts, List());
  return CheckFree(accounts, name);
}

Status StaffAccounts::CheckKnown(std::string_view name) const {
  ASSIGN_OR_RETURN(const Accounts accounts, List());
  if (FindAccount(accounts, name) == nullptr) return Unknown(name);
  return {};
}

template <typename Change>
Result<Account> StaffAccounts::Edit(const Change& change) const {
  RETURN_IF_ERROR(List());  // before a file is made in a folder that is none
  const auto lock = LockFile::Acquire(data_ + "/staff.lock");
  if (!lock) return lock.error();
  ASSIGN_OR_RETURN(Accounts accounts, List());
  ASSIGN_OR_RETURN(Account changed, change(accounts));
  RETURN_IF_ERROR(WriteAccounts(StaffFile(data_), accounts));
  return changed;
}

template <typename Change>
Result<Account> StaffAccounts::EditOne(std::string_view name, const Change& change) const {
  return Edit([&](Accounts& accounts) -> Result<Account> {
    Account* account = FindIn(accounts, name);
    if (account == nullptr) return Unknown(name);
    RETURN_IF_ERROR(change(*account));
    account->stamp = NewSessionId();
    account->changed_at = clock_.Now();
    return *account;
  });
}

Result<Account> StaffAccounts::Add(const NewAccount& added) const {
  ASSIGN_OR_RETURN(const std::string hash, HashGood(added.password, added.name));
  return Edit([&](Accounts& accounts) -> Result<Account> {
    RETURN_IF_ERROR(CheckFree(accounts, added.name));
    Account account{.name = added.name,
                    .role = added.role,
                    .password_hash = hash,
                    .code_secret = added.role == Role::kAdmin ? NewCodeSecret() : "",
                    .stamp = NewSessionId(),
                    .changed_at = clock_.Now()};
    const auto place = std::find_if(accounts.begin(), accounts.end(), [&](const Account& other) {
      return other.name > account.name;
    });
    accounts.insert(place, account);
    return account;
  });
}

Result<Account> StaffAccounts::SetPassword(std::string_view name, std::string_view password) const {
  ASSIGN_OR_RETURN(const std::string hash, HashGood(password, name));
  return EditOne(name, [&](Account& account) -> Status {
    account.password_hash = hash;
    return {};
  });
}

Result<Account> StaffAccounts::SetRole(std::string_view name, Role role) const {
  return EditOne(name, [&](Account& account) -> Status {
    account.role = role;
    if (role == Role::kAdmin && account.code_secret.empty()) account.code_secret = NewCodeSecret();
    return {};
  });
}

Result<Account> StaffAccounts::RenewCode(std::string_view name) const {
  return EditOne(name, [](Account& account) -> Status {
    account.code_secret = NewCodeSecret();
    return {};
  });
}

Result<Account> StaffAccounts::Remove(std::string_view name) const {
  return Edit([&](Accounts& accounts) -> Result<Account> {
    const Account* found = FindAccount(accounts, name);
    if (found == nullptr) return Unknown(name);
    const Account removed = *found;
    std::erase(accounts, removed);
    return removed;
  });
}

}  // namespace pomocnik::bot::commands
