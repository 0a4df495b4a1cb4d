// The words of every article in order: what is ranked once FTS5 has said which articles come into question.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "index/rank/scorer.h"
#include "index/sqlite/database.h"
#include "index/text/analyzer.h"

namespace pomocnik::index {

// A number for each distinct row of terms that stands at one position ("racun|=racunih|~racun").
using WordId = std::uint32_t;

// Numbers the forms of articles while they are indexed.
class FormNumbers {
 public:
  // Adds the numbers of the tokens' forms to `words`. All tokens come from one analyzer.
  void Append(const std::vector<Token>& tokens, std::vector<WordId>& words);

  // The terms of each form, by number. Valid until the next Append.
  const std::vector<std::string_view>& Forms() const { return forms_; }

 private:
  WordId Number(const std::string& terms);

  std::unordered_map<std::string, WordId> numbers_;
  std::vector<std::string_view> forms_;  // the keys of numbers_
  std::unordered_map<std::string, WordId> of_surface_;
};

// As bytes, for article_words.
std::string EncodeWords(const std::vector<WordId>& words);

// Where the variants of one plan stand. Made for a question, used for each of its candidates.
class VariantForms;

// All articles' words in memory, about two bytes each. Immutable after loading and thread-safe.
class WordTable {
 public:
  static Result<WordTable> Load(sqlite::Database& database);

  // The forms that hold an index term.
  std::span<const WordId> FormsOf(std::string_view term) const;

  // Where the variants stand in an article, sorted by variant, field and position. `lengths` are the article's.
  // REQUIRES: the row is in the table.
  std::vector<Occurrence> Find(std::int64_t row, const FieldLengths& lengths,
                               VariantForms& variants) const;

 private:
  // Terms by their hash, which takes a tenth of the memory that they would; 64 bits do not collide.
  struct Term {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;  // of its forms; the next term's is the end
  };
  Status LoadForms(sqlite::Database& database);
  Status LoadWords(sqlite::Database& database);

  std::vector<Term> terms_;  // sorted by hash, with one behind the last
  std::vector<WordId> forms_;
  std::string words_;
  std::vector<std::size_t> begins_;  // of each row's words; the next row's is the end
};

class VariantForms {
 public:
  // REQUIRES: the plan's variants are numbered as Scorer does.
  VariantForms(const QueryPlan& plan, const WordTable& table);

 private:
  friend class WordTable;
  // A form is a term of a variant: the only one, or one of a phrase.
  struct Part {
    WordId form = 0;
    std::int32_t variant = 0;
    std::int32_t place = 0;   // in the phrase
    std::int32_t last = 0;    // the place at which the phrase is whole
    std::size_t reached = 0;  // index into reached_
  };

  void Add(const Variant& variant, std::int32_t number, const WordTable& table);
  static std::size_t Slot(WordId form) { return form % kSlots; }
  bool MayHold(WordId form) const {
    return (slots_[Slot(form) / 64] >> (Slot(form) % 64) & 1U) != 0;
  }
  void Note(WordId form, std::int16_t field, std::int32_t position,
            std::vector<Occurrence>& occurrences);

  static constexpr std::size_t kSlots = 16384;
  std::array<std::uint64_t, kSlots / 64> slots_{};  // tells most other forms apart
  std::vector<Part> parts_;  // sorted by form; of one variant the later places first
  // For each place of each phrase, the position at which the phrase was last found up to that place.
  std::vector<std::int32_t> reached_;
};

}  // namespace pomocnik::index
