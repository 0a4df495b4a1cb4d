// What `pomocnik stats` prints for people.
#pragma once

#include <string>

#include "bot/deflection/figures.h"

namespace pomocnik::bot::commands {

// Tables of at most 100 columns, with what each outcome means and what is not known.
std::string FormatOverview(const deflection::Overview& overview);

}  // namespace pomocnik::bot::commands
