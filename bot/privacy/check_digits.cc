#include "bot/privacy/check_digits.h"

#include <chrono>

namespace pomocnik::bot {
namespace {

int DigitValue(char digit) { return digit - '0'; }

int Number(std::string_view digits) {
  int number = 0;
  for (char digit : digits) number = number * 10 + DigitValue(digit);
  return number;
}

bool IsPossibleDay(std::string_view ddmmyyy) {
  int year = Number(ddmmyyy.substr(4, 3));
  // Three digits of the year: 8xx and 9xx are 18xx and 19xx, the rest 2xxx.
  year += year >= 800 ? 1000 : 2000;
  std::chrono::year_month_day day{
      std::chrono::year{year},
      std::chrono::month{static_cast<unsigned>(Number(ddmmyyy.substr(2, 2)))},
      std::chrono::day{static_cast<unsigned>(Number(ddmmyyy.substr(0, 2)))}};
  return day.ok();
}

// The remainder by 97, letters read as 10 to 35.
int Mod97(std::string_view text, int remainder) {
  for (char c : text) {
    if (c >= '0' && c <= '9') {
      remainder = (remainder * 10 + DigitValue(c)) % 97;
    } else {
      int letter = (c >= 'a' ? c - 'a' : c - 'A') + 10;
      remainder = (remainder * 100 + letter) % 97;
    }
  }
  return remainder;
}

// An account or reference whose first four characters are moved to the end.
bool PassesMod97(std::string_view text) {
  return Mod97(text.substr(0, 4), Mod97(text.substr(4), 0)) == 1;
}

bool PassesLuhn(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (std::size_t i = digits.size(); i-- > 0; doubled = !doubled) {
    int value = DigitValue(digits[i]) * (doubled ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

bool IsIssued(std::string_view digits) {
  switch (digits.front()) {
    case '2':  // MasterCard's second range; others begin with the year
      return digits.size() == 16 && digits.substr(0, 4) >= "2221" && digits.substr(0, 4) <= "2720";
    case '5':
      return digits.size() == 16;
    case '3':
      return digits.size() == 14 || digits.size() == 15 || digits.size() == 16;
    case '4':
      return digits.size() == 13 || digits.size() == 16 || digits.size() == 19;
    case '6':
      return digits.size() >= 16 && digits.size() <= 19;
    default:
      return false;
  }
}

}  // namespace

bool IsEmso(std::string_view digits) {
  if (digits.size() != 13 || !IsPossibleDay(digits.substr(0, 7))) return false;
  int sum = 0;
  for (std::size_t i = 0; i < 12; ++i) sum += DigitValue(digits[i]) * static_cast<int>(7 - i % 6);
  int check = (11 - sum % 11) % 11;
  return check == DigitValue(digits[12]);
}

bool IsTaxNumber(std::string_view digits) {
  if (digits.size() != 8 || digits.front() == '0') return false;
  int sum = 0;
  for (std::size_t i = 0; i < 7; ++i) sum += DigitValue(digits[i]) * static_cast<int>(8 - i);
  int check = 11 - sum % 11;
  return check != 11 && check % 10 == DigitValue(digits[7]);
}

bool IsIban(std::string_view account) {
  return account.size() >= 15 && account.size() <= 34 && PassesMod97(account);
}

bool IsCreditorReference(std::string_view reference) {
  if (reference.size() < 5 || reference.size() > 25) return false;
  const bool rf = (reference[0] | 0x20) == 'r' && (reference[1] | 0x20) == 'f';
  return rf && PassesMod97(reference);
}

bool IsDomesticAccount(std::string_view digits) {
  return digits.size() == 15 && Mod97(digits, 0) == 1;
}

bool IsCard(std::string_view digits) {
  return digits.size() >= 13 && IsIssued(digits) && PassesLuhn(digits);
}

}  // namespace pomocnik::bot
