#include "index/rank/confidence.h"

#include <algorithm>
#include <cmath>

namespace pomocnik::index {

double Confidence(const Features& features) {
  if (features.terms == 0) return 0;
  // Fitted by logistic regression on 388 answerable and unanswerable questions and 60 messages from outside
  // the help; none of them is verbatim a title, so the weight of `called` is a judgement. A question of one word is seldom clear, one of six or more is as clear as it gets.
  double words = std::min(features.terms, 6) / 6.0;
  double logit = -5.73 + 0.66 * features.coverage + 1.50 * features.known_share +
                 6.75 * features.lead + 1.22 * features.title_match + 3.63 * words +
                 2.5 * features.called;
  return 1 / (1 + std::exp(-logit));
}

}  // namespace pomocnik::index
