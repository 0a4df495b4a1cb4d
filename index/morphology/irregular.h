// The Slovene words that no paradigm describes.
#pragma once

#include <vector>

#include "index/morphology/training.h"

namespace pomocnik::index {

// Every form of them, so heavy that no derived reading stands beside it.
std::vector<FormLemma> IrregularPairs();

}  // namespace pomocnik::index
