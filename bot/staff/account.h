// An account of a member of staff.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "bot/staff/role.h"

namespace pomocnik::bot {

struct Account {
  std::string name;
  Role role = Role::kViewer;
  std::string password_hash;  // as libsodium writes it, parameters and salt included
  std::string code_secret;    // of the one-time codes, base32; empty: none are asked for
  std::string stamp;  // another one after every change: sessions with an older one have ended
  Instant changed_at;
  bool operator==(const Account&) const = default;
};
using Accounts = std::vector<Account>;  // by name

// 1 to 64 of a-z, 0-9 and ". _ - @", a letter or a digit at either end.
enum class NameForm { kWrong, kRight };
NameForm CheckName(std::string_view name);

// nullptr when there is none of that name.
const Account* FindAccount(const Accounts& accounts, std::string_view name);

}  // namespace pomocnik::bot
