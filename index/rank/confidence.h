// How sure we may be that the first article answers the question. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "index/search.h"
#include "kb/diagnostic.h"
#include "kb/library.h"

namespace pomocnik::index {

// One input of the regression. A new one is a row in the table of confidence.cc and a weight in
// kb/policy/confidence.yaml.
struct ConfidenceFeature {
  const char* name;     // its key in confidence.yaml
  const char* meaning;  // half a sentence for an engineer
  // Which sign a weight may have. One that comes out of a fit with the other is chance, and set to zero.
  enum class Effect { kRaises, kLowers, kEither } effect;
  double (*value)(const Features&);
};

// In the order of the file.
std::span<const ConfidenceFeature> ConfidenceFeatures();

// Their values, in the same order.
std::vector<double> FeatureValues(const Features& features);

// The weights of an index version. Immutable; thread-safe.
class ConfidenceModel {
 public:
  // REQUIRES: a weight for each of ConfidenceFeatures(), in their order.
  ConfidenceModel(double intercept, std::vector<double> weights);

  // Reads kb::kConfidenceFile among the files. Absent when that is missing or broken, or does not have
  // exactly our features; told with file and line.
  static std::optional<ConfidenceModel> Read(const std::vector<kb::DataFile>& files,
                                             kb::Diagnostics& diagnostics);

  // A probability. 0 when no word was searched for.
  double Confidence(const Features& features) const;

  double intercept() const { return intercept_; }
  const std::vector<double>& weights() const { return weights_; }

  // The whole file, comments included; Read takes it back with weights to three decimals.
  std::string Format() const;

 private:
  double intercept_;
  std::vector<double> weights_;
};

}  // namespace pomocnik::index
