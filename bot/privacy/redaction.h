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

// Check digits and context words are told above each rule in the sources.
// REQUIRES: valid UTF-8. Idempotent: redacting twice changes nothing.
Redaction Redact(std::string_view text);

}  // namespace pomocnik::bot
