#include "bot/dialogue/intent.h"

#include <algorithm>
#include <unordered_set>

#include "base/utf8.h"

namespace pomocnik::bot {

namespace {

constexpr std::size_t kMaxCodePoints = 2000;

}  // namespace

// A message's words with what makes looking for a term fast: most terms are ruled out by one lookup.
class IntentRules::Message {
 public:
  explicit Message(std::vector<index::Token> tokens) : tokens_(std::move(tokens)) {
    for (const auto& token : tokens_) {
      surfaces_.insert(token.surface);
      lemmas_.insert(token.lemma);
    }
  }

  const std::vector<index::Token>& tokens() const { return tokens_; }

  bool Has(const Term& term) const {
    if (!MayHave(term.front())) return false;
    if (term.size() == 1) return true;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (StandsAt(term, at)) return true;
    }
    return false;
  }

  bool HasAny(const Group& group) const {
    return std::any_of(group.begin(), group.end(), [&](const Term& term) { return Has(term); });
  }

  // Marks the words that a term of the group covers.
  void Cover(const Group& group, std::vector<char>& covered) const {
    for (const Term& term : group) {
      if (!MayHave(term.front())) continue;
      for (std::size_t at = 0; at < tokens_.size(); ++at) {
        if (!StandsAt(term, at)) continue;
        std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(at), term.size(), 1);
      }
    }
  }

 private:
  bool MayHave(const Word& word) const {
    return (word.match == Word::Match::kExact ? surfaces_ : lemmas_).count(word.form) > 0;
  }

  bool StandsAt(const Term& term, std::size_t at) const {
    if (term.size() > tokens_.size() - at) return false;
    for (std::size_t i = 0; i < term.size(); ++i) {
      const index::Token& token = tokens_[at + i];
      bool exact = term[i].match == Word::Match::kExact;
      if ((exact ? token.surface : token.lemma) != term[i].form) return false;
    }
    return true;
  }

  std::vector<index::Token> tokens_;
  std::unordered_set<std::string_view> surfaces_;  // into tokens_
  std::unordered_set<std::string_view> lemmas_;
};

IntentRules::IntentRules(const kb::IntentTable& table, const kb::Lexicon& lexicon)
    : analyzer_(std::make_unique<index::Analyzer>(lexicon)),
      empty_words_(MakeGroup(table.fillers)) {
  for (const kb::IntentRule& source : table.rules) {
    Rule rule{{source.id, source.act, source.say}, source.reach, {}};
    for (const kb::IntentPattern& pattern : source.patterns) {
      rule.patterns.push_back(MakePattern(pattern));
    }
    if (source.reach == kb::IntentRule::Reach::kWholeMessage) AddEmptyWords(rule);
    rules_.push_back(std::move(rule));
  }
}

IntentRules::Pattern IntentRules::MakePattern(const kb::IntentPattern& source) const {
  Pattern pattern{{}, MakeGroup(source.none)};
  for (const auto& words : source.all) pattern.all.push_back(MakeGroup(words));
  return pattern;
}

// "Hvala in lep pozdrav" says two things, and nothing that has to be searched.
void IntentRules::AddEmptyWords(const Rule& rule) {
  for (const Pattern& pattern : rule.patterns) {
    for (const Group& group : pattern.all) {
      empty_words_.insert(empty_words_.end(), group.begin(), group.end());
    }
  }
}

IntentRules::Term IntentRules::MakeTerm(std::string_view words) const {
  Term term;
  std::size_t begin = 0;
  while (begin < words.size()) {
    std::size_t end = std::min(words.find(' ', begin), words.size());
    std::string_view word = words.substr(begin, end - begin);
    auto match = Word::Match::kAnyForm;
    if (!word.empty() && word.front() == '=') {
      match = Word::Match::kExact;
      word.remove_prefix(1);
    }
    for (auto& token : analyzer_->Analyze(word)) {
      bool exact = match == Word::Match::kExact;
      term.push_back({exact ? std::move(token.surface) : std::move(token.lemma), match});
    }
    begin = end + 1;
  }
  return term;
}

IntentRules::Group IntentRules::MakeGroup(const kb::WordGroup& words) const {
  Group group;
  for (const auto& word : words) {
    Term term = MakeTerm(word);
    if (!term.empty()) group.push_back(std::move(term));
  }
  return group;
}

bool IntentRules::Matches(const Rule& rule, const Message& message) const {
  auto matches = [&](const Pattern& pattern) {
    return std::all_of(pattern.all.begin(), pattern.all.end(),
                       [&](const Group& group) { return message.HasAny(group); }) &&
           !message.HasAny(pattern.none);
  };
  if (std::none_of(rule.patterns.begin(), rule.patterns.end(), matches)) return false;
  if (rule.reach == kb::IntentRule::Reach::kAnywhere) return true;
  std::vector<char> covered(message.tokens().size(), 0);
  message.Cover(empty_words_, covered);
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (!covered[i] && !message.tokens()[i].stop_word) return false;
  }
  return true;
}

const Intent* IntentRules::Match(std::string_view text) const {
  Message message(analyzer_->Analyze(TruncateCodePoints(text, kMaxCodePoints)));
  for (const Rule& rule : rules_) {
    if (Matches(rule, message)) return &rule.intent;
  }
  return nullptr;
}

}  // namespace pomocnik::bot
