// What a caller is told when the request cannot be served: one table of status, code and text.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"
#include "bot/http/language.h"
#include "bot/http/message.h"

namespace pomocnik::bot::http {

enum class Problem {
  kMalformedRequest,
  kMalformedJson,
  kMissingField,
  kWrongField,
  kLongField,
  kEmptyMessage,
  kLongMessage,
  kNotSignedIn,
  kWrongSignIn,
  kCodeRequired,
  kForeignPage,
  kRoleTooLow,
  kNotFound,
  kNoSuchArticle,
  kNoSuchConversation,
  kNoSuchTurn,
  kNoSuchSession,
  kNoSuchVersion,
  kMethodNotAllowed,
  kKeyReused,
  kEditingOff,
  kEditedMeanwhile,
  kBrokenFile,
  kPublishBusy,
  kCandidateGone,
  kLengthRequired,
  kBodyTooLarge,
  kTargetTooLong,
  kEncodedBody,
  kNotJsonType,
  kTooManyRequests,
  kTooManyMessages,
  kTooManySignIns,
  kConversationTooFast,
  kConversationFull,
  kHeadersTooLarge,
  kInternal,
  kBusy,
  kSignInBusy,
  kStaffUnavailable,
  kNoIndex,
  kDraining,
  kNotSaved,
};

struct Refusal {
  Problem problem = Problem::kInternal;
  std::string field;  // the field or query parameter that is wrong; empty otherwise
  std::chrono::nanoseconds retry_after{0};  // when repeating may help; zero: not known
  bool operator==(const Refusal&) const = default;
};

int RefusalStatus(Problem problem);

// The sentence for the person, with the field's name in it.
std::string RefusalText(const Refusal& refusal, Language language);

// {"error": {…}}. Carries Retry-After, in whole seconds, when that is known; those of status 503 always do.
Response Refuse(const Refusal& refusal, Language language);

// What an error of an inner room becomes when the route knows nothing better.
Problem ProblemOf(ErrorCode code);

}  // namespace pomocnik::bot::http
