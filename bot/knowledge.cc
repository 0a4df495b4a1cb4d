#include "bot/knowledge.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "index/rank/confidence.h"
#include "kb/lexicon/lexicon.h"

namespace pomocnik::bot {
namespace {

constexpr std::string_view kPhrasesFile = "phrases/phrases.yaml";
constexpr std::string_view kIntentsFile = "phrases/intents.yaml";
constexpr std::string_view kFactsFile = "phrases/facts.yaml";
constexpr std::string_view kPolicyFile = "policy/policy.yaml";
constexpr std::string_view kThresholdsFile = "policy/thresholds.yaml";

// What is made of the data files; nothing in it is absent when they have no error.
struct Parsed {
  std::optional<kb::PhraseTable> phrases;
  std::optional<kb::IntentTable> intents;
  std::optional<kb::FactTable> facts;
  std::optional<kb::Policy> policy;
  std::optional<kb::Thresholds> thresholds;
  kb::Lexicon lexicon;
};

// Absent, with an error, when the file is missing.
std::optional<std::string_view> TextOf(const std::vector<kb::DataFile>& files,
                                       std::string_view name, kb::Diagnostics& diagnostics) {
  auto found = std::find_if(files.begin(), files.end(),
                            [&](const kb::DataFile& file) { return file.name == name; });
  if (found != files.end()) return found->text;
  diagnostics.push_back({kb::Severity::kError, std::string(name), 0, "the file is missing"});
  return std::nullopt;
}

Parsed Parse(const std::vector<kb::DataFile>& files, kb::Diagnostics& diagnostics) {
  Parsed parsed;
  if (auto text = TextOf(files, kPhrasesFile, diagnostics)) {
    parsed.phrases = kb::ParsePhrases(*text, kPhrasesFile, diagnostics);
  }
  if (auto text = TextOf(files, kIntentsFile, diagnostics)) {
    parsed.intents = kb::ParseIntents(*text, kIntentsFile, diagnostics);
  }
  if (auto text = TextOf(files, kFactsFile, diagnostics)) {
    parsed.facts = kb::ParseFacts(*text, kFactsFile, diagnostics);
  }
  if (auto text = TextOf(files, kPolicyFile, diagnostics)) {
    parsed.policy = kb::ParsePolicy(*text, kPolicyFile, diagnostics);
  }
  if (auto text = TextOf(files, kThresholdsFile, diagnostics)) {
    parsed.thresholds = kb::ParseThresholds(*text, kThresholdsFile, diagnostics);
  }
  index::ConfidenceModel::Read(files, diagnostics);  // the searcher's; here only for what is wrong
  parsed.lexicon = kb::ParseLexicon(files, diagnostics);
  return parsed;
}

const kb::Diagnostic* FirstError(const kb::Diagnostics& diagnostics) {
  auto error = std::find_if(diagnostics.begin(), diagnostics.end(), [](const auto& diagnostic) {
    return diagnostic.severity == kb::Severity::kError;
  });
  return error == diagnostics.end() ? nullptr : &*error;
}

// Every intent must have something to say.
void CheckSaid(const kb::IntentTable& intents, const Phrases& phrases, const kb::Policy& policy,
               kb::Diagnostics& diagnostics) {
  for (const auto& rule : intents.rules) {
    bool known = rule.act == kb::IntentAct::kPolicy
                     ? policy.FindTopic(rule.say) != nullptr
                     : phrases.Find(rule.say) == Phrases::Exists::kYes;
    if (known) continue;
    const char* kind = rule.act == kb::IntentAct::kPolicy ? "no policy topic " : "no phrase ";
    diagnostics.push_back(
        {kb::Severity::kError, intents.file, rule.line, rule.id + ": " + kind + rule.say});
  }
}

// What an intent tells must be something that the policy knows.
void CheckTold(const kb::IntentTable& intents, const kb::Policy& policy,
               kb::Diagnostics& diagnostics) {
  for (const auto& rule : intents.rules) {
    for (const auto& [id, value] : rule.tells) {
      const kb::PolicyFact* fact = policy.FindFact(id);
      if (fact && (value == "open" || fact->ValueOf(value))) continue;
      std::string message = rule.id;
      message.append(": the policy knows no ").append(id).append(": ").append(value);
      diagnostics.push_back({kb::Severity::kError, intents.file, rule.line, std::move(message)});
    }
  }
}

// What people say of a case must be a fact that the policy knows.
void CheckFacts(const kb::FactTable& facts, const kb::Policy& policy,
                kb::Diagnostics& diagnostics) {
  for (const auto& sayings : facts.facts) {
    const kb::PolicyFact* fact = policy.FindFact(sayings.id);
    if (!fact) {
      diagnostics.push_back({kb::Severity::kError, facts.file, sayings.line,
                             sayings.id + ": no such fact in " + std::string(kPolicyFile)});
      continue;
    }
    for (const auto& wording : sayings.wordings) {
      if (fact->ValueOf(wording.value)) continue;
      diagnostics.push_back({kb::Severity::kError, facts.file, wording.line,
                             sayings.id + ": the policy knows no value " + wording.value});
    }
  }
}

// The phrases of what was parsed without an error. What is wrong between the files is added.
std::optional<Phrases> Compile(const Parsed& parsed, kb::Diagnostics& diagnostics) {
  if (FirstError(diagnostics)) return std::nullopt;
  auto phrases = Phrases::Make(*parsed.phrases);
  if (!phrases) {
    diagnostics.push_back(
        {kb::Severity::kError, std::string(kPhrasesFile), 0, phrases.error().message});
    return std::nullopt;
  }
  CheckSaid(*parsed.intents, *phrases, *parsed.policy, diagnostics);
  CheckTold(*parsed.intents, *parsed.policy, diagnostics);
  CheckFacts(*parsed.facts, *parsed.policy, diagnostics);
  return *std::move(phrases);
}

}  // namespace

kb::Diagnostics CheckDataFiles(const std::vector<kb::DataFile>& files) {
  kb::Diagnostics diagnostics;
  Parsed parsed = Parse(files, diagnostics);
  Compile(parsed, diagnostics);
  return diagnostics;
}

Result<std::shared_ptr<const Knowledge>> Knowledge::Open(
    std::shared_ptr<const index::Searcher> searcher) {
  kb::Diagnostics diagnostics;
  Parsed parsed = Parse(searcher->DataFiles(), diagnostics);
  auto phrases = Compile(parsed, diagnostics);
  // One error is enough to tell: the rest would only repeat that the version is broken.
  if (const auto* error = FirstError(diagnostics)) {
    return Error::InvalidArgument(kb::FormatDiagnostic(*error));
  }
  IntentRules intents(*parsed.intents, parsed.lexicon);
  FactRules facts(*parsed.facts, parsed.lexicon);
  DayMentions days(parsed.policy->hours, parsed.lexicon);
  return std::shared_ptr<const Knowledge>(
      new Knowledge{std::move(searcher), *std::move(phrases), std::move(intents), std::move(facts),
                    std::move(days), *std::move(parsed.policy), *parsed.thresholds});
}

}  // namespace pomocnik::bot
