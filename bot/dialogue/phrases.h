// The assistant's own words, filled in.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/result.h"
#include "kb/phrases/phrases.h"

namespace pomocnik::bot {

// A value for "{name}" in a phrase. A number may choose between forms: "{name, plural, …}".
struct PhraseArgument {
  std::string_view name;
  std::variant<std::string_view, std::int64_t> value;
};

// Every phrase that the program says by itself, by key; checked when Phrases is made. Others (small
// talk, hand-over) are named by the intents.
namespace phrase {
inline constexpr std::string_view kHandoffLabel = "handoff.label";
inline constexpr std::string_view kReadAs = "answer.read_as";
inline constexpr std::string_view kLiteral = "answer.literal";
inline constexpr std::string_view kMore = "answer.more";
inline constexpr std::string_view kStub = "answer.stub";
inline constexpr std::string_view kExpired = "answer.expired";
inline constexpr std::string_view kLegislation = "answer.legislation";
inline constexpr std::string_view kLegislationUndated = "answer.legislation_undated";
inline constexpr std::string_view kChoices = "choices.ask";
inline constexpr std::string_view kNothingFound = "abstain.nothing";
inline constexpr std::string_view kUnreadable = "abstain.unreadable";
inline constexpr std::string_view kPolicyAsOf = "policy.as_of";
inline constexpr std::string_view kPolicyOffer = "policy.offer";
inline constexpr std::string_view kPricesValidFrom = "prices.valid_from";
inline constexpr std::string_view kPricesService = "prices.service";
inline constexpr std::string_view kPricesWithContract = "prices.with_contract";
inline constexpr std::string_view kPricesWithoutContract = "prices.without_contract";
inline constexpr std::string_view kDraftQuestion = "draft.question";
inline constexpr std::string_view kDraftApp = "draft.app";
inline constexpr std::string_view kDraftModule = "draft.module";
inline constexpr std::string_view kDraftScreen = "draft.screen";
inline constexpr std::string_view kDraftVersion = "draft.version";
inline constexpr std::string_view kVerdictAsTold = "verdict.as_told";
inline constexpr std::string_view kVerdictAsToldIf = "verdict.as_told_if";
inline constexpr std::string_view kVerdictOfRequest = "verdict.of_request";
inline constexpr std::string_view kVerdictOfRequestIf = "verdict.of_request_if";
inline constexpr std::string_view kVerdictOtherConditions = "verdict.other_conditions";
inline constexpr std::string_view kVerdictIfAnswer = "verdict.if_answer";
inline constexpr std::string_view kVerdictPrice = "verdict.price";
inline constexpr std::string_view kHandoffClosedNow = "handoff.closed_now";
inline constexpr std::string_view kHandoffRelated = "handoff.related";
inline constexpr std::string_view kDayFree = "day.free";
inline constexpr std::string_view kDayFreeNamed = "day.free_named";
inline constexpr std::string_view kDayWorking = "day.working";
inline constexpr std::string_view kDayWorkingNamed = "day.working_named";
inline constexpr std::string_view kAnswerYes = "answer.yes";
inline constexpr std::string_view kAnswerNo = "answer.no";
inline constexpr std::string_view kAnswerAtMost = "answer.at_most";
inline constexpr std::string_view kAnswerOver = "answer.over";
inline constexpr std::string_view kMissedAgain = "conversation.missed_again";
inline constexpr std::string_view kSaidBefore = "conversation.said_before";
inline constexpr std::string_view kDescribe = "conversation.describe";
inline constexpr std::string_view kDraftReference = "draft.reference";
inline constexpr std::string_view kDraftFurther = "draft.further";
inline constexpr std::string_view kDraftError = "draft.error";
inline constexpr std::string_view kDraftShown = "draft.shown";
inline constexpr std::string_view kDraftNotHelpful = "draft.not_helpful";
// With ".free", ".paid", ".none" and ".depends" behind it.
inline constexpr std::string_view kVerdictShort = "verdict.short";
inline constexpr std::string_view kRemoved = "privacy.removed";
inline constexpr std::string_view kRemovedEmso = "privacy.emso";
inline constexpr std::string_view kRemovedTaxNumber = "privacy.tax_number";
inline constexpr std::string_view kRemovedIban = "privacy.iban";
inline constexpr std::string_view kRemovedCard = "privacy.card";
inline constexpr std::string_view kRemovedPhone = "privacy.phone";
inline constexpr std::string_view kRemovedEmail = "privacy.email";
inline constexpr std::string_view kRemovedBirthDate = "privacy.birth_date";
inline constexpr std::string_view kRemovedSecret = "privacy.secret";
inline constexpr std::string_view kRemovedSchoolNumber = "privacy.school_number";
inline constexpr std::string_view kRemovedHealthNumber = "privacy.health_number";
inline constexpr std::string_view kRemovedToken = "privacy.token";
}  // namespace phrase

// Immutable and thread-safe. Formats with ICU MessageFormat.
class Phrases {
 public:
  // kInvalidArgument, with file and line, when a pattern is not well-formed in some language or a
  // phrase that the program needs is missing.
  static Result<Phrases> Make(kb::PhraseTable table);

  enum class Exists { kNo, kYes };
  Exists Find(std::string_view key) const;

  // The phrase in the language (Slovene for an unknown one). Arguments the pattern does not name
  // are ignored. REQUIRES: Find(key) == kYes, and what the pattern chooses a form by is a number.
  std::string Format(std::string_view key, std::string_view lang,
                     std::initializer_list<PhraseArgument> arguments = {}) const;

 private:
  explicit Phrases(kb::PhraseTable table) : table_(std::move(table)) {}

  kb::PhraseTable table_;
};

}  // namespace pomocnik::bot
