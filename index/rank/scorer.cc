#include "index/rank/scorer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace pomocnik::index {
namespace {

constexpr std::array<double, kFieldCount> kFieldWeights = {3.0, 2.0, 1.5, 1.0};
// Titles and keywords are short on purpose; only the body's length says something.
constexpr std::array<double, kFieldCount> kLengthInfluence = {0.5, 0.5, 0.5, 0.75};
constexpr double kSaturation = 2.0;  // BM25's k1; a title alone counts three

constexpr double kTitleBonus = 0.6;
constexpr double kCoverageShare = 0.3;
constexpr double kCalledBonus = 0.6;
constexpr double kTitleAskedBonus = 0.3;
constexpr double kProximityBonus = 0.4;
constexpr double kSameModuleBonus = 0.15;
constexpr double kSameScreenBonus = 0.35;
constexpr double kExpiredFactor = 0.5;
constexpr int kNear = 5;  // words apart at most

// What news lose as they get older, at most and by half in how many years. Instructions lose nothing: those for a
// yearly task are as good as when they were written.
constexpr double kNewsAgeing = 0.3;
constexpr double kNewsHalfLife = 2.0;

// Release notes hold every word of a module and so outrank its how-tos; stubs only point elsewhere.
double KindFactor(kb::Kind kind) {
  switch (kind) {
    case kb::Kind::kRelease:
      return 0.6;
    case kb::Kind::kStub:
      return 0.85;
    case kb::Kind::kNewsletter:
      return 0.95;
    default:
      return 1.0;
  }
}

double AgeFactor(kb::Kind kind, double years) {
  bool news = kind == kb::Kind::kRelease || kind == kb::Kind::kNewsletter;
  return news ? 1 - kNewsAgeing * (1 - std::exp2(-years / kNewsHalfLife)) : 1.0;
}

// An article that holds all of the question is worth more than the sum of its words.
double CoverageFactor(double coverage) { return 1 - kCoverageShare + kCoverageShare * coverage; }

// An article that has a word twice is not twice as good.
double Saturated(double frequency) {
  return frequency * (kSaturation + 1) / (frequency + kSaturation);
}

constexpr const char* kFieldNames[] = {"title", "keywords", "headings", "body"};

std::string Describe(const std::string& word, const std::string& terms,
                     const std::array<int, kFieldCount>& counts) {
  std::string text = word + " → " + terms + " (";
  const char* separator = "";
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    if (counts[field] == 0) continue;
    text += separator;
    text += std::string(kFieldNames[field]) + " " + std::to_string(counts[field]);
    separator = ", ";
  }
  return text + ")";
}

}  // namespace

Scorer::Scorer(const QueryPlan& plan, const FieldLengths& average_lengths)
    : plan_(plan), average_lengths_(average_lengths) {
  for (std::size_t group = 0; group < plan.groups.size(); ++group) {
    total_idf_ += plan.groups[group].idf;
    for (const auto& variant : plan.groups[group].variants) {
      group_of_variant_.push_back(group);
      variants_.push_back(&variant);
    }
  }
}

std::vector<Scorer::GroupScore> Scorer::ScoreGroups(const std::vector<Occurrence>& occurrences,
                                                    const FieldLengths& lengths) const {
  std::vector<GroupScore> groups(plan_.groups.size());
  for (std::size_t i = 0; i < occurrences.size();) {
    auto variant = static_cast<std::size_t>(occurrences[i].variant);
    GroupScore found;
    found.variant = variant;
    found.weight = variants_[variant]->weight;
    for (; i < occurrences.size() && static_cast<std::size_t>(occurrences[i].variant) == variant;
         ++i) {
      ++found.counts[static_cast<std::size_t>(occurrences[i].field)];
    }
    double frequency = 0;
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      if (found.counts[field] == 0) continue;
      frequency += FieldShare(field, found.counts[field], lengths);
    }
    std::size_t group = group_of_variant_[variant];
    found.score = plan_.groups[group].idf * found.weight * Saturated(frequency);
    if (found.score > groups[group].score) groups[group] = found;
  }
  return groups;
}

double Scorer::FieldShare(std::size_t field, int count, const FieldLengths& lengths) const {
  double average = std::max(1.0, static_cast<double>(average_lengths_[field]));
  double norm = 1 - kLengthInfluence[field] + kLengthInfluence[field] * lengths[field] / average;
  return kFieldWeights[field] * count / norm;
}

ScorePart Scorer::Explain(std::size_t group, const GroupScore& found,
                          const FieldLengths& lengths) const {
  TermFactors factors{.idf = plan_.groups[group].idf, .weight = found.weight};
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    factors.fields[field] = FieldShare(field, found.counts[field], lengths);
    factors.frequency += factors.fields[field];
  }
  factors.saturated = Saturated(factors.frequency);
  return {ScorePart::Kind::kTerm,
          Describe(plan_.groups[group].word, variants_[found.variant]->terms, found.counts),
          found.score, factors};
}

double Scorer::Coverage(const std::vector<GroupScore>& groups) const {
  double covered = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    covered += plan_.groups[i].idf * std::min(1.0, groups[i].weight);
  }
  return total_idf_ > 0 ? covered / total_idf_ : 0;
}

double Scorer::TitleMatch(const std::vector<GroupScore>& groups) const {
  double matched = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    bool in_title = groups[i].counts[static_cast<std::size_t>(Field::kTitle)] > 0;
    bool in_keywords = groups[i].counts[static_cast<std::size_t>(Field::kKeywords)] > 0;
    double share = in_title ? 1.0 : in_keywords ? 0.5 : 0.0;
    matched += share * plan_.groups[i].idf * std::min(1.0, groups[i].weight);
  }
  return total_idf_ > 0 ? matched / total_idf_ : 0;
}

