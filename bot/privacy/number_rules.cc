#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "bot/privacy/check_digits.h"
#include "bot/privacy/numbers.h"
#include "bot/privacy/rules.h"

namespace pomocnik::bot {
namespace {

struct IbanLength {
  std::string_view country;
  std::size_t length;
};

// Where our customers' accounts are; an account of any other country is taken as long as it is written.
constexpr std::array<IbanLength, 16> kIbanLengths = {{{"si", 19},
                                                      {"hr", 21},
                                                      {"at", 20},
                                                      {"it", 27},
                                                      {"hu", 28},
                                                      {"de", 22},
                                                      {"rs", 22},
                                                      {"ba", 20},
                                                      {"me", 22},
                                                      {"mk", 19},
                                                      {"fr", 27},
                                                      {"nl", 18},
                                                      {"be", 16},
                                                      {"ch", 21},
                                                      {"lt", 20},
                                                      {"gb", 22}}};

// Whether a number may go on behind the end of a line.
enum class Wrapped { kNo, kYes };

// Letters and digits from a place on, without the single spaces and hyphens between them.
struct Compact {
  std::string chars;
  std::vector<std::size_t> ends;  // behind each char, in the text
};

Compact ReadCompact(std::string_view chars, std::size_t begin, std::size_t limit, Wrapped wrapped) {
  Compact compact;
  bool may_break = wrapped == Wrapped::kYes;
  for (std::size_t at = begin; at < chars.size() && compact.chars.size() < limit; ++at) {
    if (IsLetterOrDigit(chars[at]) && chars[at] != PlainText::kOtherLetter) {
      compact.chars += chars[at];
      compact.ends.push_back(at + 1);
      continue;
    }
    if (may_break && at > begin && chars[at] == '\n') {
      may_break = false;
      continue;
    }
    bool single =
        (chars[at] == ' ' || chars[at] == '-') && at > begin && IsLetterOrDigit(chars[at - 1]);
    if (!single) break;
  }
  return compact;
}

// Two letters and two digits that begin a word, as accounts and references do.
bool StartsAccount(std::string_view chars, std::size_t at) {
  return at + 4 <= chars.size() && IsLetter(chars[at]) && IsLetter(chars[at + 1]) &&
         IsDigit(chars[at + 2]) && IsDigit(chars[at + 3]) &&
         (at == 0 || !IsLetterOrDigit(chars[at - 1]));
}

bool IsAccountContext(std::string_view chars, std::size_t begin) {
  return WordsBack(chars, begin, 3, {"iban", "trr", "transakcijsk"}).has_value();
}

// Where the account that starts at `at` ends; absent when none does.
std::optional<std::size_t> IbanEnd(std::string_view chars, std::size_t at) {
  auto known = std::find_if(kIbanLengths.begin(), kIbanLengths.end(), [&](const IbanLength& entry) {
    return entry.country == chars.substr(at, 2);
  });
  std::size_t longest = known == kIbanLengths.end() ? 34 : known->length;
  std::size_t shortest = known == kIbanLengths.end() ? 15 : known->length;
  Compact compact =
      ReadCompact(chars, at, longest, known == kIbanLengths.end() ? Wrapped::kNo : Wrapped::kYes);
  for (std::size_t length = compact.chars.size(); length >= shortest; --length) {
    std::size_t end = compact.ends[length - 1];
    if (end < chars.size() && IsLetterOrDigit(chars[end])) continue;
    auto account = std::string_view(compact.chars).substr(0, length);
    auto digits = std::count_if(account.begin(), account.end(), IsDigit);
    if (digits < 10) continue;
    if (IsIban(account)) return end;
    // A mistyped account is personal too when the text says what it is.
    if (known != kIbanLengths.end() && IsAccountContext(chars, at)) return end;
  }
  return std::nullopt;
}

// Where the creditor's reference that starts at `at` ends; absent when none does.
std::optional<std::size_t> CreditorReferenceEnd(std::string_view chars, std::size_t at) {
  const Compact compact = ReadCompact(chars, at, 25, Wrapped::kNo);
  for (std::size_t length = compact.chars.size(); length > 0; --length) {
    const std::size_t end = compact.ends[length - 1];
    if (end < chars.size() && IsLetterOrDigit(chars[end])) continue;
    if (IsCreditorReference(std::string_view(compact.chars).substr(0, length))) return end;
  }
  return std::nullopt;
}

// "22.11.2026", "1. 2. 2005", "1/2/2005", "2005-02-01".
bool IsDateShaped(const WrittenNumber& number) {
  if (number.groups.size() != 3) return false;
  std::size_t first = number.groups[0];
  std::size_t second = number.groups[1];
  std::size_t third = number.groups[2];
  bool day_first = first <= 2 && second <= 2 && (third == 4 || third == 2);
  bool year_first = first == 4 && second <= 2 && third <= 2;
  return day_first || year_first;
}

bool IsBirthContext(std::string_view chars, std::size_t begin) {
  return WordsBack(chars, begin, 4,
                   {"rojen", "rojst", "roj", "roden", "rodj", "born", "birth", "dob"})
      .has_value();
}

// "SI" in front of a number, not the word "si".
bool BeginsInCapitals(std::string_view written) {
  return written.starts_with("S") || written.starts_with("\uFF33");  // or full-width
}

}  // namespace

void FindIbans(const PlainText& text, Findings& found) {
  const std::string& chars = text.chars;
  for (std::size_t at = 0; at + 15 <= chars.size(); ++at) {
    if (!StartsAccount(chars, at)) continue;
    auto end = IbanEnd(chars, at);
    if (!end) continue;
    found.push_back({at, *end, PersonalData::kIban});
    at = *end - 1;
  }
  // Without the country: 01000-0000000000, or in groups of four.
  ForEachNumber(chars, {15, 15, {" ", "-"}}, [&](const WrittenNumber& number) {
    bool account = IsDomesticAccount(number.digits) || IsAccountContext(chars, number.begin);
    if (account) found.push_back({number.begin, number.end, PersonalData::kIban});
    return account;
  });
}

void FindReferences(const PlainText& text, Findings& found) {
  const std::string& chars = text.chars;
  for (std::size_t at = 0; at + 5 <= chars.size(); ++at) {
    if (!StartsAccount(chars, at) || IsDigit(chars[at + 4])) continue;
    auto model = std::string_view(chars).substr(at, 4);
    if (model.substr(0, 2) == "si" && model != "si56" && chars[at + 4] == ' ') {
      // A space, then digits with hyphens. Without the space it is a tax number.
      std::size_t end = at + 5;
      while (end < chars.size() && (IsDigit(chars[end]) || chars[end] == '-')) ++end;
      found.push_back({at, end, std::nullopt});
    } else if (auto end = CreditorReferenceEnd(chars, at)) {
      found.push_back({at, *end, std::nullopt});
    }
  }
}

void FindEmsos(const PlainText& text, Findings& found) {
  ForEachNumber(text.chars, {13, 13, {" ", "-"}}, [&](const WrittenNumber& number) {
    bool named = WordsBack(text.chars, number.begin, 3, {"emso", "jmbg"}).has_value();
    bool emso = IsEmso(number.digits) || named;
    if (emso) found.push_back({number.begin, number.end, PersonalData::kEmso});
    return emso;
  });
}

void FindCards(const PlainText& text, Findings& found) {
  ForEachNumber(text.chars, {13, 19, {" ", "-"}}, [&](const WrittenNumber& number) {
    // A company's registered accounts and articles' bar codes are of this length too: one group of 13.
    bool named =
        WordsBack(text.chars, number.begin, 4, {"kartic", "visa", "mastercard", "maestro", "card"})
            .has_value();
    bool bar_code = number.digits.size() == 13 && number.groups.size() == 1;
    bool card = (IsCard(number.digits) && !bar_code) || named;
    if (card) found.push_back({number.begin, number.end, PersonalData::kCard});
    return card;
  });
}

void FindBirthDates(const PlainText& text, Findings& found) {
  ForEachNumber(text.chars, {4, 8, {".", ". ", "/", "-"}}, [&](const WrittenNumber& number) {
    bool birth = IsDateShaped(number) && IsBirthContext(text.chars, number.begin);
    if (birth) found.push_back({number.begin, number.end, PersonalData::kBirthDate});
    return birth;
  });
  // "1. februarja 2005": a day, a word, a year.
  const std::string& chars = text.chars;
  ForEachNumber(chars, {4, 4, {}}, [&](const WrittenNumber& year) {
    std::size_t at = year.begin;
    auto back = [&](auto accepts) {
      std::size_t stop = at;
      while (at > 0 && accepts(chars[at - 1])) --at;
      return stop - at;
    };
    bool month = back([](char c) { return c == ' '; }) == 1 && back(IsLetter) >= 3 &&
                 back([](char c) { return c == ' ' || c == '.'; }) <= 2;
    std::size_t day_digits = month ? back(IsDigit) : 0;
    bool birth = day_digits >= 1 && day_digits <= 2 && IsBirthContext(chars, at);
    if (birth) found.push_back({at, year.end, PersonalData::kBirthDate});
    return birth;
  });
}

void FindRemoteCodes(const PlainText& text, Findings& found) {
  ForEachNumber(text.chars, {9, 10, {" ", "-"}}, [&](const WrittenNumber& number) {
    std::initializer_list<std::string_view> programs = {"teamviewer", "anydesk", "viewer", "desk",
                                                        "rustdesk"};
    bool code = WordsBack(text.chars, number.begin, 6, programs) ||
                WordsAhead(text.chars, number.end, 4, programs);
    if (code) found.push_back({number.begin, number.end, PersonalData::kSecret});
    return code;
  });
}

void FindPersonNumbers(const PlainText& text, Findings& found) {
  auto find = [&](std::size_t digits, int words, std::initializer_list<std::string_view> stems,
                  PersonalData kind) {
    ForEachNumber(text.chars, {digits, digits, {" ", "-"}}, [&](const WrittenNumber& number) {
      bool named = WordsBack(text.chars, number.begin, words, stems).has_value();
      if (named) found.push_back({number.begin, number.end, kind});
      return named;
    });
  };
  find(11, 4, {"osebn"}, PersonalData::kSchoolNumber);     // osebna številka of a pupil
  find(7, 4, {"koristnik"}, PersonalData::kSchoolNumber);  // šifra koristnika
  find(9, 4, {"zzzs", "zdravstven", "kzz", "zavarovan"}, PersonalData::kHealthNumber);
  find(11, 3, {"oib"}, PersonalData::kTaxNumber);  // the Croatian one
}

void FindTaxNumbers(const PlainText& text, Findings& found) {
  const std::string& chars = text.chars;
  // With SI in front; with a space behind it must be in capitals, because "si" is a word.
  for (std::size_t at = 0; at + 10 <= chars.size(); ++at) {
    if (chars.compare(at, 2, "si") != 0 || (at > 0 && IsLetterOrDigit(chars[at - 1]))) continue;
    const char gap = chars[at + 2];
    if (gap == ' ' && !BeginsInCapitals(text.source.substr(text.offsets[at]))) continue;
    std::size_t first = gap == ' ' || gap == '-' ? at + 3 : at + 2;
    const Compact number = ReadCompact(chars, first, 8, Wrapped::kYes);
    const std::string& digits = number.chars;
    if (digits.size() < 8 || !std::all_of(digits.begin(), digits.end(), IsDigit)) continue;
    const std::size_t end = number.ends.back();
    const bool ends = end == chars.size() || !IsLetterOrDigit(chars[end]);
    if (ends && IsTaxNumber(digits)) found.push_back({at, end, PersonalData::kTaxNumber});
  }
  // Otherwise the nearest word that tells decides: invoices have eight digits too.
  ForEachNumber(chars, {8, 8, {" ", "-"}}, [&](const WrittenNumber& number) {
    auto tax = WordsBack(chars, number.begin, 5,
                         {"davcn", "ds", "vat", "tax", "tin", "pib", "zavezan", "porezn"});
    if (!tax && WordsBack(chars, number.begin, 1, {"ddv", "pdv"})) {
      tax = WordsBack(chars, number.begin, 4, {"id", "stev"});
    }
    if (!tax && WordsBack(chars, number.begin, 4, {"ddv", "pdv"})) {
      tax = WordsBack(chars, number.begin, 5, {"id"});
    }
    auto other = WordsBack(chars, number.begin, 5,
                           {"racun", "faktur", "konto", "kont", "dokument", "narocil", "predracun",
                            "dobavnic", "zahtev", "verzij", "datum", "invoice", "temeljnic"});
    bool named = tax && (!other || *tax < *other) && number.digits.front() != '0';
    // Right behind "davčna številka" a mistyped number is meant to be one as well.
    bool personal = named && (IsTaxNumber(number.digits) || *tax <= 3);
    if (personal) found.push_back({number.begin, number.end, PersonalData::kTaxNumber});
    return personal;
  });
}

}  // namespace pomocnik::bot
