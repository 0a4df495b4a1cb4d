#include "bot/staff/account.h"

#include <algorithm>
#include <cstddef>

namespace pomocnik::bot {
namespace {

constexpr std::size_t kMaxName = 64;

bool IsLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool IsNameCharacter(char c) {
  return IsLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '@';
}

}  // namespace

NameForm CheckName(std::string_view name) {
  const bool is_right = !name.empty() && name.size() <= kMaxName &&
                        std::all_of(name.begin(), name.end(), IsNameCharacter) &&
                        IsLetterOrDigit(name.front()) && IsLetterOrDigit(name.back());
  return is_right ? NameForm::kRight : NameForm::kWrong;
}

const Account* FindAccount(const Accounts& accounts, std::string_view name) {
  const auto found = std::find_if(accounts.begin(), accounts.end(),
                                  [&](const Account& account) { return account.name == name; });
  return found == accounts.end() ? nullptr : &*found;
}

}  // namespace pomocnik::bot
