#include "bot/http/staff/figures_api.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "bot/deflection/small_cells.h"
#include "bot/http/json_object.h"
#include "bot/http/json_text.h"
#include "bot/http/staff/day_range.h"
#include "bot/http/staff/filter.h"

namespace pomocnik::bot::http {
namespace {

using deflection::Overview;
using deflection::Shown;

constexpr std::size_t kMaxFilterCodePoints = 100;
constexpr double kCentsPerEuro = 100;

std::optional<Refusal> ReadPeriod(const Request& request, deflection::Period& period) {
  DayRange days{period.from, period.to};
  if (auto refusal = ReadDayRange(request, days)) return refusal;
  period = {days.from, days.to};
  if (DaysIn(period) > kMostDays) return Refusal{Problem::kWrongField, "to"};
  return std::nullopt;
}

// Null when the row hides more than `least` allows.
OrderedJson Cell(std::int64_t count, Shown shown, Shown least) {
  return shown > least ? OrderedJson() : OrderedJson(count);
}

OrderedJson WholeCell(std::int64_t count, Shown shown) {
  return Cell(count, shown, Shown::kNotSplit);
}
OrderedJson PartCell(std::int64_t count, Shown shown) { return Cell(count, shown, Shown::kAll); }

OrderedJson RateCell(std::int64_t part, const deflection::Totals& totals) {
  const auto rate = deflection::Rate(part, totals.tally.episodes);
  return rate && totals.shown == Shown::kAll ? OrderedJson(*rate) : OrderedJson();
}

void AddTally(const deflection::Tally& tally, Shown shown, OrderedJson& json) {
  json["episodes"] = WholeCell(tally.episodes, shown);
  json["answered"] = PartCell(tally.answered, shown);
  json["confirmed"] = PartCell(tally.confirmed, shown);
  json["potential"] = PartCell(tally.potential, shown);
  json["none"] = PartCell(tally.none, shown);
}

OrderedJson PeriodJson(const deflection::Period& period) {
  return {{"from", FormatDate(period.from)}, {"to", FormatDate(period.to)}};
}

OrderedJson TotalsJson(const deflection::Totals& totals) {
  OrderedJson json = {{"visits", WholeCell(totals.visits, totals.shown)},
                      {"questions", WholeCell(totals.questions, totals.shown)}};
  AddTally(totals.tally, totals.shown, json);
  json["open"] = WholeCell(totals.open, totals.shown_open);
  json["confirmedRate"] = RateCell(totals.tally.confirmed, totals);
  json["potentialRate"] = RateCell(totals.tally.potential, totals);
  json["answeredRate"] = RateCell(totals.tally.answered, totals);
  return json;
}

OrderedJson CountsJson(const std::vector<deflection::NamedCount>& counts) {
  OrderedJson json = OrderedJson::object();
  for (const auto& count : counts) {
    json[std::string(count.name)] = WholeCell(count.count, count.shown);
  }
  return json;
}

OrderedJson SeriesJson(const Overview& overview) {
  OrderedJson points = OrderedJson::array();
  for (const auto& point : overview.points) {
    OrderedJson json = {{"date", FormatDate(point.date)},
                        {"visits", WholeCell(point.visits, point.shown)}};
    AddTally(point.tally, point.shown, json);
    points.push_back(std::move(json));
  }
  return {{"by", overview.by == deflection::By::kDay ? "day" : "week"},
          {"points", std::move(points)}};
}

OrderedJson SlicesJson(const std::vector<deflection::Slice>& slices) {
  OrderedJson rows = OrderedJson::array();
  for (const auto& slice : slices) {
    OrderedJson row = {{"key", slice.key}};
    AddTally(slice.tally, slice.shown, row);
    rows.push_back(std::move(row));
  }
  return rows;
}

OrderedJson SavedJson(const deflection::Saving& saving, Shown shown) {
  const bool told = shown == Shown::kAll;
  return {{"minutes", told ? OrderedJson(saving.minutes) : OrderedJson()},
          {"eur",
           told ? OrderedJson(static_cast<double>(saving.cents) / kCentsPerEuro) : OrderedJson()}};
}

OrderedJson AssumptionsJson(const deflection::Assumptions& assumptions) {
  const auto& at = assumptions.changed_at;
  return {{"minutesPerRequest", assumptions.minutes_per_request},
          {"eurPerHour", assumptions.cents_per_hour / kCentsPerEuro},
          {"changedBy", TextOrNull(assumptions.changed_by)},
          {"changedAt", at ? OrderedJson(FormatRfc3339(*at)) : OrderedJson()}};
}

OrderedJson ArmJson(const deflection::ArmCounts& arm, Shown told) {
  return {{"episodes", WholeCell(arm.episodes, told)}, {"requests", WholeCell(arm.requests, told)}};
}

OrderedJson HoldoutJson(const deflection::Holdout& holdout) {
  const bool told = holdout.told == Shown::kAll;
  OrderedJson json = {{"share", told ? OrderedJson(holdout.share()) : OrderedJson()},
                      {"shown", ArmJson(holdout.shown, holdout.told)},
                      {"held", ArmJson(holdout.held, holdout.told)}};
  const auto& effect = holdout.effect;
  json["effect"] = told && effect ? OrderedJson(effect->value) : OrderedJson();
  json["low"] = told && effect ? OrderedJson(effect->interval.low) : OrderedJson();
  json["high"] = told && effect ? OrderedJson(effect->interval.high) : OrderedJson();
  return json;
}

OrderedJson KnownJson(const deflection::Known& known) {
  const auto& last = known.last_request_at;
  return {{"requestsImported", known.requests_imported},
          {"lastRequestAt", last ? OrderedJson(FormatRfc3339(*last)) : OrderedJson()},
          {"returnsSeen", "same_conversation"}};
}

OrderedJson OverviewJson(const Overview& overview) {
  const Shown shown = overview.totals.shown;
  OrderedJson json;
  json["period"] = PeriodJson(overview.period);
  json["previous"] = PeriodJson(overview.previous_period);
  json["filter"] = {{"channel", TextOrNull(overview.filter.channel)},
                    {"module", TextOrNull(overview.filter.module)},
                    {"lang", TextOrNull(overview.filter.lang)}};
  json["totals"] = TotalsJson(overview.totals);
  json["previousTotals"] = TotalsJson(overview.previous);
  json["excluded"] = CountsJson(overview.excluded);
  json["takenBack"] = CountsJson(overview.taken_back);
  json["reasons"] = CountsJson(overview.reasons);
  json["series"] = SeriesJson(overview);
  json["byChannel"] = SlicesJson(overview.by_channel);
  json["byModule"] = SlicesJson(overview.by_module);
  json["byLang"] = SlicesJson(overview.by_language);
  json["saving"] = {{"confirmed", SavedJson(overview.confirmed_saving(), shown)},
                    {"potential", SavedJson(overview.potential_saving(), shown)},
                    {"assumptions", AssumptionsJson(overview.assumptions)}};
  json["knows"] = KnownJson(overview.known);
  json["holdout"] = overview.holdout ? HoldoutJson(*overview.holdout) : OrderedJson();
  return json;
}

// A whole number of units, `unit` of which make one, from 1 to `most`.
std::optional<Refusal> ReadAmount(const JsonObject& json, std::string_view name, double unit,
                                  int most, int& amount) {
  double number = 0;
  const auto presence = json.ReadNumber(name, number);
  if (presence == JsonObject::Presence::kAbsent) {
    return Refusal{Problem::kMissingField, std::string(name)};
  }
  const double units = number * unit;
  constexpr double kRounding = 1e-6;
  const bool fits = presence == JsonObject::Presence::kPresent && units >= 1 && units <= most &&
                    std::abs(units - std::round(units)) < kRounding;
  if (!fits) return Refusal{Problem::kWrongField, std::string(name)};
  amount = static_cast<int>(std::lround(units));
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> ReadOverviewQuestion(const Request& request, const deflection::Period& usual,
                                            deflection::OverviewQuestion& question) {
  question.period = usual;
  if (auto refusal = ReadPeriod(request, question.period)) return refusal;
  const std::pair<std::string_view, std::string*> filters[] = {
      {"channel", &question.filter.channel},
      {"module", &question.filter.module},
      {"lang", &question.filter.lang}};
  for (const auto& [name, value] : filters) {
    if (auto refusal = ReadFilter(request, name, kMaxFilterCodePoints, *value)) return refusal;
  }
  question.by = deflection::UsualStep(question.period);
  const auto by = request.FindQuery("by");
  if (!by) return std::nullopt;
  if (*by != "day" && *by != "week") return Refusal{Problem::kWrongField, "by"};
  question.by = *by == "day" ? deflection::By::kDay : deflection::By::kWeek;
  return std::nullopt;
}

std::optional<Refusal> ReadAssumptionsRequest(std::string_view body,
                                              deflection::Assumptions& assumptions) {
  const auto json = JsonObject::Parse(body);
  if (!json) return Refusal{Problem::kMalformedJson, ""};
  if (auto refusal = ReadAmount(*json, "minutesPerRequest", 1, deflection::kMostMinutesPerRequest,
                                assumptions.minutes_per_request)) {
    return refusal;
  }
  return ReadAmount(*json, "eurPerHour", kCentsPerEuro, deflection::kMostCentsPerHour,
                    assumptions.cents_per_hour);
}

std::string WriteOverview(const Overview& overview) { return Dump(OverviewJson(overview)); }

std::string WriteOverviewExport(const Overview& overview) {
  OrderedJson json = OverviewJson(overview);
  json["hiddenBelow"] = deflection::kLeastTold;
  return Dump(json);
}

std::string WriteAssumptions(const deflection::Assumptions& assumptions) {
  return Dump(AssumptionsJson(assumptions));
}

}  // namespace pomocnik::bot::http
