#include "bot/dialogue/fact_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::bot {
namespace {

constexpr std::string_view kMinutes = "minutes";
constexpr std::string_view kOutsideHours = "outside_hours";
constexpr std::size_t kMostWordsOfAnswer = 5;  // "ne, bo dovolj 10 minut"
constexpr std::string_view kArranged = "arranged_in_advance";
constexpr std::string_view kTopic = "topic";
constexpr std::string_view kChannel = "channel";
constexpr std::string_view kUsage = "usage";

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
      asks_help_(reader_.MakePatterns(table.asks_help)),
      affirmations_(reader_.MakeGroup(table.affirmations)) {
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

// Where the first value is named behind a word such as "namesto".
std::optional<std::size_t> FactRules::ReplacedBegin(const Fact& fact, const Message& message,
                                                    std::optional<WordRange> behind) {
  std::optional<std::size_t> first;
  if (!behind) return first;
  for (const Wording& wording : fact.wordings) {
    for (const Pattern& pattern : wording.patterns) {
      auto place = PlaceOf(pattern, message, *behind);
      if (place && (!first || place->begin < *first)) first = place->begin;
    }
  }
  return first;
}

// At most one for each clause: of the first wording that matches and says something there. A clause may speak of
// two topics, though, and of two values when one only counts if nothing else is said.
std::vector<FactRules::Finding> FactRules::FindingsOf(const Fact& fact, const Message& message,
                                                      const Clauses& clauses) const {
  std::vector<Finding> findings;
  std::vector<char> said(clauses.ranges().size(), 0);
  const bool two_values = fact.id == kTopic;
  auto read = [&](const Wording& wording, std::size_t clause) {
    const auto replaced = ReplacedBegin(fact, message, clauses.ReplacedIn(clause));
    for (const Pattern& pattern : wording.patterns) {
      auto place = PlaceOf(pattern, message, clauses.ranges()[clause]);
      if (!place) continue;
      Stance stance = clauses.StanceOf(*place, clause);
      if (replaced == place->begin) stance = Stance::kDenied;
      Finding finding{wording.value, stance, Finding::Weight::kFull};
      if (stance == Stance::kDenied) {
        bool alone = wording.denied.empty();
        finding.value = alone ? wording.denied_alone : wording.denied;
        finding.weight = alone ? Finding::Weight::kIfAlone : Finding::Weight::kFull;
      }
      if (finding.value.empty()) continue;
      const bool full = !two_values && finding.weight == Finding::Weight::kFull;
      said[clause] = full ? 1 : 0;
      findings.push_back(std::move(finding));
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
  found.facts.emplace(kMinutes, MinutesOf(*duration, stance));
}

FactValue FactRules::MinutesOf(const SpokenDuration& duration, Stance stance) const {
  bool crosses = duration.from <= durations_.limit() && duration.to > durations_.limit();
  bool open = crosses || stance == Stance::kOpen;
  return open ? Open() : Known(std::to_string(duration.to));
}

// The value of a fact when its question is answered with yes or no; empty when that does not settle it.
std::string FactRules::PlainAnswer(std::string_view fact, bool affirmed) const {
  if (fact == kMinutes) return std::to_string(durations_.limit() + (affirmed ? 1 : 0));
  auto entry =
      std::find_if(facts_.begin(), facts_.end(), [&](const Fact& each) { return each.id == fact; });
  std::string plain = affirmed ? "yes" : "no";
  if (entry == facts_.end() || entry->wordings.empty()) return plain;
  const Wording& first = entry->wordings.front();
  if (first.value == "yes" || first.value == "no") return plain;
  if (first.denied_alone.empty()) return {};
  return affirmed ? first.value : first.denied_alone;
}

std::optional<FactValue> FactRules::AnswerTo(std::string_view fact, std::string_view text) const {
  Message message(reader_.Read(text));
  if (message.tokens().empty() || message.tokens().size() > kMostWordsOfAnswer) return std::nullopt;
  if (fact == kMinutes) {
    // The question named the unit.
    Message with_unit(reader_.Read(std::string(text) + " min"));
    for (const Message* each : {&message, &with_unit}) {
      if (auto duration = durations_.Find(*each)) return MinutesOf(*duration, Stance::kPlain);
    }
  }
  const bool undecided =
      message.HasAny(clause_words_.undecided_alone) || message.HasAny(clause_words_.undecided);
  if (undecided) return Open();
  const bool affirmed = message.Find(affirmations_, {0, 1}).has_value();
  if (!affirmed && !message.Find(clause_words_.denials, {0, 1})) return std::nullopt;
  std::string value = PlainAnswer(fact, affirmed);
  if (value.empty()) return std::nullopt;
  return Known(std::move(value));
}

void FactRules::AddOutsideHours(const Message& message, const Clauses& clauses, Case& found) const {
  if (found.asks == Case::Asks::kNothing && !clock_.SaysHelp(message)) return;
  auto place = clock_.FindOutside(message);
  if (!place) return;
  Stance stance = clauses.StanceOf(*place, ClauseAt(clauses, place->begin));
  // "V nedeljo nismo dogovorjeni" denies the arrangement only.
  if (stance == Stance::kDenied && !found.facts.contains(kArranged)) return;
  found.facts.emplace(kOutsideHours, stance == Stance::kOpen ? Open() : Known("yes"));
}

Matter FactRules::MatterOf(const Case& found) const {
  if (found.asks != Case::Asks::kNothing) {
    const bool decides =
        std::any_of(found.facts.begin(), found.facts.end(), [&](const auto& entry) {
          if (entry.first == kTopic) return entry.second.value != kUsage;
          return entry.first != kChannel || found.asks == Case::Asks::kCost;
        });
    return decides ? Matter::kCase : Matter::kNone;
  }
  auto of_support = std::count_if(facts_.begin(), facts_.end(), [&](const Fact& fact) {
    return fact.about == kb::FactSayings::About::kSupport && found.facts.contains(fact.id);
  });
  return of_support >= 2 ? Matter::kCase : Matter::kNone;
}

}  // namespace pomocnik::bot
