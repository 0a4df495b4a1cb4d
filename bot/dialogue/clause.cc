#include "bot/dialogue/clause.h"

#include <algorithm>

namespace pomocnik::bot {
namespace {

// How many words may stand between a denial and what it denies.
constexpr std::size_t kDeniesBefore = 5;
constexpr std::size_t kDeniesBehind = 3;

// How many words a clause may have besides its doubt: "jaz pa res ne vem".
constexpr std::size_t kMoreInDoubt = 3;

constexpr std::string_view kPunctuation = ",.;:!?()\n";

std::vector<char> Covered(const Message& message, const TermGroup& group) {
  std::vector<char> covered(message.tokens().size(), 0);
  message.Cover(group, covered);
  return covered;
}

}  // namespace

ClauseWords::ClauseWords(const kb::FactTable& table, const WordReader& reader)
    : borders(reader.MakeGroup(table.borders)),
      joints(reader.MakeGroup(table.joints)),
      denials(reader.MakeGroup(table.denials)),
      idle_denials(reader.MakeGroup(table.idle_denials)),
      undecided(reader.MakeGroup(table.undecided)),
      undecided_alone(reader.MakeGroup(table.undecided_alone)),
      whether(reader.MakeGroup(table.whether)),
      enough(reader.MakeGroup(table.enough)),
      replacing(reader.MakeGroup(table.replacing)) {}

Clauses::Clauses(std::string_view text, const Message& message, const ClauseWords& words)
    : message_(message), words_(words) {
  Split(text);
  MarkJoints();
  MarkDenials();
  MarkOpen();
}

void Clauses::Split(std::string_view text) {
  const auto& tokens = message_.tokens();
  std::vector<char> border(tokens.size(), 0);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool begins = std::any_of(words_.borders.begin(), words_.borders.end(),
                                    [&](const Term& term) { return message_.StandsAt(term, at); });
    border[at] = begins ? 1 : 0;
  }
  std::size_t begin = 0;
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    std::size_t gap = tokens[at - 1].end;
    std::string_view between = text.substr(gap, tokens[at].begin - std::min(gap, tokens[at].begin));
    if (!border[at] && between.find_first_of(kPunctuation) == std::string_view::npos) continue;
    ranges_.push_back({begin, at});
    begin = at;
  }
  if (!tokens.empty()) ranges_.push_back({begin, tokens.size()});
}

void Clauses::MarkJoints() { joint_ = Covered(message_, words_.joints); }

void Clauses::MarkDenials() {
  denial_ = Covered(message_, words_.denials);
  auto idle = Covered(message_, words_.idle_denials);
  auto undecided = Covered(message_, words_.undecided);
  for (std::size_t at = 0; at < denial_.size(); ++at) {
    if (idle[at] || undecided[at]) denial_[at] = 0;
  }
}

bool Clauses::BeginsWith(const TermGroup& group, std::size_t clause) const {
  return std::any_of(group.begin(), group.end(), [&](const Term& term) {
    return message_.StandsAt(term, ranges_[clause].begin);
  });
}

// "Uvajanje smo imeli, ne vem" leaves open the clause before; "Ne vem, smo imeli uvajanje" and "Pozdravljeni,
// ne vem, ali smo imeli uvajanje" the one behind; "Treba bo na daljavo ali pa bo dovolj razlaga" the one before.
void Clauses::MarkOpen() {
  open_.assign(ranges_.size(), 0);
  for (std::size_t i = 0; i < ranges_.size(); ++i) {
    auto found = message_.Find(words_.undecided_alone, ranges_[i]);
    const bool alternative =
        BeginsWith(words_.borders, i) || message_.Find(words_.undecided, ranges_[i]);
    if (i > 0 && alternative && message_.Find(words_.enough, ranges_[i])) open_[i - 1] = 1;
    const bool asks_behind = i + 1 < ranges_.size() && BeginsWith(words_.whether, i + 1);
    const std::size_t more = asks_behind ? kMoreInDoubt : 1;
    std::size_t length = ranges_[i].end - ranges_[i].begin;
    if (!found || length > found->end - found->begin + more || ranges_.size() == 1) continue;
    open_[i == 0 || asks_behind ? i + 1 : i - 1] = 1;
  }
}

bool Clauses::JointBetween(WordRange one, WordRange other) const {
  std::size_t begin = std::min(one.end, other.end);
  std::size_t end = std::max(one.begin, other.begin);
  for (std::size_t at = begin; at < end; ++at) {
    if (joint_[at]) return true;
  }
  return false;
}

Stance Clauses::StanceOf(WordRange place, std::size_t clause) const {
  if (open_[clause]) return Stance::kOpen;
  WordRange range = ranges_[clause];
  auto undecided = message_.Find(words_.undecided, range);
  if (undecided && !JointBetween(*undecided, place)) return Stance::kOpen;
  std::size_t first = std::max(
      range.begin, place.begin > kDeniesBefore ? place.begin - kDeniesBefore - 1 : std::size_t{0});
  std::size_t last = std::min(range.end, place.end + kDeniesBehind);
  for (std::size_t at = first; at < last; ++at) {
    if (denial_[at] && !JointBetween({at, at + 1}, place)) return Stance::kDenied;
  }
  return Stance::kPlain;
}

std::optional<WordRange> Clauses::ReplacedIn(std::size_t clause) const {
  auto found = message_.Find(words_.replacing, ranges_[clause]);
  if (!found) return std::nullopt;
  return WordRange{found->end, ranges_[clause].end};
}

}  // namespace pomocnik::bot
