#include "bot/dialogue/intent.h"

#include <algorithm>
#include <utility>

namespace pomocnik::bot {

namespace {

// Of words that say something. With more, a message that opens so is a question of its own.
constexpr int kMostOwnWordsAfterOpening = 3;
constexpr int kMostOwnWordsWithPointer = 2;

Facts FactsOf(const kb::IntentRule& rule) {
  Facts facts;
  for (const auto& [fact, value] : rule.tells) {
    const bool open = value == "open";
    facts[fact] = {open ? FactValue::State::kOpen : FactValue::State::kKnown, open ? "" : value};
  }
  return facts;
}

}  // namespace

IntentRules::IntentRules(const kb::IntentTable& table, const kb::Lexicon& lexicon)
    : reader_(lexicon),
      empty_words_(reader_.MakeGroup(table.fillers)),
      fillers_(empty_words_),
      openings_(reader_.MakeGroup(table.follow_up.openings)),
      pointers_(reader_.MakeGroup(table.follow_up.pointers)) {
  for (const kb::IntentRule& source : table.rules) {
    Rule rule{{source.id, source.act, source.say, source.guard, source.reach, FactsOf(source)},
              reader_.MakePatterns(source.patterns)};
    if (source.reach == kb::IntentRule::Reach::kWholeMessage) AddEmptyWords(rule);
    rules_.push_back(std::move(rule));
  }
}

// "Hvala in lep pozdrav" says two things, and nothing that has to be searched.
void IntentRules::AddEmptyWords(const Rule& rule) {
  for (const Pattern& pattern : rule.patterns) {
    for (const TermGroup& group : pattern.all) {
      empty_words_.insert(empty_words_.end(), group.begin(), group.end());
    }
  }
}

bool IntentRules::Matches(const Rule& rule, const Message& message) const {
  auto matches = [&](const Pattern& pattern) { return message.Matches(pattern); };
  if (std::none_of(rule.patterns.begin(), rule.patterns.end(), matches)) return false;
  if (rule.intent.reach == kb::IntentRule::Reach::kAnywhere) return true;
  std::vector<char> covered(message.tokens().size(), 0);
  message.Cover(empty_words_, covered);
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (!covered[i] && !message.tokens()[i].stop_word) return false;
  }
  return true;
}

const Intent* IntentRules::Match(std::string_view text) const {
  Message message(reader_.Read(text));
  for (const Rule& rule : rules_) {
    if (Matches(rule, message)) return &rule.intent;
  }
  return nullptr;
}

Reference IntentRules::ReferenceOf(std::string_view text) const {
  Message message(reader_.Read(text));
  std::vector<char> covered(message.tokens().size(), 0);
  message.Cover(fillers_, covered);
  message.Cover(openings_, covered);
  message.Cover(pointers_, covered);
  int own_words = 0;
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (!covered[i] && !message.tokens()[i].stop_word) ++own_words;
  }
  bool opens = std::any_of(openings_.begin(), openings_.end(), [&](const Term& term) {
    return !message.tokens().empty() && message.StandsAt(term, 0);
  });
  bool follows = (opens && own_words <= kMostOwnWordsAfterOpening) ||
                 (own_words <= kMostOwnWordsWithPointer && message.HasAny(pointers_));
  return follows ? Reference::kFollowUp : Reference::kNone;
}

}  // namespace pomocnik::bot
