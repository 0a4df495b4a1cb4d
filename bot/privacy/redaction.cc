#include "bot/privacy/redaction.h"

#include <algorithm>
#include <utility>

#include "bot/privacy/rules.h"

namespace pomocnik::bot {
namespace {

std::string_view LabelOf(PersonalData kind) {
  switch (kind) {
    case PersonalData::kEmso:
      return "[EMŠO]";
    case PersonalData::kTaxNumber:
      return "[davčna številka]";
    case PersonalData::kIban:
      return "[IBAN]";
    case PersonalData::kCard:
      return "[kartica]";
    case PersonalData::kPhone:
      return "[telefon]";
    case PersonalData::kEmail:
      return "[e-naslov]";
    case PersonalData::kBirthDate:
      return "[datum rojstva]";
    case PersonalData::kSecret:
      return "[geslo]";
    case PersonalData::kSchoolNumber:
      return "[šolska številka]";
    case PersonalData::kHealthNumber:
      return "[številka ZZZS]";
    case PersonalData::kToken:
      return "[žeton]";
  }
  return "[…]";
}

std::vector<std::string_view> Labels() {
  std::vector<std::string_view> labels;
  for (PersonalData kind :
       {PersonalData::kEmso, PersonalData::kTaxNumber, PersonalData::kIban, PersonalData::kCard,
        PersonalData::kPhone, PersonalData::kEmail, PersonalData::kBirthDate, PersonalData::kSecret,
        PersonalData::kSchoolNumber, PersonalData::kHealthNumber, PersonalData::kToken}) {
    labels.push_back(LabelOf(kind));
  }
  return labels;
}

// What is found where, in order, without overlaps: an earlier rule is surer than a later one, which does not see any more what
// that one has taken.
Findings FindAll(PlainText text) {
  Findings kept;
  for (auto rule : {FindReferences, FindTokens, FindIbans, FindEmails, FindPasswords, FindEmsos,
                    FindRemoteCodes, FindPersonNumbers, FindBirthDates, FindCards, FindTaxNumbers,
                    FindPhones}) {
    Findings found;
    rule(text, found);
    const std::size_t surer = kept.size();
    for (const Finding& finding : found) {
      bool free = std::none_of(kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(surer),
                               [&](const Finding& other) {
                                 return finding.begin < other.end && other.begin < finding.end;
                               });
      if (free) kept.push_back(finding);
    }
    for (std::size_t i = surer; i < kept.size(); ++i) {
      std::fill(text.chars.begin() + static_cast<std::ptrdiff_t>(kept[i].begin),
                text.chars.begin() + static_cast<std::ptrdiff_t>(kept[i].end),
                PlainText::kPlaceholder);
    }
  }
  std::sort(kept.begin(), kept.end(),
            [](const Finding& a, const Finding& b) { return a.begin < b.begin; });
  return kept;
}

// One pass. Returns whether anything was replaced.
enum class Changed { kNo, kYes };

Changed RedactOnce(Redaction& redaction) {
  PlainText plain = MakePlainText(redaction.text, Labels());
  std::string text;
  std::vector<PersonalData> found;
  std::size_t copied = 0;
  for (const Finding& finding : FindAll(plain)) {
    std::size_t begin = plain.offsets[finding.begin];
    if (!finding.kind || begin < copied) continue;
    text.append(redaction.text, copied, begin - copied);
    text += LabelOf(*finding.kind);
    copied = plain.offsets[finding.end];
    found.push_back(*finding.kind);
  }
  if (found.empty()) return Changed::kNo;
  text.append(redaction.text, copied);
  redaction.text = std::move(text);
  redaction.found.insert(redaction.found.end(), found.begin(), found.end());
  return Changed::kYes;
}

}  // namespace

Redaction Redact(std::string_view text) {
  Redaction redaction{std::string(text), {}};
  // What was replaced brings words nearer to numbers behind it, so go on until nothing is found. Each pass
  // takes characters away, so this ends.
  while (RedactOnce(redaction) == Changed::kYes) {
  }
  return redaction;
}

}  // namespace pomocnik::bot
