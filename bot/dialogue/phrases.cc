#include "bot/dialogue/phrases.h"

#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>

#include <array>
#include <cassert>
#include <vector>

namespace pomocnik::bot {
namespace {

constexpr std::array kNeeded = {phrase::kHandoffLabel,
                                phrase::kReadAs,
                                phrase::kLiteral,
                                phrase::kMore,
                                phrase::kStub,
                                phrase::kExpired,
                                phrase::kLegislation,
                                phrase::kLegislationUndated,
                                phrase::kChoices,
                                phrase::kNothingFound,
                                phrase::kUnreadable,
                                phrase::kPolicyAsOf,
                                phrase::kPolicyOffer,
                                phrase::kPricesValidFrom,
                                phrase::kPricesService,
                                phrase::kPricesWithContract,
                                phrase::kPricesWithoutContract,
                                phrase::kDraftQuestion,
                                phrase::kDraftApp,
                                phrase::kDraftModule,
                                phrase::kDraftScreen,
                                phrase::kDraftVersion,
                                phrase::kVerdictAsTold,
                                phrase::kVerdictAsToldIf,
                                phrase::kVerdictOfRequest,
                                phrase::kVerdictOfRequestIf,
                                phrase::kVerdictOtherConditions,
                                phrase::kVerdictIfAnswer,
                                phrase::kVerdictPrice,
                                phrase::kHandoffClosedNow,
                                phrase::kHandoffRelated,
                                phrase::kDayFree,
                                phrase::kDayFreeNamed,
                                phrase::kDayWorking,
                                phrase::kDayWorkingNamed,
                                phrase::kAnswerYes,
                                phrase::kAnswerNo,
                                phrase::kAnswerAtMost,
                                phrase::kAnswerOver,
                                phrase::kMissedAgain,
                                phrase::kDescribe,
                                phrase::kSaidBefore,
                                phrase::kDraftReference,
                                phrase::kDraftFurther,
                                phrase::kDraftError,
                                phrase::kDraftShown,
                                phrase::kDraftNotHelpful,
                                std::string_view("verdict.short.free"),
                                std::string_view("verdict.short.paid"),
                                std::string_view("verdict.short.none"),
                                std::string_view("verdict.short.depends"),
                                phrase::kRemoved,
                                phrase::kRemovedEmso,
                                phrase::kRemovedTaxNumber,
                                phrase::kRemovedIban,
                                phrase::kRemovedCard,
                                phrase::kRemovedPhone,
                                phrase::kRemovedEmail,
                                phrase::kRemovedBirthDate,
                                phrase::kRemovedSecret,
                                phrase::kRemovedSchoolNumber,
                                phrase::kRemovedHealthNumber,
                                phrase::kRemovedToken};

icu::UnicodeString FromUtf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

icu::Formattable FormattableOf(const PhraseArgument& argument) {
  if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return {*number};
  return {FromUtf8(std::get<std::string_view>(argument.value))};
}

icu::MessageFormat MakeFormat(const kb::LocalText& pattern, std::string_view lang,
                              UErrorCode& status) {
  icu::Locale locale(lang == "en" ? "en" : lang == "hr" ? "hr" : "sl");
  return icu::MessageFormat(FromUtf8(pattern.In(lang)), locale, status);
}

}  // namespace

Result<Phrases> Phrases::Make(kb::PhraseTable table) {
  for (const auto& [key, entry] : table.entries) {
    for (std::string_view lang : {"sl", "en", "hr"}) {
      UErrorCode status = U_ZERO_ERROR;
      MakeFormat(entry.pattern, lang, status);
      if (U_FAILURE(status)) {
        return Error::InvalidArgument(table.file + ":" + std::to_string(entry.line) + ": " + key +
                                      ": not a well-formed message in " + std::string(lang) + " (" +
                                      u_errorName(status) + ")");
      }
    }
  }
  for (std::string_view key : kNeeded) {
    if (table.entries.find(key) == table.entries.end()) {
      return Error::InvalidArgument(table.file + ": the phrase " + std::string(key) +
                                    " is missing");
    }
  }
  return Phrases(std::move(table));
}

Phrases::Exists Phrases::Find(std::string_view key) const {
  return table_.entries.find(key) == table_.entries.end() ? Exists::kNo : Exists::kYes;
}

std::string Phrases::Format(std::string_view key, std::string_view lang,
                            std::initializer_list<PhraseArgument> arguments) const {
  auto entry = table_.entries.find(key);
  assert(entry != table_.entries.end());
  // A format is parsed for each use: formatting changes caches inside it, so it cannot be shared.
  UErrorCode status = U_ZERO_ERROR;
  icu::MessageFormat format = MakeFormat(entry->second.pattern, lang, status);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& argument : arguments) {
    names.push_back(FromUtf8(argument.name));
    values.push_back(FormattableOf(argument));
  }
  icu::UnicodeString formatted;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), formatted,
                status);
  assert(U_SUCCESS(status));
  std::string text;
  return formatted.toUTF8String(text);
}

}  // namespace pomocnik::bot
