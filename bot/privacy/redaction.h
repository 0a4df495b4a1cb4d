// Takes personal data out of a text before it is stored or logged. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pomocnik::bot {

enum class PersonalData {
  kEmso,
  kTaxNumber,
  kIban,
  kCard,
  kPhone,
  kEmail,
  kBirthDate,
  kSecret,
  kSchoolNumber,
  kHealthNumber,
  kToken
};

struct Redaction {
  std::string text;                 // with "[EMŠO]", "[e-naslov]", … in place of what was found
  std::vector<PersonalData> found;  // in order
};

// Rules, check digits and context words: domain.md's table, restated above each rule in the source.
// REQUIRES: valid UTF-8. Idempotent: redacting twice changes nothing.
Redaction Redact(std::string_view text);

}  // namespace pomocnik::bot
