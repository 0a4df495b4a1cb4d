// How well an article fits a question, with its reasons. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "index/rank/query_plan.h"
#include "index/search.h"

namespace pomocnik::index {

// The columns of the index, in its order.
enum class Field { kTitle, kKeywords, kHeadings, kBody };
inline constexpr std::size_t kFieldCount = 4;

// Words in each field of one article, or their averages over all.
using FieldLengths = std::array<float, kFieldCount>;

// One place where a variant stands. Variants are numbered through all groups of a plan in their
// order.
struct Occurrence {
  std::int32_t variant = 0;
  std::int16_t field = 0;
  std::int32_t position = 0;  // in words from the field's start
};

// What is known of an article besides its words.
struct ArticleTraits {
  kb::Kind kind = kb::Kind::kTip;
  enum class Validity { kValid, kExpired } validity = Validity::kValid;
  // Whether the question has exactly the words of the title or of an alternative question.
  enum class Called { kNo, kYes } called = Called::kNo;
  enum class Place { kElsewhere, kSameModule, kSameScreen } place = Place::kElsewhere;
  double years = 0;  // since it was last changed; 0 when that is not known
  // Of each word of the title by position: whether it is a content word, no stop word. Must outlive the call.
  std::span<const std::uint8_t> title;
};

// A score with the amounts it is made of.
struct Judgement {
  double score = 0;
  double coverage = 0;     // share of the question's weight that the article holds, 0 to 1
  double title_match = 0;  // share of the question's weight that the title or keywords hold, 0 to 1
  double title_asked = 0;  // share of the title's content words that the question has, 0 to 1
  std::vector<ScorePart> parts;
};

// How many words a statement about one matter takes; two sentences of a help page.
inline constexpr std::int32_t kTogether = 30;

// BM25F (Zaragoza et al., 2004) over groups: each group counts once, by its best variant. Immutable
// after construction and thread-safe. The plan must outlive the scorer.
class Scorer {
 public:
  Scorer(const QueryPlan& plan, const FieldLengths& average_lengths);

  // The first pass: groups, coverage. Cheap enough for every matching article.
  // REQUIRES: occurrences of one article, sorted by variant.
  double Score(const std::vector<Occurrence>& occurrences, const FieldLengths& lengths) const;

  // The second pass, for the best of the first: also title, proximity, context, kind and validity.
  // Explains itself.
  Judgement Judge(const std::vector<Occurrence>& occurrences, const FieldLengths& lengths,
                  const ArticleTraits& traits) const;

  // Of the weight of the question's known words, the largest share that stands within kTogether words of one
  // field, 0 to 1.
  double Together(const std::vector<Occurrence>& occurrences) const;

 private:
  struct GroupScore {
    double score = 0;
    double weight = 0;  // of the best variant; 0: not found
    std::size_t variant = 0;
    std::array<int, kFieldCount> counts{};
  };

  std::vector<GroupScore> ScoreGroups(const std::vector<Occurrence>& occurrences,
                                      const FieldLengths& lengths) const;
  // What occurrences in a field count, by its weight and the article's length.
  double FieldShare(std::size_t field, int count, const FieldLengths& lengths) const;
  ScorePart Explain(std::size_t group, const GroupScore& found, const FieldLengths& lengths) const;
  double TitleAsked(const std::vector<Occurrence>& occurrences,
                    std::span<const std::uint8_t> title) const;
  double Coverage(const std::vector<GroupScore>& groups) const;
  double TitleMatch(const std::vector<GroupScore>& groups) const;
  double Proximity(const std::vector<Occurrence>& occurrences) const;

  const QueryPlan& plan_;
  FieldLengths average_lengths_;
  std::vector<std::size_t> group_of_variant_;
  std::vector<const Variant*> variants_;
  double total_idf_ = 0;
};

}  // namespace pomocnik::index
