#include "index/rank/form_table.h"

#include <algorithm>

namespace pomocnik::index {
namespace {

constexpr std::size_t kMinMisspelt = 5;
// Shorter roots belong to words of different families: plača and plačilo, storno and storitev.
constexpr std::size_t kMinRoot = 5;

bool StartsWith(std::string_view word, std::string_view start) {
  return word.substr(0, start.size()) == start;
}

// True if `word`, or when only its beginning was typed some beginning of it, is one edit away from `typed`.
bool IsOneEditAway(std::string_view typed, std::string_view word, FormTable::Extent extent) {
  const std::size_t same = static_cast<std::size_t>(
      std::mismatch(typed.begin(), typed.end(), word.begin(), word.end()).first - typed.begin());
  const auto fits = [&](std::string_view rest_of_typed, std::string_view rest_of_word) {
    return extent == FormTable::Extent::kWhole ? rest_of_typed == rest_of_word
                                               : StartsWith(rest_of_word, rest_of_typed);
  };
  const std::string_view typed_rest = typed.substr(same);
  const std::string_view word_rest = word.substr(same);
  if (typed_rest.empty()) return word_rest.size() == 1;
  if (fits(typed_rest.substr(1), word_rest)) return true;
  if (word_rest.empty()) return false;
  if (fits(typed_rest, word_rest.substr(1))) return true;
  if (fits(typed_rest.substr(1), word_rest.substr(1))) return true;
  return typed_rest.size() > 1 && word_rest.size() > 1 && typed_rest[0] == word_rest[1] &&
         typed_rest[1] == word_rest[0] && fits(typed_rest.substr(2), word_rest.substr(2));
}

// Calls `use` with each element whose word, at `.first` or itself, begins with `start`.
template <typename Sorted, typename WordOf, typename Use>
void ForEachBeginning(const Sorted& sorted, std::string_view start, WordOf word_of, Use use) {
  auto at = std::lower_bound(
      sorted.begin(), sorted.end(), start,
      [&](const auto& element, std::string_view word) { return word_of(element) < word; });
  for (; at != sorted.end() && StartsWith(word_of(*at), start); ++at) use(at);
}

class Fits {
 public:
  explicit Fits(std::size_t forms) { fits_.of_form.resize(forms, FormFit::kNone); }

  void Add(FormId form, FormFit fit) {
    FormFit& present = fits_.of_form[form];
    if (present == FormFit::kNone) fits_.fitting.push_back(form);
    present = std::max(present, fit);
  }
  void Add(const std::vector<FormId>& forms, FormFit fit) {
    for (const FormId form : forms) Add(form, fit);
  }
  FormFits Take() && { return std::move(fits_); }

 private:
  FormFits fits_;
};

std::string_view Itself(const std::string& word) { return word; }
std::string_view WordOf(const std::pair<std::string, std::uint32_t>& known) { return known.first; }

}  // namespace

FormTable::FormTable(const Analyzer& analyzer, std::vector<std::string> words,
                     const std::vector<std::string>& known)
    : forms_(std::move(words)) {
  std::sort(forms_.begin(), forms_.end());
  forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
  for (FormId form = 0; form < forms_.size(); ++form) {
    for (const Token& token : analyzer.Analyze(forms_[form])) AddToClasses(form, token);
  }
  AddKnown(analyzer, known);
}

void FormTable::AddToClasses(FormId form, const Token& token) {
  const auto add = [&](const std::string& name) {
    const auto [found, added] =
        class_ids_.emplace(name, static_cast<std::uint32_t>(classes_.size()));
    if (added) classes_.emplace_back();
    classes_[found->second].push_back(form);
  };
  add(token.lemma);
  if (!token.second.empty()) add(token.second);
  if (!token.code && token.root.size() >= kMinRoot) roots_[token.root].push_back(form);
}

void FormTable::AddKnown(const Analyzer& analyzer, const std::vector<std::string>& known) {
  for (const std::string& word : known) {
    if (std::binary_search(forms_.begin(), forms_.end(), word)) continue;
    const auto tokens = analyzer.Analyze(word);
    if (tokens.size() != 1) continue;
    for (const std::string* name : {&tokens[0].lemma, &tokens[0].second}) {
      const auto found = class_ids_.find(*name);
      if (found != class_ids_.end()) known_.emplace_back(word, found->second);
    }
  }
  std::sort(known_.begin(), known_.end());
}

FormId FormTable::IdOf(std::string_view word) const {
  return static_cast<FormId>(std::lower_bound(forms_.begin(), forms_.end(), word) - forms_.begin());
}

FormFits FormTable::Find(const Token& typed, Extent extent) const {
  Fits fits(forms_.size());
  const auto add_class = [&](const std::string& name) {
    const auto found = class_ids_.find(name);
    if (found != class_ids_.end()) fits.Add(classes_[found->second], FormFit::kSameClass);
  };
  add_class(typed.lemma);
  if (!typed.second.empty()) add_class(typed.second);
  if (!typed.code) {
    const auto found = roots_.find(typed.root);
    if (found != roots_.end()) fits.Add(found->second, FormFit::kSameRoot);
  }
  const auto id = [&](auto at) { return static_cast<FormId>(at - forms_.begin()); };
  ForEachBeginning(forms_, typed.surface, Itself, [&](auto at) {
    if (*at == typed.surface) fits.Add(id(at), FormFit::kSame);
    if (extent == Extent::kBeginning) fits.Add(id(at), FormFit::kBegins);
  });
  if (extent == Extent::kBeginning) {
    ForEachBeginning(known_, typed.surface, WordOf,
                     [&](auto at) { fits.Add(classes_[at->second], FormFit::kBeginsOtherForm); });
  }
  return std::move(fits).Take();
}

FormFits FormTable::FindMisspelt(std::string_view surface, Extent extent) const {
  Fits fits(forms_.size());
  const bool letters =
      std::all_of(surface.begin(), surface.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!letters || surface.size() < kMinMisspelt) return std::move(fits).Take();
  for (FormId form = 0; form < forms_.size(); ++form) {
    if (IsOneEditAway(surface, forms_[form], extent)) fits.Add(form, FormFit::kMisspelt);
  }
  for (const auto& [word, its_class] : known_) {
    if (IsOneEditAway(surface, word, extent)) fits.Add(classes_[its_class], FormFit::kMisspelt);
  }
  return std::move(fits).Take();
}

}  // namespace pomocnik::index
