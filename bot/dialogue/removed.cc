#include "bot/dialogue/removed.h"

#include <cstdint>
#include <map>

namespace pomocnik::bot {
namespace {

std::string_view PhraseOf(PersonalData kind) {
  switch (kind) {
    case PersonalData::kEmso:
      return phrase::kRemovedEmso;
    case PersonalData::kTaxNumber:
      return phrase::kRemovedTaxNumber;
    case PersonalData::kIban:
      return phrase::kRemovedIban;
    case PersonalData::kCard:
      return phrase::kRemovedCard;
    case PersonalData::kPhone:
      return phrase::kRemovedPhone;
    case PersonalData::kEmail:
      return phrase::kRemovedEmail;
    case PersonalData::kBirthDate:
      return phrase::kRemovedBirthDate;
    case PersonalData::kSecret:
      return phrase::kRemovedSecret;
    case PersonalData::kSchoolNumber:
      return phrase::kRemovedSchoolNumber;
    case PersonalData::kHealthNumber:
      return phrase::kRemovedHealthNumber;
    case PersonalData::kToken:
      return phrase::kRemovedToken;
  }
  return "";
}

}  // namespace

std::string DescribeRemoved(const std::vector<PersonalData>& found, const Phrases& phrases,
                            std::string_view lang) {
  if (found.empty()) return "";
  std::map<PersonalData, std::int64_t> counts;
  for (const PersonalData kind : found) ++counts[kind];
  std::string list;
  for (const auto& [kind, count] : counts) {
    if (!list.empty()) list += ", ";
    list += phrases.Format(PhraseOf(kind), lang, {{"count", count}});
  }
  return phrases.Format(phrase::kRemoved, lang, {{"list", list}});
}

}  // namespace pomocnik::bot
