// Hides numbers that are so small that they may tell of a person, before figures leave the house. Pure.
#pragma once

#include "bot/deflection/figures.h"

namespace pomocnik::bot::deflection {

// A count from 1 to one less than this is not told. Nothing at all (0) tells of nobody, and is told.
inline constexpr std::int64_t kLeastTold = 5;

// Marks what is not to be told (Shown); the numbers stay where they are. Nothing that is told adds up to a count under
// kLeastTold, either:
//
// - The total first. If a part of it is small, no row is split anywhere; if it is small itself, nothing is told but
//   what was asked for.
// - Else each table (days or weeks, channels, modules, languages) stands beside a total that is told, so it must not be
//   completed from that. A row with a small part is not split: of confirmed, potential, none, answered and not
//   answered nothing is told. A row whose episodes or visits are few is left out whole. If that is one row alone, or
//   what is hidden of a column adds up to a small count, the next smallest rows are hidden as well (complementary
//   suppression), until neither is so. As rows are hidden for all columns at once, each hidden number lies on
//   two lines with another hidden one, and no line can be solved for it.
// - The reasons of `none` add up to it, and are hidden by the same rule, one by one. Those of confirmed and potential
//   are these numbers again, and go with the total.
// - What is left out, taken back or open stands for itself. Of a trial everything or nothing is told.
//
// Tables are only tied to each other by the total, so each is safe on its own. What is not prevented: whoever takes
// the difference of two exports, of 30 and of 31 days, say, learns what the 31st day alone might not have told.
void HideSmallCells(Overview& overview);

}  // namespace pomocnik::bot::deflection
