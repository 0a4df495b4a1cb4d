#include "kb/policy/thresholds.h"

#include <charconv>
#include <string>
#include <utility>

#include "kb/yaml/node.h"

namespace pomocnik::kb {
namespace {

std::optional<double> ReadShare(const yaml::Node& document, std::string_view key,
                                std::string_view file, Diagnostics& diagnostics) {
  auto node = document.Find(key);
  if (node) {
    std::string text = node->Scalar();
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && value >= 0 && value <= 1) return value;
  }
  diagnostics.push_back({Severity::kError, std::string(file), node ? node->line() : document.line(),
                         std::string(key) + ": expected a number from 0 to 1"});
  return std::nullopt;
}

}  // namespace

std::optional<Thresholds> ParseThresholds(std::string_view yaml, std::string_view file,
                                          Diagnostics& diagnostics) {
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document) return std::nullopt;
  auto answer = ReadShare(*document, "answer", file, diagnostics);
  auto answer_lead = ReadShare(*document, "answer_lead", file, diagnostics);
  auto choices = ReadShare(*document, "choices", file, diagnostics);
  auto named = ReadShare(*document, "named", file, diagnostics);
  auto choice_score = ReadShare(*document, "choice_score", file, diagnostics);
  if (!answer || !answer_lead || !choices || !named || !choice_score) return std::nullopt;
  if (*choices > *answer) {
    diagnostics.push_back({Severity::kError, std::string(file), document->Find("choices")->line(),
                           "choices must not be above answer"});
    return std::nullopt;
  }
  return Thresholds{.answer = *answer,
                    .answer_lead = *answer_lead,
                    .choices = *choices,
                    .named = *named,
                    .choice_score = *choice_score};
}

}  // namespace pomocnik::kb
