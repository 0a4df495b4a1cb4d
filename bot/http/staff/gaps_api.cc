#include "bot/http/staff/gaps_api.h"

#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/http/request_fields.h"

namespace pomocnik::bot::http {
namespace {

using deflection::Gap;
using deflection::GapQuestion;

constexpr std::size_t kMaxExamples = 8;
constexpr std::size_t kMaxIdCodePoints = 300;

OrderedJson ExampleJson(const GapQuestion& question) {
  return {{"text", question.text},
          {"conversation", question.conversation},
          {"at", FormatRfc3339(question.at)},
          {"lang", question.lang},
          {"decision", question.decision}};
}

// The newest, each text once.
OrderedJson ExamplesJson(const Gap& gap, const std::vector<GapQuestion>& questions) {
  OrderedJson examples = OrderedJson::array();
  std::set<std::string_view> seen;
  for (const std::size_t index : gap.questions) {
    if (examples.size() == kMaxExamples) break;
    const GapQuestion& question = questions[index];
    if (seen.insert(question.text).second) examples.push_back(ExampleJson(question));
  }
  return examples;
}

OrderedJson TrendJson(const Gap& gap) {
  OrderedJson trend = OrderedJson::array();
  for (const deflection::WeekCount& week : gap.trend) {
    trend.push_back({{"date", FormatDate(week.monday)}, {"count", week.count}});
  }
  return trend;
}

OrderedJson NearestJson(const ListedGap& listed) {
  if (!listed.nearest) return nullptr;
  return {{"id", listed.nearest->id}, {"title", listed.nearest->title}};
}

OrderedJson GapJson(const ListedGap& listed, const GapList& list, int minutes_per_request) {
  const Gap& gap = listed.gap;
  const auto minutes =
      static_cast<std::int64_t>(gap.episodes) * static_cast<std::int64_t>(minutes_per_request);
  return {{"id", gap.id},
          {"title", deflection::TitleOf(gap, list.questions)},
          {"terms", gap.terms},
          {"count", gap.questions.size()},
          {"minutes", minutes},
          {"conversations", gap.conversations},
          {"requests", gap.requests},
          {"drafts", gap.drafts},
          {"module", gap.module},
          {"trend", TrendJson(gap)},
          {"examples", ExamplesJson(gap, list.questions)},
          {"nearest", NearestJson(listed)},
          {"state", deflection::GapStateName(listed.state)}};
}

}  // namespace

std::string WriteGaps(const GapList& list, int minutes_per_request) {
  OrderedJson gaps = OrderedJson::array();
  for (const ListedGap& listed : list.gaps) {
    gaps.push_back(GapJson(listed, list, minutes_per_request));
  }
  return Dump({{"gaps", std::move(gaps)}, {"minutesPerRequest", minutes_per_request}});
}

std::optional<Refusal> ReadGapStateRequest(std::string_view body, GapStateRequest& request) {
  const auto object = JsonObject::Parse(body);
  if (!object) return Refusal{Problem::kMalformedJson, ""};
  if (auto refusal = ReadFilledField(*object, "id", Need::kRequired, request.id)) return refusal;
  if (CountCodePoints(request.id) > kMaxIdCodePoints) return Refusal{Problem::kLongField, "id"};
  if (auto refusal = ReadField(*object, "state", Need::kRequired, request.state)) return refusal;
  const bool known = request.state == deflection::GapStateName(deflection::GapState::kOpen) ||
                     request.state == deflection::GapStateName(deflection::GapState::kOutOfScope);
  if (!known) return Refusal{Problem::kWrongField, "state"};
  return std::nullopt;
}

}  // namespace pomocnik::bot::http
