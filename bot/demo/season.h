// When people of an accounting office ask, and about what: the shape of a year in Slovenia. Pure.
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "bot/deflection/period.h"
#include "bot/demo/dice.h"
#include "kb/policy/support_hours.h"

namespace pomocnik::bot::demo {

// How busy a day is, against an ordinary Thursday in spring: quiet at weekends, on holidays, in August and between
// Christmas and New Year; busy on Mondays, at the turn of the year and in March, when annual reports are due.
double BusynessOf(Date day, const kb::SupportHours& hours);

// How much likelier than usual a module is asked about on that day: VAT at the end of the month, payroll until the 15th,
// fixed assets and the general ledger around the annual report, stock-taking at the turn of the year.
double SeasonOf(std::string_view module, Date day);

// A time of day, as the clock shows it.
std::chrono::seconds TimeOfDay(Date day, const kb::SupportHours& hours, Dice& dice);

// How many of `episodes` fall on each day of the period, which add up to it; growing by a third over it.
std::vector<int> SpreadOver(const deflection::Period& period, int episodes,
                            const kb::SupportHours& hours, Dice& dice);

}  // namespace pomocnik::bot::demo
