// How sure we may be that the first article answers the question. Pure.
#pragma once

#include "index/search.h"

namespace pomocnik::index {

// A probability by logistic regression over the features. 0 when no word was searched for.
double Confidence(const Features& features);

}  // namespace pomocnik::index
