// What `pomocnik staff` does with the accounts of a data folder. A server may be running on it: it sees each change with
// its next request.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "bot/staff/account.h"

namespace pomocnik::bot::commands {

// An account as it is to be. The errors of all functions are for the operator.
struct NewAccount {
  std::string name;
  Role role = Role::kViewer;
  std::string password;
};

// All return the account as it is now. A change ends the sessions of the account. kConflict: somebody else is changing
// accounts at this moment.
class StaffAccounts {
 public:
  // The clock must outlive it.
  StaffAccounts(std::string data, const Clock& clock) : data_(std::move(data)), clock_(clock) {}

  Result<Accounts> List() const;

  // kInvalidArgument: the name has a wrong form. kConflict: there is one already. For asking before a password is typed.
  Status CheckNew(std::string_view name) const;
  // kNotFound: there is no such account.
  Status CheckKnown(std::string_view name) const;

  // An administrator gets a secret for one-time codes. kInvalidArgument: the password is refused.
  Result<Account> Add(const NewAccount& account) const;
  Result<Account> SetPassword(std::string_view name, std::string_view password) const;
  // Who becomes an administrator gets a secret, unless there is one.
  Result<Account> SetRole(std::string_view name, Role role) const;
  Result<Account> RenewCode(std::string_view name) const;
  Result<Account> Remove(std::string_view name) const;

 private:
  // Runs `change`, a Result<Account>(Accounts&), on the accounts while nobody else changes them.
  template <typename Change>
  Result<Account> Edit(const Change& change) const;
  // Edit with one account, which gets a new stamp.
  template <typename Change>
  Result<Account> EditOne(std::string_view name, const Change& change) const;

  std::string data_;
  const Clock& clock_;
};

}  // namespace pomocnik::bot::commands
