#include "bot/commands/stats_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace pomocnik::bot::commands {
namespace {

using deflection::Overview;
using deflection::Rate;
using deflection::Tally;
using deflection::Totals;

constexpr std::size_t kNameWidth = 34;
constexpr std::size_t kNumberWidth = 11;

template <typename... Values>
std::string Print(const char* format, Values... values) {
  std::array<char, 128> text{};
  std::snprintf(text.data(), text.size(), format, values...);
  return text.data();
}

// "1234567" as "1,234,567".
std::string Grouped(std::int64_t number) {
  std::string text = std::to_string(number);
  constexpr std::size_t kGroup = 3;
  const std::size_t first = number < 0 ? 1 : 0;
  for (std::size_t end = text.size(); end > first + kGroup; end -= kGroup) {
    text.insert(end - kGroup, ",");
  }
  return text;
}

std::string Percent(std::int64_t part, std::int64_t whole) {
  const auto rate = Rate(part, whole);
  return rate ? Print("%.1f %%", *rate * 100) : "-";
}

std::string Left(std::string_view text, std::size_t width) {
  std::string padded(TruncateCodePoints(text, width));
  padded.append(width - CountCodePoints(padded), ' ');
  return padded;
}

std::string Right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string RowOf(std::string_view name, const std::vector<std::string>& cells) {
  std::string row = "  " + Left(name, kNameWidth);
  for (const std::string& cell : cells) row += Right(cell, kNumberWidth);
  return row + '\n';
}

std::string Change(std::int64_t now, std::int64_t before) {
  if (before == 0) return "-";
  return Print("%+.0f %%", 100.0 * static_cast<double>(now - before) / static_cast<double>(before));
}

std::string CountRow(std::string_view name, std::int64_t now, std::int64_t before) {
  return RowOf(name, {Grouped(now), "", Grouped(before), "", Change(now, before)});
}

// A part of the episodes, with its share; the change is one of percentage points.
std::string PartRow(std::string_view name, std::int64_t Tally::*part, const Overview& overview) {
  const Tally& now = overview.totals.tally;
  const Tally& before = overview.previous.tally;
  const auto rate = Rate(now.*part, now.episodes);
  const auto rate_before = Rate(before.*part, before.episodes);
  return RowOf(name, {Grouped(now.*part), Percent(now.*part, now.episodes), Grouped(before.*part),
                      Percent(before.*part, before.episodes),
                      rate && rate_before ? Print("%+.1f pp", 100 * (*rate - *rate_before)) : "-"});
}

std::string FormatPeriod(const deflection::Period& period) {
  return FormatDate(period.from) + " to " + FormatDate(period.to);
}

std::string FormatHead(const Overview& overview) {
  std::string head = "Period " + FormatPeriod(overview.period) + ", against " +
                     FormatPeriod(overview.previous_period) + "\n";
  for (const auto& [name, value] : {std::pair("channel", &overview.filter.channel),
                                    std::pair("module", &overview.filter.module),
                                    std::pair("language", &overview.filter.lang)}) {
    if (!value->empty()) head += std::string("Only ") + name + " " + *value + "\n";
  }
  return head;
}

std::string FormatTotals(const Overview& overview) {
  const Totals& now = overview.totals;
  const Totals& before = overview.previous;
  return "\n" + RowOf("", {"period", "share", "before", "share", "change"}) +
         CountRow("visits", now.visits, before.visits) +
         CountRow("questions", now.questions, before.questions) +
         CountRow("episodes", now.tally.episodes, before.tally.episodes) +
         PartRow("answered", &Tally::answered, overview) +
         PartRow("confirmed", &Tally::confirmed, overview) +
         PartRow("potential", &Tally::potential, overview) +
         PartRow("none", &Tally::none, overview) + CountRow("still open", now.open, before.open);
}

constexpr std::string_view kDefinitions =
    "\n"
    "  episode    a visitor's questions on one matter, with at least one real question\n"
    "  answered   an article or the support policy answered, whatever became of it\n"
    "  confirmed  the last answer was marked as helpful, and nobody came back or filed a request\n"
    "             on the matter within the window\n"
    "  potential  the last answer was read and nothing was said of it, and the same\n"
    "  none       a request was drafted or filed, the answer did not help or was not read, or\n"
    "             nothing was found\n"
    "  still open the window is not over: what became of them may still change\n";

// What a reason, an exclusion or a take-back means.
struct Meaning {
  std::string_view name;
  std::string_view text;
};
constexpr Meaning kReasonTexts[] = {
    {"helpful", "confirmed: marked as helpful"}, {"read", "potential: read"},
    {"drafted", "none: a request was drafted"},  {"filed", "none: a request was filed"},
    {"unhelpful", "none: marked as no help"},    {"not_found", "none: nothing was found"},
    {"unread", "none: not even read"},           {"returned", "none: came back to it"},
};
constexpr Meaning kTakenBackTexts[] = {
    {"returned", "came back to the matter"},
    {"filed", "a request was filed"},
    {"unhelpful", "marked as no help"},
    {"drafted", "a request was drafted"},
};
constexpr Meaning kExcludedTexts[] = {
    {"greeting", "greetings and nothing else"},
    {"empty", "nothing that could be read"},
    {"test", "tests"},
    {"staff", "staff"},
    {"excess", "too many from one source"},
};

std::string FormatCounts(std::string_view title, const std::vector<deflection::NamedCount>& counts,
                         std::span<const Meaning> meanings) {
  std::string text = "\n" + std::string(title) + "\n";
  for (const auto& count : counts) {
    const auto found = std::find_if(meanings.begin(), meanings.end(),
                                    [&](const Meaning& row) { return row.name == count.name; });
    text += RowOf(found == meanings.end() ? count.name : found->text, {Grouped(count.count)});
  }
  return text;
}

std::vector<std::string> TallyCells(const Tally& tally) {
  return {Grouped(tally.episodes), Percent(tally.answered, tally.episodes),
          Percent(tally.confirmed, tally.episodes), Percent(tally.potential, tally.episodes),
          Percent(tally.none, tally.episodes)};
}

std::string TallyHead(std::string_view title) {
  return "\n" + RowOf(title, {"episodes", "answered", "confirmed", "potential", "none"});
}

std::string FormatSlices(std::string_view title, const std::vector<deflection::Slice>& slices) {
  std::string text = TallyHead(title);
  for (const auto& slice : slices) {
    text += RowOf(slice.key.empty() ? "(not known)" : slice.key, TallyCells(slice.tally));
  }
  return text;
}

std::string FormatPoints(const Overview& overview) {
  const bool days = overview.by == deflection::By::kDay;
  std::string text = TallyHead(days ? "day" : "week from Monday");
  for (const auto& point : overview.points) {
    text += RowOf(FormatDate(point.date), TallyCells(point.tally));
  }
  return text;
}

std::string SavingRow(std::string_view name, const deflection::Saving& saving) {
  constexpr std::int64_t kMinutesPerHour = 60;
  constexpr std::int64_t kCentsPerEuro = 100;
  return RowOf(name, {Grouped(saving.minutes / kMinutesPerHour) + " h",
                      Grouped(saving.cents / kCentsPerEuro) + " EUR"});
}

std::string FormatSaving(const Overview& overview) {
  const auto& assumptions = overview.assumptions;
  const std::string stated = assumptions.changed_at
                                 ? "stated by " + assumptions.changed_by + " on " +
                                       FormatRfc3339(*assumptions.changed_at).substr(0, 10)
                                 : "the program's own assumption";
  return "\nSaved, if each were a request of " + std::to_string(assumptions.minutes_per_request) +
         " minutes at " + Print("%.2f", assumptions.cents_per_hour / 100.0) + " EUR an hour (" +
         stated + ")\n" + SavingRow("confirmed", overview.confirmed_saving()) +
         SavingRow("potential", overview.potential_saving());
}

std::string FormatHoldout(const deflection::Holdout& holdout) {
  const auto row = [](std::string_view name, const deflection::ArmCounts& arm) {
    return RowOf(
        name, {Grouped(arm.episodes), Grouped(arm.requests), Percent(arm.requests, arm.episodes)});
  };
  std::string text = "\nTrial: for a share of " + Print("%.1f %%", 100 * holdout.share()) +
                     " the answer was held back until the request form was offered\n" +
                     RowOf("", {"episodes", "requests", "share"}) +
                     row("shown at once", holdout.shown) + row("held back", holdout.held);
  if (!holdout.effect) return text + "  The effect is not known.\n";
  return text + Print(
                    "  Showing it at once lowers the share by %.1f pp (95 %% interval %.1f to "
                    "%.1f pp).\n",
                    100 * holdout.effect->value, 100 * holdout.effect->interval.low,
                    100 * holdout.effect->interval.high);
}

std::string FormatKnown(const deflection::Known& known) {
  std::string text = "\nNot known\n";
  if (known.requests_imported == 0) {
    text +=
        "  No requests were imported: confirmed rests on votes alone, and nothing was taken "
        "back\n  because a request was filed. See: pomocnik requests import --help\n";
  } else {
    text += "  " + Grouped(known.requests_imported) + " requests were imported, the last one of " +
            FormatRfc3339(*known.last_request_at).substr(0, 10) +
            "; those without a reference in their\n  text belong to no episode.\n";
  }
  return text +
         "  Who comes back is seen within one conversation only: no address and no person "
         "is kept.\n";
}

}  // namespace

std::string FormatOverview(const Overview& overview) {
  std::string text =
      FormatHead(overview) + FormatTotals(overview) + std::string(kDefinitions) +
      FormatCounts("Why", overview.reasons, kReasonTexts) +
      FormatCounts("Taken back: a success before, none now", overview.taken_back, kTakenBackTexts) +
      FormatCounts("Left out of the figures", overview.excluded, kExcludedTexts) +
      FormatSlices("channel", overview.by_channel) + FormatSlices("module", overview.by_module) +
      FormatSlices("language", overview.by_language) + FormatPoints(overview) +
      FormatSaving(overview);
  if (overview.holdout) text += FormatHoldout(*overview.holdout);
  return text + FormatKnown(overview.known);
}

}  // namespace pomocnik::bot::commands
