#include "bot/dialogue/fact_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::bot {
namespace {

constexpr std::string_view kMinutes = "minutes";
constexpr std::string_view kOutsideHours = "outside_hours";

// Where the pattern stands in a clause, from its first to its last word.
std::optional<WordRange> PlaceOf(const Pattern& pattern, const Message& message, WordRange clause) {
  if (message.Find(pattern.none, clause)) return std::nullopt;
  WordRange place{clause.end, clause.begin};
  for (const TermGroup& group : pattern.all) {
    auto found = message.Find(group, clause);
    if (!found) return std::nullopt;
    place = {std::min(place.begin, found->begin), std::max(place.end, found->end)};
  }
  return place;
}

bool MatchesAny(const std::vector<Pattern>& patterns, const Message& message) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& pattern) { return message.Matches(pattern); });
}

std::size_t ClauseAt(const Clauses& clauses, std::size_t word) {
  const auto& ranges = clauses.ranges();
  auto behind =
      std::find_if(ranges.begin(), ranges.end(), [&](WordRange range) { return word < range.end; });
  return static_cast<std::size_t>(behind - ranges.begin());
}

FactValue Known(std::string value) { return {FactValue::State::kKnown, std::move(value)}; }
FactValue Open() { return {FactValue::State::kOpen, ""}; }

}  // namespace

FactRules::FactRules(const kb::FactTable& table, const kb::Lexicon& lexicon)
    : reader_(lexicon),
      clause_words_(table, reader_),
      durations_(table.duration, reader_),
      clock_(table.clock, reader_),
      asks_cost_(reader_.MakePatterns(table.asks_cost)),
      asks_help_(reader_.MakePatterns(table.asks_help)) {
  for (const auto& source : table.facts) {
    Fact fact{source.id, source.about, {}};
    for (const auto& wording : source.wordings) {
      fact.wordings.push_back({wording.value, wording.denied, wording.denied_alone,
                               reader_.MakeGroup(wording.unless),
                               reader_.MakePatterns(wording.patterns)});
    }
    facts_.push_back(std::move(fact));
  }
}

// At most one for each clause: of the first wording that matches and says something there.
std::vector<FactRules::Finding> FactRules::FindingsOf(const Fact& fact, const Message& message,
                                                      const Clauses& clauses) const {
  std::vector<Finding> findings;
  std::vector<char> said(clauses.ranges().size(), 0);
  auto read = [&](const Wording& wording, std::size_t clause) {
    for (const Pattern& pattern : wording.patterns) {
      auto place = PlaceOf(pattern, message, clauses.ranges()[clause]);
      if (!place) continue;
      Stance stance = clauses.StanceOf(*place, clause);
      Finding finding{wording.value, stance, Finding::Weight::kFull};
      if (stance == Stance::kDenied) {
        bool alone = wording.denied.empty();
        finding.value = alone ? wording.denied_alone : wording.denied;
        finding.weight = alone ? Finding::Weight::kIfAlone : Finding::Weight::kFull;
      }
      if (finding.value.empty()) continue;
      findings.push_back(std::move(finding));
      said[clause] = 1;
      return;
    }
  };
  for (const Wording& wording : fact.wordings) {
    if (message.HasAny(wording.unless)) continue;
    for (std::size_t clause = 0; clause < said.size(); ++clause) {
      if (!said[clause]) read(wording, clause);
    }
  }
  return findings;
}

Case FactRules::Find(std::string_view text) const {
  Message message(reader_.Read(text));
  Clauses clauses(text, message, clause_words_);
  Case found;
  if (MatchesAny(asks_cost_, message)) {
    found.asks = Case::Asks::kCost;
  } else if (MatchesAny(asks_help_, message)) {
    found.asks = Case::Asks::kHelp;
  }
  for (const Fact& fact : facts_) {
    auto findings = FindingsOf(fact, message, clauses);
    bool full = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
      return finding.weight == Finding::Weight::kFull;
    });
    for (const Finding& finding : findings) {
      if (full && finding.weight == Finding::Weight::kIfAlone) continue;
      FactValue value = finding.stance == Stance::kOpen ? Open() : Known(finding.value);
      auto [entry, is_new] = found.facts.emplace(fact.id, value);
      // Two things are said: which one counts, is open.
      if (!is_new && entry->second.value != value.value) entry->second = Open();
    }
  }
  AddMinutes(message, clauses, found);
  AddOutsideHours(message, clauses, found);
  return found;
}

void FactRules::AddMinutes(const Message& message, const Clauses& clauses, Case& found) const {
  if (found.asks == Case::Asks::kNothing && !durations_.SaysTaking(message)) return;
  auto duration = durations_.Find(message);
  if (!duration) return;
  Stance stance = clauses.StanceOf(duration->place, ClauseAt(clauses, duration->place.begin));
  bool crosses = duration->from <= durations_.limit() && duration->to > durations_.limit();
  bool open = crosses || stance == Stance::kOpen;
  found.facts.emplace(kMinutes, open ? Open() : Known(std::to_string(duration->to)));
}

void FactRules::AddOutsideHours(const Message& message, const Clauses& clauses, Case& found) const {
  if (found.asks == Case::Asks::kNothing && !clock_.SaysHelp(message)) return;
  auto place = clock_.FindOutside(message);
  if (!place) return;
  Stance stance = clauses.StanceOf(*place, ClauseAt(clauses, place->begin));
  if (stance == Stance::kDenied) return;
  found.facts.emplace(kOutsideHours, stance == Stance::kOpen ? Open() : Known("yes"));
}

Matter FactRules::MatterOf(const Case& found) const {
  if (found.asks != Case::Asks::kNothing) {
    return found.facts.empty() ? Matter::kNone : Matter::kCase;
  }
  auto of_support = std::count_if(facts_.begin(), facts_.end(), [&](const Fact& fact) {
    return fact.about == kb::FactSayings::About::kSupport && found.facts.contains(fact.id);
  });
  return of_support >= 2 ? Matter::kCase : Matter::kNone;
}

}  // namespace pomocnik::bot
