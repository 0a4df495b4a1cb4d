#include "bot/dialogue/word_pattern.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::bot {

namespace {

constexpr std::size_t kMaxCodePoints = 2000;

}  // namespace

Message::Message(std::vector<index::Token> tokens) : tokens_(std::move(tokens)) {
  for (const auto& token : tokens_) {
    surfaces_.insert(token.surface);
    lemmas_.insert(token.lemma);
  }
}

bool Message::Is(const index::Token& token, const PatternWord& word) {
  switch (word.match) {
    case PatternWord::Match::kExact:
      return token.surface == word.form;
    case PatternWord::Match::kAnyForm:
      return token.lemma == word.form;
    case PatternWord::Match::kPrefix:
      return token.surface.starts_with(word.form);
  }
  return false;
}

bool Message::MayHave(const PatternWord& word) const {
  switch (word.match) {
    case PatternWord::Match::kExact:
      return surfaces_.count(word.form) > 0;
    case PatternWord::Match::kAnyForm:
      return lemmas_.count(word.form) > 0;
    case PatternWord::Match::kPrefix:
      break;
  }
  return std::any_of(tokens_.begin(), tokens_.end(),
                     [&](const index::Token& token) { return Is(token, word); });
}

bool Message::StandsAt(const Term& term, std::size_t at) const {
  if (term.size() > tokens_.size() - at) return false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (!Is(tokens_[at + i], term[i])) return false;
  }
  return true;
}

bool Message::Has(const Term& term) const {
  if (!MayHave(term.front())) return false;
  if (term.size() == 1) return true;
  for (std::size_t at = 0; at < tokens_.size(); ++at) {
    if (StandsAt(term, at)) return true;
  }
  return false;
}

bool Message::HasAny(const TermGroup& group) const {
  return std::any_of(group.begin(), group.end(), [&](const Term& term) { return Has(term); });
}

bool Message::Matches(const Pattern& pattern) const {
  return std::all_of(pattern.all.begin(), pattern.all.end(),
                     [&](const TermGroup& group) { return HasAny(group); }) &&
         !HasAny(pattern.none);
}

std::optional<WordRange> Message::Find(const TermGroup& group, WordRange where) const {
  std::optional<WordRange> first;
  for (const Term& term : group) {
    if (!MayHave(term.front())) continue;
    for (std::size_t at = where.begin; at + term.size() <= where.end; ++at) {
      if (first && at >= first->begin) break;
      if (StandsAt(term, at)) first = WordRange{at, at + term.size()};
    }
  }
  return first;
}

void Message::Cover(const TermGroup& group, std::vector<char>& covered) const {
  for (const Term& term : group) {
    if (!MayHave(term.front())) continue;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!StandsAt(term, at)) continue;
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(at), term.size(), 1);
    }
  }
}

WordReader::WordReader(const kb::Lexicon& lexicon)
    : analyzer_(std::make_unique<index::Analyzer>(lexicon)) {}

std::vector<index::Token> WordReader::Read(std::string_view text) const {
  return analyzer_->Analyze(TruncateCodePoints(text, kMaxCodePoints));
}

Term WordReader::MakeTerm(std::string_view words) const {
  using Match = PatternWord::Match;
  Term term;
  std::size_t begin = 0;
  while (begin < words.size()) {
    std::size_t end = std::min(words.find(' ', begin), words.size());
    std::string_view word = words.substr(begin, end - begin);
    auto match = Match::kAnyForm;
    if (word.starts_with('=')) {
      match = Match::kExact;
      word.remove_prefix(1);
    } else if (word.ends_with('*')) {
      match = Match::kPrefix;
      word.remove_suffix(1);
    }
    for (auto& token : analyzer_->Analyze(word)) {
      bool by_class = match == Match::kAnyForm;
      term.push_back({by_class ? std::move(token.lemma) : std::move(token.surface), match});
    }
    begin = end + 1;
  }
  return term;
}

TermGroup WordReader::MakeGroup(const kb::WordGroup& words) const {
  TermGroup group;
  for (const auto& word : words) {
    Term term = MakeTerm(word);
    if (!term.empty()) group.push_back(std::move(term));
  }
  return group;
}

Pattern WordReader::MakePattern(const kb::WordPattern& source) const {
  Pattern pattern{{}, MakeGroup(source.none)};
  for (const auto& words : source.all) pattern.all.push_back(MakeGroup(words));
  return pattern;
}

std::vector<Pattern> WordReader::MakePatterns(const std::vector<kb::WordPattern>& source) const {
  std::vector<Pattern> patterns;
  patterns.reserve(source.size());
  for (const auto& pattern : source) patterns.push_back(MakePattern(pattern));
  return patterns;
}

}  // namespace pomocnik::bot
