// One function for each kind of personal data. Pure; each reads the whole text and adds what it finds.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "bot/privacy/plain_text.h"
#include "bot/privacy/redaction.h"

namespace pomocnik::bot {

// A range of PlainText::chars.
struct Finding {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<PersonalData>
      kind;  // absent: something that only looks like personal data, to be kept
};
using Findings = std::vector<Finding>;

// Written in letters and signs (word_rules.cc).
void FindTokens(const PlainText& text, Findings& found);     // JWT, "Bearer …"
void FindEmails(const PlainText& text, Findings& found);     // name@host.tld
void FindPasswords(const PlainText& text, Findings& found);  // "geslo je …", "PIN: …"

// Written in digits (number_rules.cc, phone_rule.cc).
void FindIbans(const PlainText& text, Findings& found);
void FindReferences(const PlainText& text, Findings& found);  // kept: SI12 …, RF18 …
void FindEmsos(const PlainText& text, Findings& found);
void FindCards(const PlainText& text, Findings& found);
void FindBirthDates(const PlainText& text, Findings& found);
void FindRemoteCodes(const PlainText& text, Findings& found);    // TeamViewer, AnyDesk
void FindPersonNumbers(const PlainText& text, Findings& found);  // school, health insurance, OIB
void FindTaxNumbers(const PlainText& text, Findings& found);
void FindPhones(const PlainText& text, Findings& found);

}  // namespace pomocnik::bot
