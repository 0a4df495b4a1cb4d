// The figures as a table for a spreadsheet. Pure.
#pragma once

#include <string>

#include "bot/deflection/figures.h"

namespace pomocnik::bot::deflection {

// One table whose first two columns say what a row is about: `totals`, `previous`, `reason`, `taken_back`, `excluded`,
// `day` or `week`, `channel`, `module`, `lang`, `saving`, `assumption`, `known`, `holdout`, `filter`. A cell that does not
// belong to the row is empty, one that is hidden (small_cells.h) holds `*`. As base/csv_writer.h says.
std::string WriteOverviewCsv(const Overview& overview);

}  // namespace pomocnik::bot::deflection