// The share of neighbouring words of the question that stand near each other in one field.
double Scorer::Proximity(const std::vector<Occurrence>& occurrences) const {
  if (plan_.groups.size() < 2) return 0;
  std::vector<std::vector<const Occurrence*>> of_group(plan_.groups.size());
  for (const auto& occurrence : occurrences) {
    of_group[group_of_variant_[static_cast<std::size_t>(occurrence.variant)]].push_back(
        &occurrence);
  }
  auto near = [](const Occurrence* a, const Occurrence* b) {
    return a->field == b->field && std::abs(a->position - b->position) <= kNear &&
           a->position != b->position;
  };
  double pairs = 0;
  for (std::size_t i = 0; i + 1 < of_group.size(); ++i) {
    bool found = std::any_of(of_group[i].begin(), of_group[i].end(), [&](const Occurrence* a) {
      return std::any_of(of_group[i + 1].begin(), of_group[i + 1].end(),
                         [&](const Occurrence* b) { return near(a, b); });
    });
    if (found) pairs += 1;
  }
  return pairs / static_cast<double>(plan_.groups.size() - 1);
}

// "Storno temeljnice" is asked for by half when the question is of the storno of an invoice.
double Scorer::TitleAsked(const std::vector<Occurrence>& occurrences,
                          std::span<const std::uint8_t> title) const {
  std::vector<double> asked(title.size());
  for (const auto& occurrence : occurrences) {
    if (static_cast<Field>(occurrence.field) != Field::kTitle) continue;
    const Variant& variant = *variants_[static_cast<std::size_t>(occurrence.variant)];
    auto first = static_cast<std::size_t>(occurrence.position);
    auto words =
        static_cast<std::size_t>(std::count(variant.terms.begin(), variant.terms.end(), ' ')) + 1;
    for (std::size_t i = first; i < std::min(first + words, asked.size()); ++i) {
      asked[i] = std::max(asked[i], std::min(1.0, variant.weight));
    }
  }
  double sum = 0;
  double content = 0;
  for (std::size_t i = 0; i < title.size(); ++i) {
    sum += asked[i] * title[i];
    content += title[i];
  }
  return content > 0 ? sum / content : 0;
}

double Scorer::Together(const std::vector<Occurrence>& occurrences) const {
  std::vector<const Occurrence*> ordered;
  ordered.reserve(occurrences.size());
  for (const auto& occurrence : occurrences) ordered.push_back(&occurrence);
  std::sort(ordered.begin(), ordered.end(), [](const Occurrence* a, const Occurrence* b) {
    return a->field != b->field ? a->field < b->field : a->position < b->position;
  });
  double most = 0;
  std::vector<double> weights(plan_.groups.size());
  for (std::size_t first = 0; first < ordered.size(); ++first) {
    std::fill(weights.begin(), weights.end(), 0.0);
    double held = 0;
    for (std::size_t i = first; i < ordered.size() && ordered[i]->field == ordered[first]->field &&
                                ordered[i]->position <= ordered[first]->position + kTogether;
         ++i) {
      auto variant = static_cast<std::size_t>(ordered[i]->variant);
      std::size_t group = group_of_variant_[variant];
      double weight = std::min(1.0, variants_[variant]->weight);
      if (weight <= weights[group]) continue;
      held += (weight - weights[group]) * plan_.groups[group].idf;
      weights[group] = weight;
    }
    most = std::max(most, held);
  }
  double known = 0;
  for (const auto& group : plan_.groups) known += group.variants.empty() ? 0 : group.idf;
  return known > 0 ? most / known : 0;
}

double Scorer::Score(const std::vector<Occurrence>& occurrences,
                     const FieldLengths& lengths) const {
  auto groups = ScoreGroups(occurrences, lengths);
  double sum = 0;
  for (const auto& group : groups) sum += group.score;
  return sum * CoverageFactor(Coverage(groups));
}

Judgement Scorer::Judge(const std::vector<Occurrence>& occurrences, const FieldLengths& lengths,
                        const ArticleTraits& traits) const {
  auto groups = ScoreGroups(occurrences, lengths);
  Judgement judgement;
  judgement.coverage = Coverage(groups);
  judgement.title_match = TitleMatch(groups);
  judgement.title_asked = TitleAsked(occurrences, traits.title);

  double sum = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].score <= 0) continue;
    sum += groups[i].score;
    judgement.parts.push_back(Explain(i, groups[i], lengths));
  }
  double factor = 1;
  auto multiply = [&](const char* name, double by) {
    if (by == 1) return;
    factor *= by;
    judgement.parts.push_back({ScorePart::Kind::kFactor, name, by});
  };
  multiply("coverage", CoverageFactor(judgement.coverage));
  multiply("title", 1 + kTitleBonus * judgement.title_match);
  multiply("whole title", 1 + kTitleAskedBonus * judgement.title_asked);
  if (traits.called == ArticleTraits::Called::kYes) multiply("called so", 1 + kCalledBonus);
  multiply("proximity", 1 + kProximityBonus * Proximity(occurrences));
  if (traits.place == ArticleTraits::Place::kSameModule) multiply("module", 1 + kSameModuleBonus);
  if (traits.place == ArticleTraits::Place::kSameScreen) multiply("screen", 1 + kSameScreenBonus);
  multiply("kind", KindFactor(traits.kind));
  multiply("age", AgeFactor(traits.kind, traits.years));
  if (traits.validity == ArticleTraits::Validity::kExpired) multiply("expired", kExpiredFactor);
  judgement.score = sum * factor;
  return judgement;
}

}  // namespace pomocnik::index
