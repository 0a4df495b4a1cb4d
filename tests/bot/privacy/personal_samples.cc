#include "tests/bot/privacy/personal_samples.h"

#include <array>
#include <cstdint>
#include <initializer_list>

namespace pomocnik::testing {
namespace {

// A value in groups as it is printed on cards and forms.
using Groups = std::vector<std::string>;

Groups Cut(const std::string& value, std::initializer_list<std::size_t> sizes) {
  Groups groups;
  std::size_t at = 0;
  for (const std::size_t size : sizes) {
    if (at < value.size()) groups.push_back(value.substr(at, size));
    at += size;
  }
  return groups;
}

Groups CutByFour(const std::string& value) { return Cut(value, {4, 4, 4, 4, 4, 4, 4, 4, 4}); }

int Weighted(std::string_view digits, std::initializer_list<int> weights) {
  int sum = 0;
  const int* weight = weights.begin();
  for (const char digit : digits) sum += (digit - '0') * *weight++;
  return sum;
}

// A birthday of 1930 to 2025, a register, a serial number, the check digit.
Groups MakeEmso(Dice& dice) {
  for (;;) {
    const std::string birthday =
        dice.Number(1, 28, 2) + dice.Number(1, 12, 2) + dice.Number(1930, 2025).substr(1);
    const std::string serial = dice.Pick(std::array{"50", "51", "59", "33"}) + dice.Digits(3);
    const int rest = Weighted(birthday + serial, {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2}) % 11;
    if (rest == 1) continue;  // would need the check digit 10
    const std::string emso = birthday + serial + std::to_string(rest == 0 ? 0 : 11 - rest);
    switch (dice.Roll(4)) {
      case 0:
        return Cut(emso, {7, 6});
      case 1:
        return Cut(emso, {4, 3, 3, 3});
      case 2:
        return Cut(emso, {2, 2, 3, 2, 3, 1});
      default:
        return Cut(emso, {7, 2, 3, 1});
    }
  }
}

Groups MakeTaxNumber(Dice& dice) {
  for (;;) {
    const std::string number = dice.Number(1000000, 9999999);
    const int rest = Weighted(number, {8, 7, 6, 5, 4, 3, 2}) % 11;
    if (rest == 0) continue;
    const std::string whole = number + std::to_string((11 - rest) % 10);
    // "SI43 583 822" would be a payment reference of the model SI43.
    return dice.Roll(2) == 0 ? Cut(whole, {4, 4}) : Cut(whole, {3, 3, 2});
  }
}

// What is left by 97 of a number as long as one likes, letters standing for 10 to 35.
int RestBy97(std::string_view account) {
  std::string digits;
  for (const char c : account) {
    digits += c >= 'A' ? std::to_string(c - 'A' + 10) : std::string(1, c);
  }
  std::uint64_t rest = 0;
  for (std::size_t at = 0; at < digits.size(); at += 9) {
    const std::string part = digits.substr(at, 9);
    rest = std::stoull(std::to_string(rest) + part) % 97;
  }
  return static_cast<int>(rest);
}

std::string TwoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "SI56", a bank, an account and two digits that make the fifteen 1 by 97, as the Slovene banks do.
std::string MakeSloveneIban(Dice& dice) {
  const std::string bank = dice.Pick(
      std::array{"01", "02", "03", "04", "05", "06", "10", "19", "24", "29", "30", "34", "61"});
  const std::string account = bank + dice.Digits(11);
  return "SI56" + account + TwoDigits(98 - RestBy97(account + "00"));
}

std::string MakeForeignIban(Dice& dice) {
  struct Country {
    std::string_view code;
    std::string_view letters;
    std::size_t digits;
  };
  const Country country = dice.Pick(std::array<Country, 7>{{{"HR", "", 17},
                                                            {"AT", "", 16},
                                                            {"DE", "", 18},
                                                            {"RS", "", 18},
                                                            {"BA", "", 16},
                                                            {"GB", "NWBK", 14},
                                                            {"NL", "ABNA", 10}}});
  const std::string account = std::string(country.letters) + dice.Digits(country.digits);
  const std::string code(country.code);
  return code + TwoDigits(98 - RestBy97(account + code + "00")) + account;
}

Groups MakeIban(Dice& dice) {
  const std::string iban = MakeSloveneIban(dice);
  switch (dice.Roll(5)) {
    case 0:
      return CutByFour(MakeForeignIban(dice));
    case 1:
      return Cut(iban.substr(4), {5, 10});  // without the country, as banks print it
    case 2:
      return Cut(iban.substr(4), {4, 4, 4, 3});
    default:
      return CutByFour(iban);
  }
}

// The check digit by the table of doubled digits.
char LuhnDigit(const std::string& digits) {
  constexpr std::string_view kDoubled = "0246813579";
  int sum = 0;
  for (std::size_t back = 0; back < digits.size(); ++back) {
    const auto digit = static_cast<std::size_t>(digits[digits.size() - 1 - back] - '0');
    sum += back % 2 == 0 ? kDoubled[digit] - '0' : static_cast<int>(digit);
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

Groups MakeCard(Dice& dice) {
  struct Issuer {
    std::string_view prefix;
    std::size_t length;
  };
  const Issuer issuer = dice.Pick(std::array<Issuer, 9>{{{"4", 16},
                                                         {"51", 16},
                                                         {"55", 16},
                                                         {"2221", 16},
                                                         {"2720", 16},
                                                         {"37", 15},
                                                         {"36", 14},
                                                         {"6011", 16},
                                                         {"6759", 16}}});
  std::string digits(issuer.prefix);
  digits += dice.Digits(issuer.length - 1 - digits.size());
  digits += LuhnDigit(digits);
  return issuer.length == 16 ? CutByFour(digits) : Cut(digits, {4, 6, 5});
}

Groups MakePhone(Dice& dice) {
  const std::string mobile =
      dice.Pick(std::array{"30", "31", "40", "41", "51", "64", "65", "68", "69", "70", "71"});
  const std::string area = dice.Number(1, 7);
  const std::string three = dice.Number(200, 999);
  const std::string rest = dice.Digits(3);
  const std::string two = dice.Digits(2);
  switch (dice.Roll(8)) {
    case 0:
      return {"+386", mobile, three, rest};
    case 1:
      return {"00386", mobile, three, rest};
    case 2:
      return {"+386", area, three, two, rest.substr(1)};
    case 3:
      return {"0" + area, three, two, rest.substr(1)};
    case 4:
      return {"+385", "9" + dice.Number(1, 9), three, rest + two.substr(1)};
    case 5:
      return {"+49", "30", three, rest, two};
    case 6:
      return {"0" + mobile, three.substr(0, 2), rest.substr(1), two};
    default:
      return {"0" + mobile, three, rest};
  }
}

Groups MakeEmail(Dice& dice) {
  const std::string name = dice.Pick(std::array{"ana", "jože", "info", "m.novak", "Petra_Kos",
                                                "ivan-kovac", "z+racuni", "tajnistvo.os"});
  const std::string host =
      dice.Pick(std::array{"example", "posta.example", "moja-sola", "vrtec1", "firma.co"});
  const std::string domain = dice.Pick(std::array{"si", "com", "hr", "eu", "org"});
  return {name + dice.Digits(2), "@", host, ".", domain};
}

// Sentences in Slovene, English and Croatian; the value stands where "|" is.
using Carriers = std::vector<std::string_view>;

const Carriers& CarriersOf(Kind kind) {
  static const Carriers kAny = {"Pozdravljeni, zanima me, zakaj program za | javi napako.",
                                "Prosim, preverite: |",
                                "| – tega ne najdem v šifrantu, kaj naj naredim?",
                                "Pri zaposlenem (|) se obračun ne izpiše.",
                                "Vnesel sem »|«, pa se ne shrani; hvala za pomoč!",
                                "Podatki so Janez Novak, |, Ljubljana.",
                                "I entered | and nothing happened.",
                                "Please check this one: |.",
                                "Could you tell me why | is refused?",
                                "The import stops at \"|\", see row 12.",
                                "Molim vas, provjerite | u šifrarniku.",
                                "Kod unosa | program javlja grešku, što da radim?",
                                "Šaljem podatke: |; hvala."};
  static const Carriers kTax = {"Davčna številka je |, izpis ne dela.",
                                "Stranka z davčno št. | ni v šifrantu.",
                                "Podjetje Novak s.p., DŠ: |, ne dobi računa.",
                                "ID za DDV: SI|, prosim za preverbo.",
                                "Zavezanec | nima oddanega obrazca.",
                                "Davčna: |",
                                "ID številka za DDV je SI |.",
                                "The tax number | is refused.",
                                "Our VAT ID is SI| and the form says it is wrong.",
                                "VAT no. | cannot be entered.",
                                "Tax ID: |.",
                                "Porezni broj | nije ispravan.",
                                "Njegov PDV ID broj je |, što da radim?"};
  return kind == Kind::kTaxNumber ? kTax : kAny;
}

constexpr std::array<std::string_view, 8> kWritings = {
    "plain", "spaces", "hyphens", "NBSP", "narrow NBSP", "zero-width", "full-width", "line break"};

std::string Join(const Groups& groups, std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) joined += separator;
    joined += groups[i];
  }
  return joined;
}

// Where a value may be cut: before a character, not inside one.
std::size_t RollCut(const std::string& value, std::size_t first, Dice& dice) {
  std::size_t at = first + dice.Roll(value.size() - first);
  while (at > first && (static_cast<unsigned char>(value[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string WithZeroWidths(std::string value, Dice& dice) {
  for (int times = 0; times < 3; ++times) {
    const std::string_view hidden = dice.Pick(
        std::array<std::string_view, 5>{"\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD"});
    value.insert(RollCut(value, 1, dice), hidden);
  }
  return value;
}

std::string FullWidth(std::string_view value) {
  std::string wide;
  for (const char c : value) {
    if (c <= ' ' || static_cast<unsigned char>(c) >= 0x7F) {
      wide += c;
      continue;
    }
    const int code = c + 0xFEE0;  // above U+FF00: three bytes
    wide += static_cast<char>(0xE0 | code >> 12);
    wide += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    wide += static_cast<char>(0x80 | (code & 0x3F));
  }
  return wide;
}

// Between two groups, or anywhere behind a country or a sign in front.
std::string WithLineBreak(const Groups& groups, Dice& dice) {
  const std::string_view line_end = dice.Pick(std::array<std::string_view, 3>{"\n", "\r\n", " \n"});
  if (dice.Roll(2) == 0) {
    std::string value = Join(groups, "");
    return value.insert(RollCut(value, 4, dice), line_end);
  }
  const std::size_t last = 1 + dice.Roll(groups.size() - 1);
  const auto cut = groups.begin() + static_cast<std::ptrdiff_t>(last);
  return Join(Groups(groups.begin(), cut), " ") + std::string(line_end) +
         Join(Groups(cut, groups.end()), " ");
}

std::string Write(const Groups& groups, std::string_view writing, Dice& dice) {
  if (writing == "spaces") return Join(groups, " ");
  if (writing == "hyphens") return Join(groups, dice.Pick(std::array{"-", "\u2011", "\u2013"}));
  if (writing == "NBSP") return Join(groups, "\u00A0");
  if (writing == "narrow NBSP") return Join(groups, "\u202F");
  if (writing == "zero-width")
    return WithZeroWidths(Join(groups, dice.Pick(std::array{"", " "})), dice);
  if (writing == "full-width")
    return FullWidth(Join(groups, dice.Pick(std::array{"", " ", "\u3000"})));
  if (writing == "line break") return WithLineBreak(groups, dice);
  return Join(groups, "");
}

// "/" and "." separate numbers of phones only; brackets stand around an area.
std::string WritePhone(Groups groups, std::string_view writing, Dice& dice) {
  // A land line without a gap may be any number, so only its area is set apart.
  const bool land_line = groups[0].front() == '0' && groups[0].size() == 2;
  if (land_line && writing != "hyphens") {
    groups[0] += "/" + groups[1];
    groups.erase(groups.begin() + 1);
  }
  if (writing != "hyphens") return Write(groups, writing, dice);
  switch (dice.Roll(4)) {
    case 0:
      groups[0] += "/" + groups[1];
      groups.erase(groups.begin() + 1);
      return Join(groups, "-");
    case 1:
      return Join(groups, ".");
    case 2:
      if (groups[0].front() == '0' && groups[0].size() < 4) groups[0] = "(" + groups[0] + ")";
      return Join(groups, " ");
    default:
      return Join(groups, "-");
  }
}

// An address has no groups; what people do to it is to stretch it or to break it at its signs.
std::string WriteEmail(const Groups& groups, std::string_view writing, Dice& dice) {
  const std::string plain = Join(groups, "");
  if (writing == "spaces") return Join({groups[0], "@", groups[2] + "." + groups[4]}, " ");
  if (writing == "NBSP" || writing == "narrow NBSP") return plain;
  if (writing == "hyphens") {
    const std::string at = dice.Pick(std::array{"(at)", " (at) ", "[at]", " [at] ", "(afna)"});
    return groups[0] + at + groups[2] + "." + groups[4];
  }
  if (writing == "zero-width") return WithZeroWidths(plain, dice);
  if (writing == "full-width") return FullWidth(plain);
  if (writing != "line break") return plain;
  switch (dice.Roll(3)) {
    case 0:
      return groups[0] + "\n@" + groups[2] + "." + groups[4];
    case 1:
      return groups[0] + "@\n" + groups[2] + "." + groups[4];
    default:
      return groups[0] + "@" + groups[2] + ".\n" + groups[4];
  }
}

std::string MakeValue(Kind kind, std::string_view writing, Dice& dice) {
  switch (kind) {
    case Kind::kEmso:
      return Write(MakeEmso(dice), writing, dice);
    case Kind::kTaxNumber:
      return Write(MakeTaxNumber(dice), writing, dice);
    case Kind::kIban:
      return Write(MakeIban(dice), writing, dice);
    case Kind::kCard:
      return Write(MakeCard(dice), writing, dice);
    case Kind::kEmail:
      return WriteEmail(MakeEmail(dice), writing, dice);
    case Kind::kPhone:
      return WritePhone(MakePhone(dice), writing, dice);
  }
  return {};
}

}  // namespace

std::vector<Sample> MakeSamples(Kind kind, std::size_t count, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<Sample> samples;
  while (samples.size() < count) {
    const std::string_view writing = kWritings[samples.size() % kWritings.size()];
    const std::string_view carrier = dice.Pick(CarriersOf(kind));
    const std::size_t place = carrier.find('|');
    std::string before(carrier.substr(0, place));
    std::string value = MakeValue(kind, writing, dice);
    const std::size_t country = before.rfind("SI");
    if (country != std::string::npos && country + 3 >= before.size()) {
      value.insert(0, before.substr(country));  // a part of the number
      before.resize(country);
    }
    samples.push_back({before, value, std::string(carrier.substr(place + 1)), writing});
  }
  return samples;
}

}  // namespace pomocnik::testing
