// What the ledger says about a period: the one place where its rows become the figures that are shown, exported and
// printed. Confirmed and potential are never added up. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/proportion.h"
#include "bot/deflection/period.h"
#include "bot/deflection/saving.h"

namespace pomocnik::bot::deflection {

// Empty: whatever it is.
struct Filter {
  std::string channel;
  std::string module;
  std::string lang;
  bool operator==(const Filter&) const = default;
};

// How much of a row may be told (small_cells.h).
enum class Shown { kAll, kNotSplit, kNothing };

// Episodes with a real question, and what became of them.
struct Tally {
  std::int64_t episodes = 0;
  std::int64_t answered = 0;   // an article or the policy answered
  std::int64_t confirmed = 0;  // these three add up to the episodes
  std::int64_t potential = 0;
  std::int64_t none = 0;
  bool operator==(const Tally&) const = default;
};

// A number with a name: of episodes that are left out, of a reason.
struct NamedCount {
  std::string_view name;  // one of the lists below
  std::int64_t count = 0;
  Shown shown = Shown::kAll;  // kAll or kNothing
  bool operator==(const NamedCount&) const = default;
};

inline constexpr std::array<std::string_view, 5> kExcluded = {"greeting", "empty", "test", "staff",
                                                              "excess"};
// The first is that of every confirmed episode, the second that of every potential one.
inline constexpr std::array<std::string_view, 8> kReasons = {
    "helpful", "read", "drafted", "filed", "unhelpful", "not_found", "unread", "returned"};
// For which an episode that was a success before is none any more.
inline constexpr std::array<std::string_view, 4> kTakenBack = {"returned", "filed", "unhelpful",
                                                               "drafted"};

struct Totals {
  std::int64_t visits = 0;
  std::int64_t questions = 0;  // real ones of the episodes
  Tally tally;
  std::int64_t open = 0;  // episodes whose window is not over: what became of them may still change
  Shown shown = Shown::kAll;
  Shown shown_open = Shown::kAll;
  bool operator==(const Totals&) const = default;
};

// One row of a breakdown.
struct Slice {
  std::string key;  // a channel, a module, a language; empty: not known
  Tally tally;
  Shown shown = Shown::kAll;
  bool operator==(const Slice&) const = default;
};

enum class By { kDay, kWeek };

struct Point {
  Date date;  // of a week its Monday, also when the period begins later
  std::int64_t visits = 0;
  Tally tally;
  Shown shown = Shown::kAll;
  bool operator==(const Point&) const = default;
};

// Episodes of one arm of the trial, and how many of them led to a request.
struct ArmCounts {
  std::int64_t episodes = 0;
  std::int64_t requests = 0;
  bool operator==(const ArmCounts&) const = default;
};

struct Holdout {
  ArmCounts shown;
  ArmCounts held;
  // By how much the answer, when it is shown at once, lowers the share of episodes that lead to a request. Absent while an
  // arm has no episodes, or no requests were imported: then nothing is known.
  std::optional<Difference> effect;
  Shown told = Shown::kAll;

  double share() const;  // of the episodes that are held; REQUIRES: there are any
};

// On what the figures rest.
struct Known {
  std::int64_t requests_imported = 0;  // 0: confirmed rests on votes alone
  std::optional<Instant> last_request_at;
  bool operator==(const Known&) const = default;
};

// What a store counts, in any order.
struct LedgerCounts {
  struct Episodes {
    Date day;
    std::string standing;
    std::string channel;
    std::string module;
    std::string lang;
    std::int64_t episodes = 0;
    std::int64_t answered = 0;
    std::int64_t questions = 0;
    std::array<std::int64_t, kReasons.size()> reasons{};  // in the order of kReasons
  };
  struct Visits {
    Date day;
    std::int64_t visits = 0;
  };
  struct TakenBack {
    std::string reason;  // any, not only of kTakenBack
    std::int64_t episodes = 0;
  };
  std::vector<Episodes> episodes;
  std::vector<Visits> visits;
  std::vector<TakenBack> taken_back;
  std::int64_t open = 0;
  Totals previous;  // of the period before
  ArmCounts shown;
  ArmCounts held;
  Known known;
};

struct Overview {
  Period period;
  Period previous_period;
  Filter filter;
  Totals totals;
  Totals previous;
  std::vector<NamedCount> excluded;    // in the order of the lists above, none left out
  std::vector<NamedCount> reasons;     // the same
  std::vector<NamedCount> taken_back;  // the same
  By by = By::kDay;
  std::vector<Point> points;       // every day or week of the period, in order
  std::vector<Slice> by_channel;   // most episodes first
  std::vector<Slice> by_module;    // the same
  std::vector<Slice> by_language;  // the same
  Assumptions assumptions;
  Known known;
  std::optional<Holdout> holdout;  // absent: no episode of the period was part of a trial

  Saving confirmed_saving() const { return SavingOf(totals.tally.confirmed, assumptions); }
  Saving potential_saving() const { return SavingOf(totals.tally.potential, assumptions); }
};

// What is asked for.
struct OverviewQuestion {
  Period period;
  Filter filter;
  By by = By::kDay;
};

// Days as long as they can be told apart, weeks beyond.
By UsualStep(const Period& period);

Overview MakeOverview(const OverviewQuestion& question, const LedgerCounts& counted,
                      const Assumptions& assumptions);

// Absent when there is nothing to take a share of.
std::optional<double> Rate(std::int64_t part, std::int64_t whole);

}  // namespace pomocnik::bot::deflection
