// The arithmetic that tells a person's number from any other. Pure.
// REQUIRES for all: ASCII digits, for IBAN and reference upper- or lower-case letters too; any length.
#pragma once

#include <string_view>

namespace pomocnik::bot {

// EMŠO, the personal number: 13 digits DDMMYYY RR BBB K, a possible date and the check digit (weights
// 7 6 5 4 3 2 twice; K = 11 − Σ mod 11, 11 counts as 0 and 10 does not exist).
bool IsEmso(std::string_view digits);

// Davčna številka, the tax number: 8 digits, no leading zero (weights 8 to 2; K = 11 − Σ mod 11, 10 counts
// as 0 and 11 does not exist). One in eleven numbers passes, so this alone proves nothing.
bool IsTaxNumber(std::string_view digits);

// ISO 7064 mod 97 over the whole account, its first four characters moved to the end.
bool IsIban(std::string_view account);

// ISO 11649, a creditor's reference: "RF", two check digits as an IBAN's, 1 to 21 letters and digits.
bool IsCreditorReference(std::string_view reference);

// A Slovene account without "SI56": 15 digits, the last two check the rest by mod 97.
bool IsDomesticAccount(std::string_view digits);

// A payment card: the length and first digit of an issuer, and Luhn's check digit.
bool IsCard(std::string_view digits);

}  // namespace pomocnik::bot
