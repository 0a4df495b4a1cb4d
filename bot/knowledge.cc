#include "bot/knowledge.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kb/lexicon/lexicon.h"

namespace pomocnik::bot {
namespace {

constexpr std::string_view kPhrasesFile = "phrases/phrases.yaml";
constexpr std::string_view kIntentsFile = "phrases/intents.yaml";
constexpr std::string_view kPolicyFile = "policy/policy.yaml";
constexpr std::string_view kThresholdsFile = "policy/thresholds.yaml";

Result<std::string_view> TextOf(const std::vector<kb::DataFile>& files, std::string_view name) {
  auto found = std::find_if(files.begin(), files.end(),
                            [&](const kb::DataFile& file) { return file.name == name; });
  if (found == files.end()) return Error::NotFound(std::string(name) + " is missing");
  return std::string_view(found->text);
}

// The first error as ours; the rest would only repeat that the version is broken.
Status FirstError(const kb::Diagnostics& diagnostics) {
  for (const auto& diagnostic : diagnostics) {
    if (diagnostic.severity == kb::Severity::kError) {
      return Error::InvalidArgument(kb::FormatDiagnostic(diagnostic));
    }
  }
  return {};
}

// Every intent must have something to say.
Status CheckSaid(const kb::IntentTable& intents, const Phrases& phrases, const kb::Policy& policy) {
  for (const auto& rule : intents.rules) {
    bool known = rule.act == kb::IntentAct::kPolicy
                     ? policy.FindTopic(rule.say) != nullptr
                     : phrases.Find(rule.say) == Phrases::Exists::kYes;
    if (known) continue;
    const char* kind = rule.act == kb::IntentAct::kPolicy ? "no policy topic " : "no phrase ";
    return Error::InvalidArgument(intents.file + ":" + std::to_string(rule.line) + ": " + rule.id +
                                  ": " + kind + rule.say);
  }
  return {};
}

}  // namespace

Result<std::shared_ptr<const Knowledge>> Knowledge::Open(
    std::shared_ptr<const index::Searcher> searcher) {
  const auto& files = searcher->DataFiles();
  ASSIGN_OR_RETURN(auto phrases_text, TextOf(files, kPhrasesFile));
  ASSIGN_OR_RETURN(auto intents_text, TextOf(files, kIntentsFile));
  ASSIGN_OR_RETURN(auto policy_text, TextOf(files, kPolicyFile));
  ASSIGN_OR_RETURN(auto thresholds_text, TextOf(files, kThresholdsFile));

  kb::Diagnostics diagnostics;
  auto phrase_table = kb::ParsePhrases(phrases_text, kPhrasesFile, diagnostics);
  auto intent_table = kb::ParseIntents(intents_text, kIntentsFile, diagnostics);
  auto policy = kb::ParsePolicy(policy_text, kPolicyFile, diagnostics);
  auto thresholds = kb::ParseThresholds(thresholds_text, kThresholdsFile, diagnostics);
  auto lexicon = kb::ParseLexicon(files, diagnostics);
  RETURN_IF_ERROR(FirstError(diagnostics));

  ASSIGN_OR_RETURN(auto phrases, Phrases::Make(std::move(phrase_table)));
  RETURN_IF_ERROR(CheckSaid(intent_table, phrases, *policy));
  IntentRules intents(intent_table, lexicon);
  return std::shared_ptr<const Knowledge>(new Knowledge{std::move(searcher), std::move(phrases),
                                                        std::move(intents), *std::move(policy),
                                                        *thresholds});
}

}  // namespace pomocnik::bot
