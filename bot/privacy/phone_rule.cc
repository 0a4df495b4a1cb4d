#include <string>

#include "bot/privacy/numbers.h"
#include "bot/privacy/rules.h"

namespace pomocnik::bot {
namespace {

// The vendor's switchboard, without the leading zero: public.
constexpr std::string_view kVendorNumber = "53934000";

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// "01.02.2005 7": digits enough for a phone number, but a date stands at the beginning.
bool StartsLikeDate(const WrittenNumber& number) {
  return number.groups.size() >= 3 && number.groups[0] <= 2 && number.groups[1] <= 2 &&
         number.groups[2] == 4;
}

// What follows +386 or 00386: eight digits, at most a zero in front of them, as in "+386 (0)41 …".
bool IsSloveneNumber(std::string_view digits) {
  if (!digits.empty() && digits.front() == '0') digits.remove_prefix(1);
  return digits.size() == 8 && digits.front() >= '1' && digits.front() <= '7';
}

bool IsInternational(std::string_view digits) {
  if (StartsWith(digits, "386")) return IsSloveneNumber(digits.substr(3));
  return digits.size() >= 8 && digits.size() <= 15 && digits.front() != '0';
}

bool IsMobile(std::string_view digits) {
  for (std::string_view prefix :
       {"030", "031", "040", "041", "051", "064", "065", "068", "069", "070", "071"}) {
    if (StartsWith(digits, prefix)) return true;
  }
  return false;
}

// Nine digits with the zero: 01–07 and mobiles. 080 and 090 are services, not people. A land line in one
// group may be any number, so it needs to be called a phone.
bool IsNational(const WrittenNumber& number, bool named) {
  if (number.digits.size() != 9 || !IsSloveneNumber(number.digits)) return false;
  if (number.digits.front() != '0') return false;
  return number.groups.size() > 1 || IsMobile(number.digits) || named;
}

// Behind 00 the country and the number; unbroken only from our neighbours, because document numbers are
// padded with zeros.
bool IsDialledAbroad(const WrittenNumber& number) {
  std::string_view digits = number.digits;
  if (!StartsWith(digits, "00") || digits.size() < 11) return false;
  bool neighbour = false;
  for (std::string_view code :
       {"00385", "00386", "00381", "00387", "00382", "00389", "0043", "0039", "0036", "0049"}) {
    neighbour = neighbour || StartsWith(digits, code);
  }
  return (neighbour || number.groups.size() > 1) && IsInternational(digits.substr(2));
}

// A service or the vendor: nobody's own, kept because it may be what the text is about.
bool IsPublic(std::string_view digits) {
  for (std::string_view prefix : {"00386", "386", "0"}) {
    if (StartsWith(digits, prefix) && digits.substr(prefix.size()) == kVendorNumber) return true;
  }
  bool service = StartsWith(digits, "080") || StartsWith(digits, "090");
  return digits == kVendorNumber || (service && digits.size() <= 9);
}

// "naročilo 041123456", "račun št. 01234-2026": what is named so bears numbers that look like a phone's.
bool IsDocument(std::string_view chars, const WrittenNumber& number) {
  const bool numbered =
      WordsBack(chars, number.begin, 1, {"st", "stevilk", "no", "nr", "number", "broj"})
          .has_value();
  return number.groups.size() <= 2 &&
         WordsBack(chars, number.begin, numbered ? 2 : 1,
                   {"racun", "faktur", "naroc", "narudzb", "dokument", "dobavnic", "nalog", "artik",
                    "temeljnic", "konto", "kont", "invoice", "order", "item"});
}

bool IsPhone(std::string_view chars, const WrittenNumber& number) {
  if (StartsLikeDate(number)) return false;
  if (number.begin > 0 && chars[number.begin - 1] == '+') return IsInternational(number.digits);
  bool named =
      WordsBack(chars, number.begin, 3, {"tel", "telefon", "gsm", "mob", "mobi", "mobit", "phone"})
          .has_value();
  if (!named && IsDocument(chars, number)) return false;
  const bool called =
      WordsBack(chars, number.begin, 3, {"poklic", "klic", "nazov", "zovit", "call"}).has_value();
  if (IsNational(number, named || called) || IsDialledAbroad(number)) return true;
  // Called a phone: also without the area.
  return named && number.digits.size() >= 7 && number.digits.size() <= 9;
}

}  // namespace

void FindPhones(const PlainText& text, Findings& found) {
  const std::string& chars = text.chars;
  NumberShape shape{7, 15, {" ", "-", "/", ".", " - ", " / ", ") ", ")", " (", "("}};
  ForEachNumber(chars, shape, [&](const WrittenNumber& number) {
    if (IsPublic(number.digits)) {
      found.push_back({number.begin, number.end, std::nullopt});
      return true;
    }
    if (!IsPhone(chars, number)) return false;
    std::size_t begin = number.begin;
    if (begin > 0 && chars[begin - 1] == '+') --begin;
    found.push_back({begin, number.end, PersonalData::kPhone});
    return true;
  });
}

}  // namespace pomocnik::bot
