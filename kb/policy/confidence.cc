#include "kb/policy/confidence.h"

#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

std::optional<double> ReadNumber(const yaml::Node& node) {
  const std::string text = node.Scalar();
  double value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<ConfidenceWeights> ParseConfidence(std::string_view yaml, std::string_view file,
                                                 Diagnostics& diagnostics) {
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document) return std::nullopt;
  bool failed = false;
  auto fail = [&](int line, std::string message) {
    failed = true;
    diagnostics.push_back({Severity::kError, std::string(file), line, std::move(message)});
  };
  ConfidenceWeights confidence;
  auto intercept = document->Find("intercept");
  auto value = intercept ? ReadNumber(*intercept) : std::nullopt;
  if (!value) {
    fail(intercept ? intercept->line() : document->line(), "intercept: expected a number");
  }
  confidence.intercept = value.value_or(0);

  auto weights = document->Find("weights");
  confidence.line = weights ? weights->line() : document->line();
  if (!weights || !weights->IsMap()) fail(confidence.line, "weights: expected a number a feature");
  if (failed) return std::nullopt;
  for (const auto& [feature, node] : weights->Entries()) {
    auto weight = ReadNumber(node);
    if (!weight) fail(node.line(), feature + ": expected a number");
    confidence.weights.push_back({feature, weight.value_or(0), node.line()});
  }
  return failed ? std::nullopt : std::optional(std::move(confidence));
}

}  // namespace pomocnik::kb
