// What visitors of a help for accounting software write about and what is nobody's personal data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bot/privacy/personal_samples.h"

namespace pomocnik::testing {

// Sentences with numbers of invoices, accounts, orders, articles, versions and tickets, dates, amounts and
// names of forms; `writing` says which. The same for the same seed.
std::vector<Sample> MakeBusinessSamples(std::size_t count, std::uint64_t seed);

}  // namespace pomocnik::testing
