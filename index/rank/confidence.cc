#include "index/rank/confidence.h"

#include <algorithm>
#include <cmath>

namespace pomocnik::index {

double Confidence(const Features& features) {
  if (features.terms == 0) return 0;
  double words = std::min(features.terms, 6) / 6.0;
  double logit = -4.2 + 4.6 * features.coverage + 1.4 * features.known_share +
                 3.0 * features.margin + 1.3 * features.title_match + 0.6 * words;
  return 1 / (1 + std::exp(-logit));
}

}  // namespace pomocnik::index
