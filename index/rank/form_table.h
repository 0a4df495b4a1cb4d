// Which of the words of many phrases a typed word may stand for. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/text/analyzer.h"

namespace pomocnik::index {

// How a word of a phrase fits a typed one, from not at all to best.
enum class FormFit : std::uint8_t {
  kNone,
  kMisspelt,         // one edit away
  kSameRoot,         // knjižiti, knjiženje; roots of five letters or more
  kBeginsOtherForm,  // another form of it begins with what was typed
  kBegins,
  kSameClass,  // računa, računov
  kSame,
};

// A number for each distinct word, in alphabetical order.
using FormId = std::uint32_t;

struct FormFits {
  std::vector<FormFit> of_form;  // by FormId
  std::vector<FormId> fitting;   // those that are not kNone, each once
};

// Immutable after construction and thread-safe.
class FormTable {
 public:
  // `words` are those of the phrases, `known` further words of the language; one that is a form of a word of a phrase
  // lets that be found by it. All folded; the analyzer is used by the constructor only.
  FormTable(const Analyzer& analyzer, std::vector<std::string> words,
            const std::vector<std::string>& known);

  std::size_t size() const { return forms_.size(); }
  // REQUIRES: `word` was given to the constructor as one of a phrase.
  FormId IdOf(std::string_view word) const;

  // Whether the typed word is all there or its end may be missing.
  enum class Extent { kWhole, kBeginning };

  FormFits Find(const Token& typed, Extent extent) const;

  // The forms that are one insertion, deletion, substitution or swap of neighbours away; none for a word of less
  // than five letters or with a digit.
  FormFits FindMisspelt(std::string_view surface, Extent extent) const;

 private:
  using Forms = std::vector<FormId>;

  void AddToClasses(FormId form, const Token& token);
  void AddKnown(const Analyzer& analyzer, const std::vector<std::string>& known);

  std::vector<std::string> forms_;  // sorted
  std::vector<Forms> classes_;      // forms of one inflection class
  std::unordered_map<std::string, std::uint32_t> class_ids_;
  std::unordered_map<std::string, Forms> roots_;
  std::vector<std::pair<std::string, std::uint32_t>> known_;  // sorted words and their classes
};

}  // namespace pomocnik::index
