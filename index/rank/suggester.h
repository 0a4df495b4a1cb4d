// What a person may be about to ask: titles and common questions that fit what was typed so far. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "index/rank/form_table.h"
#include "index/text/analyzer.h"
#include "kb/article.h"

namespace pomocnik::index {

struct SuggestibleArticle {
  std::string title;
  std::vector<std::string> questions;
  std::string module;
  kb::Kind kind = kb::Kind::kTip;
  std::optional<Date> valid_from;
  std::optional<Date> valid_to;
};

// What a suggester is made of; texts are valid UTF-8.
struct SuggesterInput {
  std::vector<SuggestibleArticle> articles;
  std::map<std::string, std::vector<std::string>> abbreviations;  // of modules, by their names
  std::vector<std::string> known_words;                           // see FormTable
};

struct SuggesterQuery {
  std::string_view typed;
  std::string_view module;  // that is asked from; empty: none
  std::size_t limit = 0;    // suggestions in all groups
  Date today;               // decides which articles are valid
};

struct SuggestedPhrase {
  std::size_t article = 0;  // its place in the input
  std::string_view text;    // the title or a question; lives as long as the suggester
};
using SuggestedGroup = std::vector<SuggestedPhrase>;  // of one module, best first

// Immutable after construction and thread-safe. The analyzer must outlive it.
//
// A phrase fits when it has all that was typed, in any order: each word in any form or by its root, the last one at
// least by a beginning. A finished word that is in no phrase may be the beginning of one, too, and if it is not, may
// have one typing error. The name of the article's module, or an abbreviation of it, counts as part of the phrase,
// but not by a root.
// Stop words need not be there when there is more to go by, but what has them comes before what has not.
//
// The best phrase of each article is suggested: at the phrase's start, in the typed order and in the typed form
// before others, then the shorter; release notes and stubs later, expired articles last, articles not yet valid never.
class Suggester {
 public:
  Suggester(const Analyzer& analyzer, SuggesterInput input);

  // Groups by their best member, but the module that is asked from first; it is also preferred among equals. None
  // for fewer than two letters, or more words than a title has. REQUIRES: valid UTF-8.
  std::vector<SuggestedGroup> Suggest(const SuggesterQuery& query) const;

 private:
  // A word of a phrase; several at one position are ways to write it.
  struct PlacedForm {
    FormId form = 0;
    std::uint8_t position = 0;
  };
  struct Phrase {
    std::uint32_t article = 0;
    std::uint32_t first = 0;  // of its words in `placed_`
    std::uint32_t count = 0;
    std::uint8_t start = 0;   // position of the first word that is no stop word
    std::uint8_t length = 0;  // in words
    bool is_title = false;
    std::string text;
  };
  struct TypedWord {
    FormFits fits;
    bool required = true;
  };
  struct Found {
    int fit = 0;
    std::uint32_t phrase = 0;
  };
  struct Builder;

  Suggester(const Analyzer& analyzer, Builder builder, const std::vector<std::string>& known_words);

  std::vector<TypedWord> ReadTyped(std::string_view typed) const;
  FormFits Forgive(const Token& token, FormTable::Extent extent) const;
  std::vector<std::uint32_t> Candidates(const std::vector<TypedWord>& typed) const;
  std::optional<int> Fit(const Phrase& phrase, const std::vector<TypedWord>& typed) const;
  std::vector<Found> FindFitting(const std::vector<TypedWord>& typed,
                                 const SuggesterQuery& query) const;
  static bool IsWorse(const Found& a, const Found& b);
  std::uint32_t ModuleOf(const Found& found) const;
  std::uint32_t FindModule(std::string_view name) const;

  const Analyzer& analyzer_;
  std::vector<SuggestibleArticle> articles_;
  std::vector<std::uint32_t> module_of_article_;
  std::vector<std::string> modules_;  // folded names
  std::vector<Phrase> phrases_;       // those of one article together
  std::vector<PlacedForm> placed_;
  FormTable forms_;
  std::vector<std::vector<std::uint32_t>> phrases_of_form_;  // by FormId, ascending
};

}  // namespace pomocnik::index
