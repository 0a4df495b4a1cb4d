#include "index/rank/confidence.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <utility>

#include "kb/policy/confidence.h"

namespace pomocnik::index {
namespace {

using Effect = ConfidenceFeature::Effect;

constexpr ConfidenceFeature kFeatures[] = {
    {"lead", "how far the article is ahead of the second one, times coverage", Effect::kRaises,
     [](const Features& features) { return features.lead; }},
    {"margin", "how far the article is ahead of the mean of the next five, times known_share",
     Effect::kRaises, [](const Features& features) { return features.margin; }},
    {"title_asked", "share of the content words of the article's title that the question has",
     Effect::kRaises, [](const Features& features) { return features.title_asked; }},
    {"together", "share of the known words' weight that stands in one stretch of the article",
     Effect::kRaises, [](const Features& features) { return features.together; }},
    // A question of one word is seldom clear, one of six or more is as clear as it gets.
    {"words", "content words in the question: 6 or more are 1", Effect::kRaises,
     [](const Features& features) { return std::min(features.terms, 6) / 6.0; }},
    // One word of many is in some article on anything.
    {"alone", "1 when the article holds but one of the question's several content words",
     Effect::kLowers,
     [](const Features& features) { return features.terms > 1 && features.held == 1 ? 1.0 : 0.0; }},
    {"called", "1 when the question has exactly the words of a title or alternative question",
     Effect::kRaises,
     [](const Features& features) { return static_cast<double>(features.called); }},
};

constexpr char kComment[] =
    "# How sure the search is that the first article is the right one:\n"
    "# 1 / (1 + exp(-(intercept + the sum of weight * feature))). docs/confidence.md says how the "
    "weights\n"
    "# are fitted; each feature is 0 to 1 unless said. thresholds.yaml says what follows.\n";

std::string Line(const std::string& key, double value, const std::string& comment) {
  char number[32];
  std::snprintf(number, sizeof number, "%.3f", value);
  std::string line = key + ": " + number;
  if (comment.empty()) return line + "\n";
  constexpr std::size_t kCommentColumn = 24;
  line.resize(std::max(line.size() + 1, kCommentColumn), ' ');
  return line + "# " + comment + "\n";
}

std::optional<std::vector<double>> Order(const kb::ConfidenceWeights& file,
                                         kb::Diagnostics& diagnostics) {
  std::vector<std::optional<double>> weights(std::size(kFeatures));
  auto fail = [&](int line, std::string message) {
    diagnostics.push_back(
        {kb::Severity::kError, std::string(kb::kConfidenceFile), line, std::move(message)});
  };
  for (const auto& weight : file.weights) {
    auto found = std::find_if(
        std::begin(kFeatures), std::end(kFeatures),
        [&](const ConfidenceFeature& feature) { return feature.name == weight.feature; });
    if (found == std::end(kFeatures)) {
      fail(weight.line, "unknown feature " + weight.feature);
    } else {
      weights[static_cast<std::size_t>(found - kFeatures)] = weight.value;
    }
  }
  std::vector<double> ordered;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!weights[i]) fail(file.line, "no weight for the feature " + std::string(kFeatures[i].name));
    ordered.push_back(weights[i].value_or(0));
  }
  const bool whole = ordered.size() == file.weights.size() &&
                     std::find(weights.begin(), weights.end(), std::nullopt) == weights.end();
  return whole ? std::optional(std::move(ordered)) : std::nullopt;
}

}  // namespace

std::span<const ConfidenceFeature> ConfidenceFeatures() { return kFeatures; }

std::vector<double> FeatureValues(const Features& features) {
  std::vector<double> values;
  for (const ConfidenceFeature& feature : kFeatures) values.push_back(feature.value(features));
  return values;
}

ConfidenceModel::ConfidenceModel(double intercept, std::vector<double> weights)
    : intercept_(intercept), weights_(std::move(weights)) {
  assert(weights_.size() == std::size(kFeatures));
}

std::optional<ConfidenceModel> ConfidenceModel::Read(const std::vector<kb::DataFile>& files,
                                                     kb::Diagnostics& diagnostics) {
  auto file = std::find_if(files.begin(), files.end(), [](const kb::DataFile& candidate) {
    return candidate.name == kb::kConfidenceFile;
  });
  if (file == files.end()) {
    diagnostics.push_back(
        {kb::Severity::kError, std::string(kb::kConfidenceFile), 0, "the file is missing"});
    return std::nullopt;
  }
  auto parsed = kb::ParseConfidence(file->text, file->name, diagnostics);
  if (!parsed) return std::nullopt;
  auto weights = Order(*parsed, diagnostics);
  if (!weights) return std::nullopt;
  return ConfidenceModel(parsed->intercept, *std::move(weights));
}

double ConfidenceModel::Confidence(const Features& features) const {
  if (features.terms == 0) return 0;
  double logit = intercept_;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    logit += weights_[i] * kFeatures[i].value(features);
  }
  return 1 / (1 + std::exp(-logit));
}

std::string ConfidenceModel::Format() const {
  std::string text = kComment + Line("intercept", intercept_, "") + "weights:\n";
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    text += Line("  " + std::string(kFeatures[i].name), weights_[i], kFeatures[i].meaning);
  }
  return text;
}

}  // namespace pomocnik::index
